// ifaceassert: no type has two methods of one name, so some assertions from interface to interface cannot
// succeed.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {
namespace {

// A method that both interfaces have, with different types; null if there is none.
const sema::Object* conflict(Pass& pass, sema::Type* from, sema::Type* to) {
  if (!from || !to || sema::isTypeParam(from) || sema::isTypeParam(to)) return nullptr;
  auto* have = sema::as<sema::Interface>(from);
  auto* want = sema::as<sema::Interface>(to);
  // Whether two instances fit may depend on type arguments.
  if (!have || !want || sema::isParameterized(from) || sema::isParameterized(to)) return nullptr;
  for (sema::Object* wanted : sema::typeSet(want).methods)
    for (sema::Object* given : sema::typeSet(have).methods)
      if (sema::sameId(given, wanted->pkg, wanted->name) &&
          !sema::identical(pass.types().typeOf(given), pass.types().typeOf(wanted)))
        return wanted;
  return nullptr;
}

void checkAssertion(Pass& pass, Pos at, sema::Type* from, sema::Type* to) {
  const sema::Object* method = conflict(pass, from, to);
  if (!method) return;
  std::string name(method->name.view());
  pass.report(at, "impossible type assertion: no type can implement both " + typeText(from) + " and " +
                      typeText(to) + " (conflicting types for " + name + " method)");
}

} // namespace

void checkIfaceAssert(Pass& pass) {
  pass.on<ast::TypeAssertExpr>([&pass](ast::TypeAssertExpr& x) {
    if (x.typeExpr) checkAssertion(pass, ast::startPos(*x.typeExpr), x.x->type, x.typeExpr->type);
  });
  pass.on<ast::TypeSwitchStmt>([&pass](ast::TypeSwitchStmt& stmt) {
    for (ast::CaseClause* clause : stmt.clauses)
      for (ast::Expr* type : clause->exprs)
        if (sema::modeOf(*type) == sema::Mode::TypeExpr)
          checkAssertion(pass, ast::startPos(*type), stmt.x->type, type->type);
  });
}

} // namespace gossamer::vet
