// unsafeptr: a uintptr keeps nothing alive, so only some expressions may become pointers again (the patterns
// of package unsafe).
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {
namespace {

bool isUnsafePointer(sema::Type* type) {
  return type && sema::basicKind(type) == sema::BasicKind::UnsafePointer;
}

// uintptr(p), with p an unsafe.Pointer, moved by some distance: + - &^ with it on the left.
bool isPointerArithmetic(const ast::Expr* x) {
  for (;;) {
    x = ast::unparen(const_cast<ast::Expr*>(x)); // unparen is written for mutable trees
    if (auto* call = x->as<ast::CallExpr>())
      return isConversion(*call) && call->args.size() == 1 && isUnsafePointer(call->args[0]->type) &&
             sema::basicKind(call->type) == sema::BasicKind::Uintptr;
    auto* binary = x->as<ast::BinaryExpr>();
    if (!binary ||
        (binary->op != ast::Op::Add && binary->op != ast::Op::Sub && binary->op != ast::Op::AndNot))
      return false;
    x = binary->x; // the left spine may be long
  }
}

bool isSafeInteger(Pass& pass, const ast::Expr* x) {
  x = ast::unparen(const_cast<ast::Expr*>(x));
  // Data of a header that overlays a real slice or string.
  if (auto* selector = x->as<ast::SelectorExpr>(); selector && selector->sel->name.view() == "Data")
    return isPointerToNamed(selector->x->type, "reflect", "SliceHeader") ||
           isPointerToNamed(selector->x->type, "reflect", "StringHeader");
  if (auto* call = x->as<ast::CallExpr>(); call && call->args.empty()) {
    sema::Object* callee = pass.callee(*call);
    return isMethod(callee, "reflect", "Value", "Pointer") ||
           isMethod(callee, "reflect", "Value", "UnsafeAddr");
  }
  return isPointerArithmetic(x);
}

// A header that is a value of its own, or a copy, overlays nothing.
void checkHeader(Pass& pass, const ast::Expr& at, sema::Type* type) {
  if (!type || sema::as<sema::Pointer>(type)) return;
  if (isNamedType(type, "reflect", "SliceHeader") || isNamedType(type, "reflect", "StringHeader"))
    pass.report(ast::startPos(at), "possible misuse of " + typeText(type));
}

} // namespace

void checkUnsafePtr(Pass& pass) {
  pass.on<ast::CallExpr>([&pass](ast::CallExpr& call) {
    if (!isConversion(call) || call.args.size() != 1 || !isUnsafePointer(call.type)) return;
    sema::Type* from = call.args[0]->type;
    if (from && sema::basicKind(from) == sema::BasicKind::Uintptr && !isSafeInteger(pass, call.args[0]))
      pass.report(ast::startPos(call), "possible misuse of unsafe.Pointer");
  });
  pass.on<ast::UnaryExpr>([&pass](ast::UnaryExpr& x) {
    if (x.op == ast::Op::And) checkHeader(pass, x, x.x->type);
  });
  pass.on<ast::StarExpr>([&pass](ast::StarExpr& x) {
    if (sema::modeOf(x) != sema::Mode::TypeExpr) checkHeader(pass, x, x.type);
  });
}

} // namespace gossamer::vet
