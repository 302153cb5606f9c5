// select.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;
using sema::Object;

namespace {

// The receive operation of a case; null for a send.
UnaryExpr* receiveOf(Stmt* comm) {
  Expr* e = nullptr;
  if (auto* x = comm->as<ExprStmt>()) e = x->x;
  else if (auto* a = comm->as<AssignStmt>()) e = a->rhs[0];
  return e ? unparen(e)->as<UnaryExpr>() : nullptr;
}

bool isBlank(Expr* e) {
  auto* ident = unparen(e)->as<Ident>();
  return ident && ident->name.isBlank();
}

} // namespace

void FunctionLowerer::selectStmt(SelectStmt& s) {
  Block scope(*this);
  at(s.pos);
  Label end = b_.newLabel();
  targets_.push_back({&s, end, end, false});
  struct Case {
    CommClause* clause;
    Reg channel = 0;
    Reg value = kNoSlot;
    const Rep* elem = nullptr;
    UnaryExpr* receive = nullptr;
  };
  std::vector<Case> cases;
  CommClause* otherwise = nullptr;
  for (CommClause* clause : s.clauses) {
    if (clause->comm) cases.push_back({.clause = clause});
    else otherwise = clause;
  }

  // Channels and values to send are evaluated once, in source order, before anything is chosen.
  SelectTable table;
  table.hasDefault = otherwise != nullptr;
  for (Case& c : cases) {
    c.receive = receiveOf(c.clause->comm);
    at(c.clause->comm->pos);
    if (c.receive) {
      auto* chan = sema::as<sema::Chan>(typeOf(*c.receive->x));
      c.elem = rep(chan->elem);
      c.channel = pinReg(any(c.receive->x), 1);
      auto* assign = c.clause->comm->as<AssignStmt>();
      if (assign && !isBlank(assign->lhs[0]) && c.elem->slots) c.value = alloc(c.elem);
      table.cases.push_back({.isSend = false, .channel = c.channel, .value = c.value});
    } else {
      auto& send = *c.clause->comm->as<SendStmt>();
      auto* chan = sema::as<sema::Chan>(typeOf(*send.channel));
      c.elem = rep(chan->elem);
      c.channel = pinReg(any(send.channel), 1);
      c.value = pinReg(anyAs(send.value, chan->elem), c.elem->slots);
      table.cases.push_back({.isSend = true, .channel = c.channel, .value = c.value});
    }
  }

  at(s.pos);
  Reg chosen = alloc(2);
  bool choice = true;
  if (cases.empty() && otherwise) {
    choice = false;
  } else if (cases.size() == 1 && !otherwise) {
    // No choice: the operation itself.
    choice = false;
    Case& c = cases[0];
    at(c.clause->comm->pos);
    if (c.receive) b_.emitRecv(c.value, c.channel, Reg(chosen + 1));
    else b_.emitSend(c.channel, c.value);
  } else {
    b_.emitSelect(chosen, program_.in.module.addSelect(std::move(table)));
    if (cases.empty()) { // select {}: for ever
      b_.emitUnreachable();
      targets_.pop_back();
      b_.bind(end);
      return;
    }
  }

  auto body = [&](std::span<Stmt*> stmts, bool last) {
    statements(stmts);
    if (!last && !b_.unreachable()) jump(end);
  };
  Label next = b_.newLabel();
  for (size_t i = 0; i < cases.size(); i++) {
    Case& c = cases[i];
    bool last = i + 1 == cases.size() && !otherwise;
    if (choice && !last) b_.emitJumpNeI(chosen, int16_t(i), next);
    {
      Block block(*this);
      auto* assign = c.receive ? c.clause->comm->as<AssignStmt>() : nullptr;
      if (assign) {
        at(assign->pos);
        if (c.value != kNoSlot) live(c.value, c.elem);
        const Rep* boolRep = program_.reps.of(program_.reps.context().basic(sema::BasicKind::Bool));
        for (size_t k = 0; k < assign->lhs.size(); k++) {
          Expr* lhs = assign->lhs[k];
          if (isBlank(lhs)) continue;
          const Rep* from = k == 0 ? c.elem : boolRep;
          Reg value = k == 0 ? c.value : Reg(chosen + 1);
          if (k == 0 && c.value == kNoSlot) value = chosen; // of size 0: no slots are read
          auto* ident = unparen(lhs)->as<Ident>();
          Object* v = ident ? ident->object : nullptr;
          if (assign->define && v && !v->isPackageLevel) {
            declareFrom(v, value);
            continue;
          }
          Mark mark(*this);
          Reg statementTop = std::exchange(statementTop_, top_);
          sema::Type* type = v ? v->type : typeOf(*lhs);
          if (rep(type)->isInterface() && !from->isInterface()) {
            Reg converted = alloc(2);
            toInterface(converted, value, from);
            live(converted, rep(type));
            value = converted;
          }
          store(place(lhs), value);
          statementTop_ = statementTop;
        }
      }
      body(c.clause->body, last);
    }
    if (c.receive && c.value != kNoSlot) dead(c.value, c.elem->slots);
    if (choice && !last) {
      b_.bind(next);
      next = b_.newLabel();
    }
  }
  if (otherwise) {
    Block block(*this);
    statements(otherwise->body);
  }
  targets_.pop_back();
  b_.bind(end);
}

} // namespace gossamer::lower
