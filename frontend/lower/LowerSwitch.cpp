// switch and type switch.
#include "frontend/lower/FunctionLowerer.h"

#include <algorithm>

namespace gossamer::lower {

using namespace ast;
using sema::Object;

void FunctionLowerer::caseBodies(std::span<CaseClause*> clauses, const std::vector<Label>& bodies, Label end) {
  for (size_t i = 0; i < clauses.size(); i++) {
    b_.bind(bodies[i]);
    Label outer = std::exchange(fallthrough_, i + 1 < clauses.size() ? bodies[i + 1] : end);
    {
      Block scope(*this);
      statements(clauses[i]->body);
    }
    fallthrough_ = outer;
    if (i + 1 < clauses.size() && !b_.unreachable()) jump(end);
  }
}

void FunctionLowerer::switchStmt(SwitchStmt& s) {
  Block scope(*this);
  if (s.init) statement(s.init);
  statementTop_ = top_;
  at(s.pos);
  Label end = b_.newLabel();
  std::vector<Label> bodies;
  Label otherwise = end;
  bool allConstant = true;
  for (CaseClause* clause : s.clauses) {
    bodies.push_back(b_.newLabel());
    if (clause->isDefault) otherwise = bodies.back();
    for (Expr* e : clause->exprs) allConstant = allConstant && e->constant;
  }
  targets_.push_back({&s, end, end, false});
  Reg tag = 0;
  const Rep* r = nullptr;
  if (s.tag) {
    r = repOf(*s.tag);
    tag = any(s.tag);
    if (!allConstant) tag = pinReg(tag, r->slots);
  }
  Conditional conditional(*this);
  if (!s.tag || !allConstant || !tableSwitch(s, tag, bodies, otherwise)) {
    for (size_t i = 0; i < s.clauses.size(); i++) {
      for (Expr* e : s.clauses[i]->exprs) {
        Mark mark(*this);
        at(startPos(*e));
        if (!s.tag) {
          branch(e, bodies[i], true);
          continue;
        }
        const Rep* other = repOf(*e);
        int64_t value;
        if (sema::modeOf(*unparen(e)) == sema::Mode::Nil) {
          jumpIntI(Op::Equal, tag, 0, bodies[i]);
        } else if ((r->isInt() || r->kind == Kind::Bool) && constInt(*e, value) && fits16(value) && !other->isInterface()) {
          jumpIntI(Op::Equal, tag, int16_t(value), bodies[i]);
        } else if (r->isInterface() || other->isInterface()) {
          sema::Type* iface = r->isInterface() ? typeOf(*s.tag) : typeOf(*e);
          Reg x = tag;
          if (!r->isInterface()) {
            x = alloc(2);
            toInterface(x, tag, r);
            live(x, other);
          }
          Reg y = anyAs(e, iface);
          Reg t = alloc(1);
          b_.emitEqIface(t, x, y);
          jumpIf(t, bodies[i], true);
        } else {
          Reg y = any(e);
          if (r->isInt() || isPointerKind(r->kind)) {
            jumpInt(Op::Equal, tag, y, false, bodies[i]);
          } else {
            Reg t = alloc(1);
            compareValues(t, Op::Equal, tag, y, r);
            jumpIf(t, bodies[i], true);
          }
        }
      }
    }
    if (!b_.unreachable()) jump(otherwise);
  }
  conditional_--;
  caseBodies(s.clauses, bodies, end);
  conditional_++;
  targets_.pop_back();
  b_.bind(end);
}

// Constant cases by binary search: integers by value, strings by length first.
bool FunctionLowerer::tableSwitch(SwitchStmt& s, Reg tag, const std::vector<Label>& bodies, Label otherwise) {
  const Rep* r = repOf(*s.tag);
  struct Case {
    int64_t key;
    Expr* expr;
    size_t body;
  };
  std::vector<Case> cases;
  bool isString = r->kind == Kind::String;
  if (!isString && (!r->isInt() || (r->isUnsigned() && r->size == 8))) return false;
  for (size_t i = 0; i < s.clauses.size(); i++)
    for (Expr* e : s.clauses[i]->exprs) {
      int64_t key;
      if (isString) key = int64_t(e->constant->stringValue().size());
      else if (!constInt(*e, key)) return false;
      cases.push_back({key, e, i});
    }
  if (cases.size() < (isString ? 6u : 5u)) return false;
  std::sort(cases.begin(), cases.end(),
            [](const Case& a, const Case& b) { return a.key != b.key ? a.key < b.key : a.body < b.body; });
  Reg value = isString ? Reg(tag + 1) : tag;
  auto compareKey = [&](Op op, int64_t key, Label target) {
    if (fits16(key)) return jumpIntI(op, value, int16_t(key), target);
    Mark mark(*this);
    Reg k = alloc(1);
    b_.emitLoadI64(k, key);
    jumpInt(op, value, k, false, target);
  };
  auto search = [&](auto&& self, size_t first, size_t last) -> void {
    if (last - first <= 3 || cases[first].key == cases[last - 1].key) {
      for (size_t i = first; i < last; i++) {
        if (!isString) {
          compareKey(Op::Equal, cases[i].key, bodies[cases[i].body]);
          continue;
        }
        Mark mark(*this);
        Reg text = alloc(3);
        constant(text, *cases[i].expr->constant, r);
        b_.emitEqStr(Reg(text + 2), tag, text);
        jumpIf(Reg(text + 2), bodies[cases[i].body], true);
      }
      return jump(otherwise);
    }
    size_t middle = (first + last) / 2;
    // Equal keys stay together.
    size_t split = middle;
    while (split > first && cases[split - 1].key == cases[middle].key) split--;
    if (split == first) {
      split = middle;
      while (split < last && cases[split].key == cases[middle].key) split++;
    }
    Label right = b_.newLabel();
    compareKey(Op::GreaterEqual, cases[split].key, right);
    self(self, first, split);
    b_.bind(right);
    self(self, split, last);
  };
  search(search, 0, cases.size());
  return true;
}

void FunctionLowerer::typeSwitchStmt(TypeSwitchStmt& s) {
  Block scope(*this);
  if (s.init) statement(s.init);
  statementTop_ = top_;
  at(s.pos);
  const Rep* r = repOf(*s.x);
  Reg x = pinReg(any(s.x), 2);
  Label end = b_.newLabel();
  std::vector<Label> bodies;
  Label otherwise = end;
  for (CaseClause* clause : s.clauses) {
    bodies.push_back(b_.newLabel());
    if (clause->isDefault) otherwise = bodies.back();
  }
  targets_.push_back({&s, end, end, false});
  for (size_t i = 0; i < s.clauses.size(); i++) {
    for (Expr* e : s.clauses[i]->exprs) {
      at(startPos(*e));
      if (sema::modeOf(*unparen(e)) == sema::Mode::Nil) {
        jumpIntI(Op::Equal, x, 0, bodies[i]);
        continue;
      }
      const Rep* want = repOf(*e);
      if (want->isInterface()) {
        Mark mark(*this);
        Reg t = alloc(1);
        b_.emitImplements(t, x, descriptor(want));
        jumpIf(t, bodies[i], true);
        continue;
      }
      Label no = b_.newLabel();
      b_.emitJumpTypeNe(x, no, descriptor(want));
      jump(bodies[i]);
      b_.bind(no);
    }
  }
  if (!b_.unreachable()) jump(otherwise);
  for (size_t i = 0; i < s.clauses.size(); i++) {
    CaseClause* clause = s.clauses[i];
    b_.bind(bodies[i]);
    Block body(*this);
    if (Object* v = clause->object) {
      const Rep* want = rep(v->type);
      statementTop_ = top_;
      if (want->isInterface()) {
        declareFrom(v, x);
      } else if (want->direct()) {
        declareFrom(v, Reg(x + 1));
      } else {
        Reg slot = declareSlot(v);
        if (info(v).boxed) {
          b_.emitNew(slot, program_.reps.info(want));
          liveWord(slot, WordKind::Pointer);
          b_.emitCopyMem(slot, Reg(x + 1), 0, uint32_t(want->size));
        } else {
          loadMemory(slot, Reg(x + 1), 0, want);
          live(slot, want);
        }
      }
    }
    (void)r;
    statements(clause->body);
    if (i + 1 < s.clauses.size() && !b_.unreachable()) jump(end);
  }
  targets_.pop_back();
  b_.bind(end);
}

} // namespace gossamer::lower
