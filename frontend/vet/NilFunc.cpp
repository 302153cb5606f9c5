// nilfunc: a declared function is never nil.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {
namespace {

// The function that an expression names; null for anything else.
const sema::Object* namedFunction(const ast::Expr* x) {
  x = ast::unparen(const_cast<ast::Expr*>(x)); // unparen is written for mutable trees
  if (auto* index = x->as<ast::IndexExpr>()) x = index->x;
  auto* selector = x->as<ast::SelectorExpr>();
  const sema::Object* object =
      selector ? selector->selection ? selector->selection->obj : nullptr : objectOf(x);
  return object && object->isFunc() ? object : nullptr;
}

} // namespace

void checkNilFunc(Pass& pass) {
  pass.on<ast::BinaryExpr>([&pass](ast::BinaryExpr& x) {
    if (x.op != ast::Op::Equal && x.op != ast::Op::NotEqual) return;
    auto isNil = [](const ast::Expr& operand) { return sema::modeOf(operand) == sema::Mode::Nil; };
    const ast::Expr* other = isNil(*x.x) ? x.y : isNil(*x.y) ? x.x : nullptr;
    const sema::Object* function = other ? namedFunction(other) : nullptr;
    if (!function) return;
    pass.report(ast::startPos(x), "comparison of function " + std::string(function->name.view()) + " " +
                                      std::string(ast::spelling(x.op)) + " nil is always " +
                                      (x.op == ast::Op::Equal ? "false" : "true"));
  });
}

} // namespace gossamer::vet
