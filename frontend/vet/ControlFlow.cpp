#include "frontend/vet/ControlFlow.h"

#include "frontend/vet/Queries.h"

#include <unordered_map>

namespace gossamer::vet {

using ast::Kind;

bool isPanicCall(const ast::CallExpr& call) {
  return call.fun->is(Kind::Ident) && isBuiltinCall(call, sema::BuiltinId::Panic);
}

// Builds in one pass over the statements. `at_` is the block being filled.
class FlowBuilder {
public:
  FlowBuilder(std::vector<FlowBlock>& blocks, const FlowGraph::EndsFlow& endsFlow)
      : blocks_(blocks), endsFlow_(endsFlow) {}

  void build(ast::BlockStmt& body) {
    at_ = fresh();
    blocks_[at_].reached = true;
    list(body.stmts);
    blocks_[at_].runsOff = true;
  }

private:
  using Id = uint32_t;

  // Where break and continue of a statement lead; no block for what it does not have.
  static constexpr Id kNone = ~Id(0);
  struct Exits {
    const ast::Stmt* stmt;
    Id onBreak, onContinue;
  };

  Id fresh() {
    blocks_.emplace_back();
    return static_cast<Id>(blocks_.size() - 1);
  }
  // From a stretch that nothing leads to and that nobody has written anything in, nothing goes on.
  void edge(Id from, Id to) {
    if (!blocks_[from].reached && blocks_[from].entered.empty()) return;
    blocks_[from].successors.push_back(to);
    blocks_[to].reached = true;
  }
  void add(ast::Node* node) {
    if (node) blocks_[at_].nodes.push_back(node);
  }
  // Control goes nowhere from here; what is written next is a new block.
  void stop() { at_ = fresh(); }
  void jump(Id to) {
    edge(at_, to);
    stop();
  }
  // Control goes on in `next`, from here too.
  void flowInto(Id next) {
    edge(at_, next);
    at_ = next;
  }

  void list(std::span<ast::Stmt* const> stmts) {
    for (ast::Stmt* stmt : stmts) statement(*stmt);
  }

  void statement(ast::Stmt& stmt) {
    if (auto* labeled = stmt.as<ast::LabeledStmt>()) {
      flowInto(labelBlock(*labeled));
      blocks_[at_].entered.push_back(&stmt);
      return statement(*labeled->stmt);
    }
    if (!stmt.is(Kind::EmptyStmt)) blocks_[at_].entered.push_back(&stmt);
    switch (stmt.kind) {
    case Kind::EmptyStmt:
    case Kind::BadStmt: break;
    case Kind::BlockStmt: list(stmt.as<ast::BlockStmt>()->stmts); break;
    case Kind::ExprStmt: {
      add(&stmt);
      auto* call = ast::unparen(stmt.as<ast::ExprStmt>()->x)->as<ast::CallExpr>();
      if (call && endsFlow_(*call)) stop();
      break;
    }
    case Kind::ReturnStmt:
      add(&stmt);
      blocks_[at_].returns = stmt.as<ast::ReturnStmt>();
      stop();
      break;
    case Kind::BranchStmt: branch(*stmt.as<ast::BranchStmt>()); break;
    case Kind::IfStmt: conditional(*stmt.as<ast::IfStmt>()); break;
    case Kind::ForStmt: loop(*stmt.as<ast::ForStmt>()); break;
    case Kind::RangeStmt: range(*stmt.as<ast::RangeStmt>()); break;
    case Kind::SwitchStmt: {
      auto& s = *stmt.as<ast::SwitchStmt>();
      if (s.init) add(s.init);
      add(s.tag);
      clauses(s, s.clauses);
      break;
    }
    case Kind::TypeSwitchStmt: {
      auto& s = *stmt.as<ast::TypeSwitchStmt>();
      if (s.init) add(s.init);
      add(s.x);
      clauses(s, s.clauses);
      break;
    }
    case Kind::SelectStmt: select(*stmt.as<ast::SelectStmt>()); break;
    default: add(&stmt); break; // a simple statement
    }
  }

  // Else-ifs may be chained as long as the source likes.
  void conditional(ast::IfStmt& first) {
    Id after = fresh();
    for (ast::IfStmt* stmt = &first; stmt;) {
      if (stmt->init) add(stmt->init);
      add(stmt->cond);
      Id condition = at_;
      at_ = fresh();
      edge(condition, at_);
      list(stmt->then->stmts);
      edge(at_, after);
      ast::Stmt* otherwise = stmt->otherwise;
      if (!otherwise) {
        edge(condition, after);
        break;
      }
      at_ = fresh();
      edge(condition, at_);
      stmt = otherwise->as<ast::IfStmt>();
      if (!stmt) {
        statement(*otherwise);
        edge(at_, after);
      } else {
        blocks_[at_].entered.push_back(stmt);
      }
    }
    at_ = after;
  }

