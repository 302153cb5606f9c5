// The control-flow graph of a function body: straight stretches of statements and the ways between them.
//
// A block's nodes are the simple statements, conditions and operands that run one after another once control
// enters it; a compound statement leaves there only a node for itself (as `entered`), its parts being nodes
// and blocks of their own. What follows a statement that ends the flow (return, panic, goto, a call that
// never comes back…) starts a block that nothing leads to.
//
// Function literals are operands like others; their bodies have graphs of their own.
#pragma once

#include "frontend/ast/Ast.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace gossamer::vet {

struct FlowBlock {
  std::vector<ast::Node*> nodes;   // in the order of execution
  std::vector<ast::Stmt*> entered; // statements, compound ones too, that begin here
  std::vector<uint32_t> successors;
  bool reached = false; // something leads here: the entry, or a successor list names it
  ast::ReturnStmt* returns = nullptr;
  bool runsOff = false; // control leaves by the closing brace
};

class FlowGraph {
public:
  // Does a call never come back?
  using EndsFlow = std::function<bool(ast::CallExpr&)>;

  FlowGraph(ast::BlockStmt& body, const EndsFlow& endsFlow);

  const std::vector<FlowBlock>& blocks() const { return blocks_; } // the entry is the first
  // Can control get from the entry to a return or to the closing brace?
  bool mayReturn() const;

private:
  std::vector<FlowBlock> blocks_;
};

// The builtin panic: the one call of which the language itself says that it does not return.
bool isPanicCall(const ast::CallExpr& call);

} // namespace gossamer::vet
