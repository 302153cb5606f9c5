// httpresponse: when a request fails there is no response, so nothing of it can be deferred before the error
// was looked at.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

bool returnsResponse(const sema::Object* function) {
  constexpr std::string_view kNames[] = {"Do", "Get", "Head", "Post", "PostForm"};
  return std::any_of(std::begin(kNames), std::end(kNames), [&](std::string_view name) {
    return (name != "Do" && isFunction(function, "net/http", name)) ||
           isMethod(function, "net/http", "Client", name);
  });
}

// The leftmost name of a chain of selectors, calls and dereferences.
const ast::Ident* rootOf(const ast::Expr* x) {
  while (x) {
    if (auto* selector = x->as<ast::SelectorExpr>())
      x = selector->x;
    else if (auto* call = x->as<ast::CallExpr>())
      x = call->fun;
    else if (auto* star = x->as<ast::StarExpr>())
      x = star->x;
    else if (auto* parens = x->as<ast::ParenExpr>())
      x = parens->x;
    else
      return x->as<ast::Ident>();
  }
  return nullptr;
}

void checkList(Pass& pass, std::span<ast::Stmt* const> list) {
  for (size_t i = 0; i + 1 < list.size(); ++i) {
    auto* request = list[i]->as<ast::AssignStmt>();
    auto* defer = list[i + 1]->as<ast::DeferStmt>();
    if (!request || !defer || request->lhs.empty() || request->rhs.size() != 1) continue;
    auto* call = request->rhs[0]->as<ast::CallExpr>();
    if (!call || !returnsResponse(calledFunction(*call))) continue;
    const ast::Ident* response = rootOf(request->lhs[0]);
    const ast::Ident* used = rootOf(defer->call);
    if (response && used && response->object && response->object == used->object)
      pass.report(used->pos, "using " + std::string(used->name.view()) + " before checking for errors");
  }
}

} // namespace

void checkHttpResponse(Pass& pass) {
  pass.on<ast::BlockStmt>([&pass](ast::BlockStmt& block) { checkList(pass, block.stmts); });
}

} // namespace gossamer::vet
