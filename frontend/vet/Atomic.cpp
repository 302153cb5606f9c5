// atomic: x = atomic.AddT(&x, n) writes x a second time, and not atomically.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

bool isAdd(const sema::Object* function) {
  constexpr std::string_view kNames[] = {"AddInt32", "AddInt64", "AddUint32", "AddUint64", "AddUintptr"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return isFunction(function, "sync/atomic", name); });
}

// Is `pointer` &x, or x *pointer?
bool pointsTo(const ast::Expr& pointer, const ast::Expr& x) {
  if (auto* address = pointer.as<ast::UnaryExpr>(); address && address->op == ast::Op::And)
    return sameText(*address->x, x);
  auto* star = x.as<ast::StarExpr>();
  return star && sameText(*star->x, pointer);
}

} // namespace

void checkAtomic(Pass& pass) {
  pass.on<ast::AssignStmt>([&pass](ast::AssignStmt& stmt) {
    if (stmt.lhs.size() != stmt.rhs.size() || (stmt.define && stmt.lhs.size() == 1)) return;
    for (size_t i = 0; i < stmt.rhs.size(); ++i) {
      auto* call = stmt.rhs[i]->as<ast::CallExpr>();
      if (call && call->args.size() == 2 && isAdd(pass.callee(*call)) &&
          pointsTo(*call->args[0], *stmt.lhs[i]))
        pass.report(ast::startPos(*stmt.lhs[i]), "direct assignment to atomic value");
    }
  });
}

} // namespace gossamer::vet
