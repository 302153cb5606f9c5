// defers: the arguments of a deferred call are evaluated at once, so a time.Since among them measures
// nothing.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {

void checkDefers(Pass& pass) {
  pass.on<ast::DeferStmt>([&pass](ast::DeferStmt& stmt) {
    forEachNode(*stmt.call, [&](ast::Node& node) {
      if (node.is(ast::Kind::FuncLit)) return false; // runs later
      auto* call = node.as<ast::CallExpr>();
      if (call && isFunction(calledFunction(*call), "time", "Since"))
        pass.report(ast::startPos(*call), "call to time.Since is not deferred");
      return true;
    });
  });
}

} // namespace gossamer::vet
