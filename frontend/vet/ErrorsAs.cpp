// errorsas: errors.As writes through its second argument, which must point to something an error can be.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {

void checkErrorsAs(Pass& pass) {
  pass.on<ast::CallExpr>([&pass](ast::CallExpr& call) {
    if (call.args.size() != 2 || !isFunction(pass.callee(call), "errors", "As")) return;
    const ast::Expr& target = *call.args[1];
    if (sema::modeOf(target) != sema::Mode::Nil) {
      auto* any = sema::as<sema::Interface>(target.type);
      if (any && sema::typeSet(any).methods.empty()) return; // depends on what is in it
      auto* pointer = sema::as<sema::Pointer>(target.type);
      if (pointer && isErrorType(pointer->elem))
        return pass.report(ast::startPos(call), "second argument to errors.As should not be *error");
      if (pointer && (sema::isInterface(pointer->elem) ||
                      implements(pass.types(), pointer->elem, pass.types().errorType())))
        return;
    }
    pass.report(ast::startPos(call),
                "second argument to errors.As must be a non-nil pointer to either a type that "
                "implements error, or to any interface type");
  });
}

} // namespace gossamer::vet
