// assign: x = x, where evaluating x does nothing else.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"
#include "frontend/vet/SourceText.h"

namespace gossamer::vet {
namespace {

// Assigning an element of a map to itself may insert it.
bool isMapElement(const ast::Expr& x) {
  auto* index = x.as<ast::IndexExpr>();
  return index && index->x->type && sema::as<sema::Map>(index->x->type);
}

} // namespace

void checkAssign(Pass& pass) {
  pass.on<ast::AssignStmt>([&pass](ast::AssignStmt& stmt) {
    if (stmt.define || stmt.op != ast::Op::None || stmt.lhs.size() != stmt.rhs.size()) return;
    std::string names;
    for (size_t i = 0; i < stmt.lhs.size(); ++i) {
      ast::Expr& lhs = *stmt.lhs[i];
      auto* name = lhs.as<ast::Ident>();
      if (name && name->name.isBlank()) continue;
      if (isMapElement(lhs) || !sameText(lhs, *stmt.rhs[i]) || hasSideEffects(lhs)) continue;
      names += (names.empty() ? "" : ", ") + sourceText(lhs, &pass.sources());
    }
    if (!names.empty()) pass.report(ast::startPos(stmt), "self-assignment of " + names);
  });
}

} // namespace gossamer::vet
