// What an analyzer sees of a run: subscriptions, the place of the walk, and the report.
//
//   void checkDefers(Pass& pass) {
//     pass.on<ast::DeferStmt>([&pass](ast::DeferStmt& defer) {
//       if (…) pass.report(ast::startPos(defer), "call to time.Since is not deferred");
//     });
//   }
//
// The walk calls the handlers of a node before those of its children, in source order. Handlers are called
// with the tree as the checker left it; state of an analyzer that outlives a node lives in a shared_ptr that
// its handlers capture.
#pragma once

#include "frontend/vet/Vet.h"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace gossamer::vet {

class Pass {
public:
  explicit Pass(const Target& target) : target_(target) {}

  const sema::Package& package() const { return target_.package; }
  sema::TypeContext& types() const { return target_.types; }
  const SourceManager& sources() const { return target_.sources; }

  template <typename Node, typename Handler> void on(Handler handler) {
    handlers_[static_cast<size_t>(Node::kKind)].push_back(
        [handler = std::move(handler)](ast::Node& node) { handler(static_cast<Node&>(node)); });
  }
  // The same for function declarations with a body and function literals alike.
  void onFunction(
      std::function<void(ast::Node& function, ast::FuncTypeExpr& signature, ast::BlockStmt& body)> handler);

  void walk();

  void report(Pos at, std::string message) {
    target_.diagnostics.error(at, DiagCode::Vet, std::move(message));
  }

  // From the file to the node being visited.
  std::span<ast::Node* const> path() const { return path_; }
  // The node around the one being visited, parentheses not counting; null for a file.
  ast::Node* parent() const;
  // The innermost function literal or declaration around the node being visited; null outside of functions.
  ast::Node* enclosingFunction() const;

  // The function or method a call calls, whatever it is instantiated with; null when it is computed at run
  // time, and for builtins and conversions.
  sema::Object* callee(const ast::CallExpr& call);
  // The language version N of go1.N that holds where the walk is.
  int goMinor() const;

private:
  using Handler = std::function<void(ast::Node&)>;
  static constexpr size_t kKinds = static_cast<size_t>(ast::Kind::Cell) + 1;

  void walk(ast::Node& root);

  Target target_;
  std::array<std::vector<Handler>, kKinds> handlers_;
  std::vector<ast::Node*> path_;
  const ast::CallExpr* calleeOf_ =
      nullptr; // what callee_ answers: several analyzers ask about the same call in turn
  sema::Object* callee_ = nullptr;
};

// One declaration for each row of Analyzers.def.
#define GOSSAMER_ANALYZER(Id, name, doc) void check##Id(Pass& pass);
#include "frontend/vet/Analyzers.def"

} // namespace gossamer::vet