  void loop(ast::ForStmt& stmt) {
    if (stmt.init) add(stmt.init);
    Id head = fresh(), after = fresh(), post = stmt.post ? fresh() : head;
    flowInto(head);
    add(stmt.cond);
    Id body = fresh();
    edge(at_, body);
    if (stmt.cond) edge(at_, after);
    at_ = body;
    exits_.push_back({&stmt, after, post});
    list(stmt.body->stmts);
    flowInto(post);
    if (stmt.post) {
      add(stmt.post);
      edge(post, head);
    }
    at_ = after;
  }

  void range(ast::RangeStmt& stmt) {
    add(stmt.x);
    Id head = fresh(), after = fresh();
    flowInto(head);
    add(stmt.key);
    add(stmt.value);
    Id body = fresh();
    edge(at_, body);
    edge(at_, after);
    at_ = body;
    exits_.push_back({&stmt, after, head});
    list(stmt.body->stmts);
    edge(at_, head);
    at_ = after;
  }

  void clauses(ast::Stmt& stmt, std::span<ast::CaseClause* const> all) {
    Id head = at_, after = fresh(), outer = fallthrough_;
    exits_.push_back({&stmt, after, kNone});
    Id byDefault = after;
    Id fallen = kNone; // where a fallthrough of the clause before leads
    for (ast::CaseClause* clause : all) {
      for (ast::Expr* x : clause->exprs) blocks_[head].nodes.push_back(x);
      Id body = fallen != kNone ? fallen : fresh();
      if (clause->isDefault) {
        byDefault = body; // comes last
        blocks_[body].reached = true;
      } else {
        edge(head, body);
      }
      at_ = body;
      fallthrough_ = fallen = fresh();
      list(clause->body);
      edge(at_, after);
    }
    edge(head, byDefault);
    fallthrough_ = outer;
    at_ = after;
  }

  void select(ast::SelectStmt& stmt) {
    Id head = at_, after = fresh();
    exits_.push_back({&stmt, after, kNone});
    for (ast::CommClause* clause : stmt.clauses) {
      Id body = fresh();
      edge(head, body);
      at_ = body;
      if (clause->comm) add(clause->comm);
      list(clause->body);
      edge(at_, after);
    }
    at_ = after;
  }

  void branch(ast::BranchStmt& stmt) {
    add(&stmt);
    Id to = kNone;
    switch (stmt.branch) {
    case ast::BranchKind::Fallthrough: to = fallthrough_; break;
    case ast::BranchKind::Goto:
      if (auto* label = stmt.target ? stmt.target->as<ast::LabeledStmt>() : nullptr) to = labelBlock(*label);
      break;
    case ast::BranchKind::Break:
    case ast::BranchKind::Continue:
      for (size_t i = exits_.size(); i-- > 0 && to == kNone;)
        if (exits_[i].stmt == stmt.target)
          to = stmt.branch == ast::BranchKind::Break ? exits_[i].onBreak : exits_[i].onContinue;
      break;
    }
    if (to != kNone)
      jump(to);
    else
      stop();
  }

  // The block that a label begins, made when first met, be it by a goto.
  Id labelBlock(const ast::LabeledStmt& label) {
    auto [it, isNew] = labels_.try_emplace(&label, kNone);
    if (isNew) it->second = fresh();
    return it->second;
  }

  std::vector<FlowBlock>& blocks_;
  const FlowGraph::EndsFlow& endsFlow_;
  Id at_ = 0;
  Id fallthrough_ = kNone;
  std::vector<Exits> exits_; // of the statements met so far, those around `at_` last
  std::unordered_map<const ast::LabeledStmt*, Id> labels_;
};

FlowGraph::FlowGraph(ast::BlockStmt& body, const EndsFlow& endsFlow) {
  FlowBuilder(blocks_, endsFlow).build(body);
}

bool FlowGraph::mayReturn() const {
  std::vector<bool> seen(blocks_.size());
  std::vector<uint32_t> work{0};
  while (!work.empty()) {
    uint32_t id = work.back();
    work.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    const FlowBlock& block = blocks_[id];
    if (block.returns || block.runsOff) return true;
    work.insert(work.end(), block.successors.begin(), block.successors.end());
  }
  return false;
}

} // namespace gossamer::vet
