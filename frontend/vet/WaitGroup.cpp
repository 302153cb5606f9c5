// waitgroup: a goroutine that adds itself to a WaitGroup may do so only after Wait has returned.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {

void checkWaitGroup(Pass& pass) {
  pass.on<ast::GoStmt>([&pass](ast::GoStmt& stmt) {
    auto* started = stmt.call->as<ast::CallExpr>();
    auto* literal = started ? started->fun->as<ast::FuncLit>() : nullptr;
    if (!literal || literal->body->stmts.empty()) return;
    // Further down, an Add may well belong to goroutines that this one starts.
    auto* first = literal->body->stmts.front()->as<ast::ExprStmt>();
    auto* call = first ? first->x->as<ast::CallExpr>() : nullptr;
    if (call && isMethod(pass.callee(*call), "sync", "WaitGroup", "Add"))
      pass.report(call->pos, "WaitGroup.Add called from inside new goroutine");
  });
}

} // namespace gossamer::vet
