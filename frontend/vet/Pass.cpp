#include "frontend/vet/Pass.h"

#include "frontend/sema/Checker.h"
#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {

void Pass::onFunction(std::function<void(ast::Node&, ast::FuncTypeExpr&, ast::BlockStmt&)> handler) {
  on<ast::FuncDecl>([handler](ast::FuncDecl& f) {
    if (f.body) handler(f, *f.signature, *f.body);
  });
  on<ast::FuncLit>([handler](ast::FuncLit& f) { handler(f, *f.signature, *f.body); });
}

void Pass::walk() {
  for (ast::File* file : target_.package.files) walk(*file);
}

// Without recursion: left spines and else-ifs may be as long as the source likes.
void Pass::walk(ast::Node& root) {
  // A null node ends the children of the one last entered.
  std::vector<ast::Node*> work{&root};
  while (!work.empty()) {
    ast::Node* node = work.back();
    work.pop_back();
    if (!node) {
      path_.pop_back();
      continue;
    }
    path_.push_back(node);
    for (const Handler& handler : handlers_[static_cast<size_t>(node->kind)]) handler(*node);
    work.push_back(nullptr);
    size_t first = work.size();
    ast::forEachChild(*node, [&](ast::Node& child) {
      // Most nodes are leaves that nobody asked for.
      bool leaf = child.kind == ast::Kind::Ident || child.kind == ast::Kind::BasicLit;
      if (!leaf || !handlers_[static_cast<size_t>(child.kind)].empty()) work.push_back(&child);
    });
    std::reverse(work.begin() + static_cast<ptrdiff_t>(first), work.end());
  }
}

ast::Node* Pass::parent() const {
  for (size_t i = path_.size() - 1; i-- > 0;)
    if (!path_[i]->is(ast::Kind::ParenExpr)) return path_[i];
  return nullptr;
}

ast::Node* Pass::enclosingFunction() const {
  for (size_t i = path_.size() - 1; i-- > 0;)
    if (path_[i]->is(ast::Kind::FuncLit) || path_[i]->is(ast::Kind::FuncDecl)) return path_[i];
  return nullptr;
}

sema::Object* Pass::callee(const ast::CallExpr& call) {
  if (&call != calleeOf_) {
    calleeOf_ = &call;
    callee_ = calledFunction(call);
  }
  return callee_;
}

int Pass::goMinor() const {
  return sema::fileVersion(path_.front()->as<ast::File>(), target_.package.goMinor);
}

} // namespace gossamer::vet
