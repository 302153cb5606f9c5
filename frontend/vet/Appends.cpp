// appends: append(s) adds nothing.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {

void checkAppends(Pass& pass) {
  pass.on<ast::CallExpr>([&pass](ast::CallExpr& call) {
    if (call.args.size() == 1 && isBuiltinCall(call, sema::BuiltinId::Append))
      pass.report(ast::startPos(call), "append with no values");
  });
}

} // namespace gossamer::vet
