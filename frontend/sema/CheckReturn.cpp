// Spec "Terminating statements".
#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

using ast::Kind;

bool CheckerImpl::isTerminatingList(std::span<ast::Stmt*> list) {
  size_t n = list.size();
  while (n > 0 && list[n - 1]->is(Kind::EmptyStmt)) n--;
  return n > 0 && isTerminating(list[n - 1], nullptr);
}

bool CheckerImpl::isTerminating(ast::Stmt* s, ast::Ident* label) {
  switch (s->kind) {
  case Kind::BadStmt:
  case Kind::ReturnStmt: return true;
  case Kind::BranchStmt: {
    auto b = s->as<ast::BranchStmt>()->branch;
    return b == ast::BranchKind::Goto || b == ast::BranchKind::Fallthrough;
  }
  case Kind::ExprStmt: {
    // A call of the predeclared panic.
    auto* c = ast::unparen(s->as<ast::ExprStmt>()->x)->as<ast::CallExpr>();
    return c && static_cast<CallKind>(c->callKind) == CallKind::Builtin &&
           static_cast<BuiltinId>(c->builtin) == BuiltinId::Panic;
  }
  case Kind::BlockStmt: return isTerminatingList(s->as<ast::BlockStmt>()->stmts);
  case Kind::LabeledStmt: {
    auto* l = s->as<ast::LabeledStmt>();
    return l->stmt && isTerminating(l->stmt, l->label);
  }
  case Kind::IfStmt: {
    ast::Stmt* at = s;
    while (auto* i = at->as<ast::IfStmt>()) {
      if (!i->otherwise || !i->then || !isTerminatingList(i->then->stmts)) return false;
      at = i->otherwise;
    }
    return isTerminating(at, nullptr);
  }
  case Kind::ForStmt: {
    auto* f = s->as<ast::ForStmt>();
    return !f->cond && !hasBreak(f->body, f, label, true);
  }
  case Kind::SwitchStmt: {
    auto* w = s->as<ast::SwitchStmt>();
    bool hasDefault = false;
    for (ast::CaseClause* k : w->clauses) {
      hasDefault = hasDefault || k->isDefault;
      if (!isTerminatingList(k->body)) return false;
      for (ast::Stmt* x : k->body)
        if (hasBreak(x, w, label, true)) return false;
    }
    return hasDefault;
  }
  case Kind::TypeSwitchStmt: {
    auto* w = s->as<ast::TypeSwitchStmt>();
    bool hasDefault = false;
    for (ast::CaseClause* k : w->clauses) {
      hasDefault = hasDefault || k->isDefault;
      if (!isTerminatingList(k->body)) return false;
      for (ast::Stmt* x : k->body)
        if (hasBreak(x, w, label, true)) return false;
    }
    return hasDefault;
  }
  case Kind::SelectStmt: {
    auto* w = s->as<ast::SelectStmt>();
    for (ast::CommClause* k : w->clauses) {
      if (!isTerminatingList(k->body)) return false;
      for (ast::Stmt* x : k->body)
        if (hasBreak(x, w, label, true)) return false;
    }
    return true;
  }
  default: return false;
  }
}

// Does s contain a break that leaves `target`? Targets are known by now.
bool CheckerImpl::hasBreak(ast::Stmt* s, ast::Stmt* target, ast::Ident* label, bool implicit) {
  if (!s) return false;
  auto any = [&](std::span<ast::Stmt*> list) {
    for (ast::Stmt* x : list)
      if (hasBreak(x, target, label, implicit)) return true;
    return false;
  };
  switch (s->kind) {
  case Kind::BranchStmt: {
    auto* b = s->as<ast::BranchStmt>();
    return b->branch == ast::BranchKind::Break && b->target == target;
  }
  case Kind::BlockStmt: return any(s->as<ast::BlockStmt>()->stmts);
  case Kind::LabeledStmt: return hasBreak(s->as<ast::LabeledStmt>()->stmt, target, label, implicit);
  case Kind::IfStmt: {
    ast::Stmt* at = s;
    while (auto* i = at ? at->as<ast::IfStmt>() : nullptr) {
      if (hasBreak(i->then, target, label, implicit)) return true;
      at = i->otherwise;
    }
    return hasBreak(at, target, label, implicit);
  }
  case Kind::ForStmt: return hasBreak(s->as<ast::ForStmt>()->body, target, label, implicit);
  case Kind::RangeStmt: return hasBreak(s->as<ast::RangeStmt>()->body, target, label, implicit);
  case Kind::SwitchStmt:
    for (ast::CaseClause* k : s->as<ast::SwitchStmt>()->clauses)
      if (any(k->body)) return true;
    return false;
  case Kind::TypeSwitchStmt:
    for (ast::CaseClause* k : s->as<ast::TypeSwitchStmt>()->clauses)
      if (any(k->body)) return true;
    return false;
  case Kind::SelectStmt:
    for (ast::CommClause* k : s->as<ast::SelectStmt>()->clauses)
      if (any(k->body)) return true;
    return false;
  default: return false;
  }
}

} // namespace gossamer::sema
