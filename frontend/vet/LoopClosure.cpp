// loopclosure: before go1.22 all iterations of a loop shared its variables, so a function that runs later
// sees their last values.
//
// Only what the last statement of an iteration starts is sure to overlap the next one; parallel subtests are,
// wherever they stand.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

using ast::Kind;
using Statements = std::span<ast::Stmt* const>;

// Calls `visit` with each statement that can be the last one to run of a list.
void forEachLast(Statements list, const std::function<void(ast::Stmt&)>& visit);

void forEachLast(ast::Stmt* stmt, const std::function<void(ast::Stmt&)>& visit) {
  auto clauses = [&](auto span) {
    for (auto* clause : span) forEachLast(Statements(clause->body), visit);
  };
  while (auto* labeled = stmt->as<ast::LabeledStmt>()) stmt = labeled->stmt;
  // Else-ifs may be chained as long as the source likes.
  while (auto* conditional = stmt->as<ast::IfStmt>()) {
    forEachLast(Statements(conditional->then->stmts), visit);
    stmt = conditional->otherwise;
    if (!stmt) return;
    if (auto* block = stmt->as<ast::BlockStmt>()) return forEachLast(Statements(block->stmts), visit);
  }
  switch (stmt->kind) {
  case Kind::ForStmt: return forEachLast(Statements(stmt->as<ast::ForStmt>()->body->stmts), visit);
  case Kind::RangeStmt: return forEachLast(Statements(stmt->as<ast::RangeStmt>()->body->stmts), visit);
  case Kind::SwitchStmt: return clauses(stmt->as<ast::SwitchStmt>()->clauses);
  case Kind::TypeSwitchStmt: return clauses(stmt->as<ast::TypeSwitchStmt>()->clauses);
  case Kind::SelectStmt: return clauses(stmt->as<ast::SelectStmt>()->clauses);
  default: return visit(*stmt);
  }
}

void forEachLast(Statements list, const std::function<void(ast::Stmt&)>& visit) {
  if (!list.empty()) forEachLast(list.back(), visit);
}

// The statements of `go func() {…}()` and `defer func() {…}()`.
Statements startedBy(ast::Stmt& stmt) {
  ast::Expr* started = nullptr;
  if (auto* go = stmt.as<ast::GoStmt>())
    started = go->call;
  else if (auto* defer = stmt.as<ast::DeferStmt>())
    started = defer->call;
  auto* call = started ? started->as<ast::CallExpr>() : nullptr;
  auto* literal = call ? call->fun->as<ast::FuncLit>() : nullptr;
  return literal ? Statements(literal->body->stmts) : Statements();
}

class LoopClosure {
public:
  explicit LoopClosure(Pass& pass) : pass_(pass) {}

  void loop(std::initializer_list<ast::Expr*> candidates, ast::BlockStmt& body) {
    std::vector<const sema::Object*> variables;
    for (ast::Expr* x : candidates)
      if (auto* ident = x ? x->as<ast::Ident>() : nullptr; ident && ident->object)
        variables.push_back(ident->object);
    check(variables, body);
  }

  void check(const std::vector<const sema::Object*>& variables, ast::BlockStmt& body) {
    if (variables.empty()) return;
    forEachLast(Statements(body.stmts), [&](ast::Stmt& last) { captures(startedBy(last), variables); });
    for (ast::Stmt* stmt : body.stmts) captures(parallelPart(*stmt), variables);
  }

private:
  void captures(Statements list, const std::vector<const sema::Object*>& variables) {
    for (ast::Stmt* stmt : list)
      forEachNode(*stmt, [&](ast::Node& node) {
        auto* ident = node.as<ast::Ident>();
        if (ident && std::find(variables.begin(), variables.end(), ident->object) != variables.end())
          pass_.report(ident->pos,
                       "loop variable " + std::string(ident->name.view()) + " captured by func literal");
        return true;
      });
  }

  // Of t.Run(name, func(t *testing.T) {… t.Parallel() …}) the statements after t.Parallel().
  Statements parallelPart(ast::Stmt& stmt) {
    auto* x = stmt.as<ast::ExprStmt>();
    auto* run = x ? x->x->as<ast::CallExpr>() : nullptr;
    if (!run || run->args.size() != 2 || !isMethod(pass_.callee(*run), "testing", "T", "Run")) return {};
    auto* literal = ast::unparen(run->args[1])->as<ast::FuncLit>();
    if (!literal || literal->signature->params.size() != 1 ||
        literal->signature->params[0]->names.size() != 1)
      return {};
    const sema::Object* t = literal->signature->params[0]->names[0]->object;
    Statements list(literal->body->stmts);
    for (size_t i = 0; i < list.size(); ++i)
      if (t && isParallelCall(*list[i], t)) return list.subspan(i + 1);
    return {};
  }

  bool isParallelCall(ast::Stmt& stmt, const sema::Object* t) {
    auto* x = stmt.as<ast::ExprStmt>();
    auto* call = x ? x->x->as<ast::CallExpr>() : nullptr;
    if (!call || !isMethod(pass_.callee(*call), "testing", "T", "Parallel")) return false;
    auto* selector = call->fun->as<ast::SelectorExpr>();
    return selector && objectOf(selector->x) == t;
  }

  Pass& pass_;
};

} // namespace

void checkLoopClosure(Pass& pass) {
  constexpr int kVariablesPerIteration = 22;
  pass.on<ast::RangeStmt>([&pass](ast::RangeStmt& stmt) {
    if (pass.goMinor() < kVariablesPerIteration) LoopClosure(pass).loop({stmt.key, stmt.value}, *stmt.body);
  });
  pass.on<ast::ForStmt>([&pass](ast::ForStmt& stmt) {
    if (pass.goMinor() >= kVariablesPerIteration || !stmt.post) return;
    std::vector<const sema::Object*> variables;
    auto updated = [&](ast::Expr* x) {
      if (sema::Object* variable = objectOf(x)) variables.push_back(variable);
    };
    if (auto* step = stmt.post->as<ast::IncDecStmt>()) updated(step->x);
    if (auto* assign = stmt.post->as<ast::AssignStmt>())
      for (ast::Expr* x : assign->lhs) updated(x);
    LoopClosure(pass).check(variables, *stmt.body);
  });
}

} // namespace gossamer::vet
