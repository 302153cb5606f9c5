// unreachable: a stretch of statements that nothing leads to is reported where it begins.
#include "frontend/vet/ControlFlow.h"
#include "frontend/vet/Pass.h"

namespace gossamer::vet {

void checkUnreachable(Pass& pass) {
  pass.onFunction([&pass](ast::Node&, ast::FuncTypeExpr&, ast::BlockStmt& body) {
    FlowGraph graph(body, isPanicCall);
    for (const FlowBlock& block : graph.blocks())
      if (!block.reached && !block.entered.empty())
        pass.report(ast::startPos(*block.entered.front()), "unreachable code");
  });
}

} // namespace gossamer::vet
