// Conditions as jumps, comparisons as values.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;

namespace {

Op negated(Op op) {
  switch (op) {
  case Op::Equal: return Op::NotEqual;
  case Op::NotEqual: return Op::Equal;
  case Op::Less: return Op::GreaterEqual;
  case Op::LessEqual: return Op::Greater;
  case Op::Greater: return Op::LessEqual;
  default: return Op::Less;
  }
}

// x op y is y swapped(op) x.
Op swapped(Op op) {
  switch (op) {
  case Op::Less: return Op::Greater;
  case Op::LessEqual: return Op::GreaterEqual;
  case Op::Greater: return Op::Less;
  case Op::GreaterEqual: return Op::LessEqual;
  default: return op;
  }
}

bool isNil(Expr* e) { return sema::modeOf(*unparen(e)) == sema::Mode::Nil; }

// One machine word compared as an integer: integers, bools and whatever is a pointer.
bool comparesAsWord(const Rep* r) {
  return r->isInt() || r->kind == Kind::Bool || isPointerKind(r->kind);
}

} // namespace

void FunctionLowerer::jump(Label target) {
  if (b_.unreachable()) return;
  if (isBack(target)) b_.emitLoop(0, target);
  else b_.emitJump(0, target);
}

void FunctionLowerer::jumpIf(Reg cond, Label target, bool when) {
  if (isBack(target)) return when ? b_.emitLoopIf(cond, target) : b_.emitLoopIfNot(cond, target);
  return when ? b_.emitJumpIf(cond, target) : b_.emitJumpIfNot(cond, target);
}

void FunctionLowerer::jumpInt(Op op, Reg x, Reg y, bool isUnsigned, Label target) {
  if (op == Op::Greater || op == Op::GreaterEqual) {
    std::swap(x, y);
    op = swapped(op);
  }
  if (isBack(target)) {
    if (op == Op::NotEqual) return b_.emitLoopNe(x, y, target);
    if (op == Op::Less && !isUnsigned) return b_.emitLoopLt(x, y, target);
    if (op == Op::LessEqual && !isUnsigned) return b_.emitLoopLe(x, y, target);
    Label skip = b_.newLabel();
    jumpInt(negated(op), x, y, isUnsigned, skip);
    b_.emitLoop(0, target);
    return b_.bind(skip);
  }
  switch (op) {
  case Op::Equal: return b_.emitJumpEq(x, y, target);
  case Op::NotEqual: return b_.emitJumpNe(x, y, target);
  case Op::Less: return isUnsigned ? b_.emitJumpLtU(x, y, target) : b_.emitJumpLt(x, y, target);
  default: return isUnsigned ? b_.emitJumpLeU(x, y, target) : b_.emitJumpLe(x, y, target);
  }
}

void FunctionLowerer::jumpIntI(Op op, Reg x, int16_t y, Label target) {
  if (isBack(target)) {
    switch (op) {
    case Op::NotEqual: return b_.emitLoopNeI(x, y, target);
    case Op::Less: return b_.emitLoopLtI(x, y, target);
    case Op::LessEqual: return b_.emitLoopLeI(x, y, target);
    case Op::Greater: return b_.emitLoopGtI(x, y, target);
    case Op::GreaterEqual: return b_.emitLoopGeI(x, y, target);
    default: break;
    }
    Label skip = b_.newLabel();
    jumpIntI(negated(op), x, y, skip);
    b_.emitLoop(0, target);
    return b_.bind(skip);
  }
  switch (op) {
  case Op::Equal: return b_.emitJumpEqI(x, y, target);
  case Op::NotEqual: return b_.emitJumpNeI(x, y, target);
  case Op::Less: return b_.emitJumpLtI(x, y, target);
  case Op::LessEqual: return b_.emitJumpLeI(x, y, target);
  case Op::Greater: return b_.emitJumpGtI(x, y, target);
  default: return b_.emitJumpGeI(x, y, target);
  }
}

void FunctionLowerer::branch(Expr* e, Label target, bool when) {
  Mark mark(*this);
  e = unparen(e);
  if (e->constant) {
    if (e->constant->boolValue() == when) jump(target);
    return;
  }
  if (auto* u = e->as<UnaryExpr>(); u && u->op == Op::Not) return branch(u->x, target, !when);
  if (auto* b = e->as<BinaryExpr>()) {
    if (b->op == Op::AndAnd || b->op == Op::OrOr) {
      // The left spine of a && b && c may be long: take its terms in order.
      std::vector<Expr*> terms;
      Expr* left = b;
      while (auto* chain = unparen(left)->as<BinaryExpr>()) {
        if (chain->op != b->op || chain->constant) break;
        terms.push_back(chain->y);
        left = chain->x;
      }
      terms.push_back(left);
      bool stopsOn = b->op == Op::OrOr; // the value of a term that decides
      Label skip = b_.newLabel();
      for (size_t i = terms.size(); i-- > 0;) {
        if (i == terms.size() - 1) {
          if (stopsOn == when) branch(terms[i], target, when);
          else branch(terms[i], skip, stopsOn);
          continue;
        }
        Conditional conditional(*this);
        if (i == 0 || stopsOn == when) branch(terms[i], target, when);
        else branch(terms[i], skip, stopsOn);
      }
      return b_.bind(skip);
    }
    if (b->op == Op::Equal || b->op == Op::NotEqual || b->op == Op::Less || b->op == Op::LessEqual ||
        b->op == Op::Greater || b->op == Op::GreaterEqual)
      return branchCompare(*b, target, when);
  }
  Reg x = any(e);
  jumpIf(x, target, when);
}

void FunctionLowerer::branchCompare(BinaryExpr& e, Label target, bool when) {
  Expr* left = e.x;
  Expr* right = e.y;
  Op op = e.op;
  if (isNil(left) || (left->constant && !right->constant)) {
    std::swap(left, right);
    op = swapped(op);
  }
  Op taken = when ? op : negated(op);
  at(e.pos);
  if (isNil(right)) { // pointers, slices, maps, channels, funcs and interfaces: the first word tells
    Reg x = any(left);
    at(e.pos);
    return jumpIntI(taken, x, 0, target);
  }
  const Rep* r = repOf(*left);
  const Rep* other = repOf(*right);
  bool asInterfaces = r->isInterface() || other->isInterface();
  if (comparesAsWord(r) && !asInterfaces) {
    int64_t value;
    if (constInt(*right, value) && fits16(value)) {
      bool signedCompare = !r->isUnsigned() || op == Op::Equal || op == Op::NotEqual;
      // Unsigned values below 2^63 compare alike, and narrow ones all are.
      if (signedCompare || (r->size < 8 && value >= 0)) {
        Reg x = any(left);
        at(e.pos);
        if (r->kind == Kind::Bool) return jumpIf(x, target, (taken == Op::Equal) == (value != 0));
        return jumpIntI(taken, x, int16_t(value), target);
      }
    }
    Reg x, y;
    EarlyCalls scope(*this);
    if (hasCall(*right) && callsFirst(std::array{left, right}) && !isEarly(*left)) {
      y = any(right);
      x = any(left);
    } else {
      x = any(left);
      y = any(right);
    }
    at(e.pos);
    return jumpInt(taken, x, y, r->isUnsigned() && r->size == 8, target);
  }
  if (r->kind == Kind::String && !asInterfaces && right->constant && right->constant->stringValue().empty() &&
      (op == Op::Equal || op == Op::NotEqual)) {
    Reg x = any(left);
    return jumpIntI(taken, Reg(x + 1), 0, target);
  }
  if (r->kind == Kind::Float64 && !asInterfaces && !isBack(target)) {
    Reg x = any(left);
    Reg y = any(right);
    at(e.pos);
    if (op == Op::Greater || op == Op::GreaterEqual) {
      std::swap(x, y);
      op = swapped(op);
    }
    switch (op) {
    case Op::Equal: return when ? b_.emitJumpEqF64(x, y, target) : b_.emitJumpNeF64(x, y, target);
    case Op::NotEqual: return when ? b_.emitJumpNeF64(x, y, target) : b_.emitJumpEqF64(x, y, target);
    case Op::Less: return when ? b_.emitJumpLtF64(x, y, target) : b_.emitJumpNotLtF64(x, y, target);
    default: return when ? b_.emitJumpLeF64(x, y, target) : b_.emitJumpNotLeF64(x, y, target);
    }
  }
  if (r->kind == Kind::Float64 && !asInterfaces) {
    Label skip = b_.newLabel();
    branchCompare(e, skip, !when);
    b_.emitLoop(0, target);
    return b_.bind(skip);
  }
  // != is the opposite of ==: test that.
  Reg t = alloc(1);
  if (e.op == Op::NotEqual) {
    BinaryExpr equal;
    equal.op = Op::Equal;
    equal.x = e.x;
    equal.y = e.y;
    equal.pos = e.pos;
    equal.type = e.type;
    compare(t, equal);
    return jumpIf(t, target, !when);
  }
  compare(t, e);
  jumpIf(t, target, when);
}

void FunctionLowerer::compare(Reg dst, BinaryExpr& e) {
  Expr* left = e.x;
  Expr* right = e.y;
  Op op = e.op;
  if (isNil(left) || (left->constant && !right->constant)) {
    std::swap(left, right);
    op = swapped(op);
  }
  at(e.pos);
  if (isNil(right)) {
    Reg x = any(left);
    return op == Op::Equal ? b_.emitEqI(dst, x, 0) : b_.emitNeI(dst, x, 0);
  }
  const Rep* r = repOf(*left);
  const Rep* other = repOf(*right);
  if (r->isInterface() || other->isInterface()) {
    // A value of concrete type is compared as an interface.
    sema::Type* iface = typeOf(r->isInterface() ? *left : *right);
    Reg x = anyAs(left, iface);
    Reg y = anyAs(right, iface);
    at(e.pos);
    b_.emitEqIface(dst, x, y);
    if (op == Op::NotEqual) b_.emitNot(dst, dst);
    return;
  }
  if (comparesAsWord(r)) {
    int64_t value;
    if (constInt(*right, value) && fits16(value) &&
        (!r->isUnsigned() || op == Op::Equal || op == Op::NotEqual || (r->size < 8 && value >= 0))) {
      Reg x = any(left);
      auto i = int16_t(value);
      switch (op) {
      case Op::Equal: return b_.emitEqI(dst, x, i);
      case Op::NotEqual: return b_.emitNeI(dst, x, i);
      case Op::Less: return b_.emitLtI(dst, x, i);
      case Op::LessEqual: return b_.emitLeI(dst, x, i);
      case Op::Greater: return b_.emitGtI(dst, x, i);
      default: return b_.emitGeI(dst, x, i);
      }
    }
  }
  bool large = r->slots > kMaxLocalSlots;
  auto operand = [&](Expr* x) { return large ? largeValue(x, r) : any(x); };
  Reg x, y;
  EarlyCalls scope(*this);
  if (hasCall(*right) && callsFirst(std::array{left, right}) && !isEarly(*left)) {
    y = operand(right);
    x = operand(left);
  } else {
    x = operand(left);
    y = operand(right);
  }
  at(e.pos);
  if (large) {
    b_.emitEqMem(dst, x, y, program_.reps.info(r));
    if (op == Op::NotEqual) b_.emitNot(dst, dst);
    return;
  }
  compareValues(dst, op, x, y, r);
}

void FunctionLowerer::compareValues(Reg dst, Op op, Reg x, Reg y, const Rep* r) {
  if (op == Op::Greater || op == Op::GreaterEqual) {
    std::swap(x, y);
    op = swapped(op);
  }
  if (comparesAsWord(r)) {
    bool isUnsigned = r->isUnsigned() && r->size == 8;
    switch (op) {
    case Op::Equal: return b_.emitEq(dst, x, y);
    case Op::NotEqual: return b_.emitNe(dst, x, y);
    case Op::Less: return isUnsigned ? b_.emitLtU(dst, x, y) : b_.emitLt(dst, x, y);
    default: return isUnsigned ? b_.emitLeU(dst, x, y) : b_.emitLe(dst, x, y);
    }
  }
  switch (r->kind) {
  case Kind::Float64:
    switch (op) {
    case Op::Equal: return b_.emitEqF64(dst, x, y);
    case Op::NotEqual: return b_.emitNeF64(dst, x, y);
    case Op::Less: return b_.emitLtF64(dst, x, y);
    default: return b_.emitLeF64(dst, x, y);
    }
  case Kind::Float32:
    switch (op) {
    case Op::Equal: return b_.emitEqF32(dst, x, y);
    case Op::NotEqual: return b_.emitNeF32(dst, x, y);
    case Op::Less: return b_.emitLtF32(dst, x, y);
    default: return b_.emitLeF32(dst, x, y);
    }
  case Kind::String:
    switch (op) {
    case Op::Less: return b_.emitLtStr(dst, x, y);
    case Op::LessEqual: return b_.emitLeStr(dst, x, y);
    default: b_.emitEqStr(dst, x, y); break;
    }
    break;
  case Kind::Complex128: b_.emitEqC128(dst, x, y); break;
  case Kind::Complex64: {
    Mark mark(*this);
    Reg a = alloc(2), b = alloc(2);
    b_.emitC64ToC128(a, x);
    b_.emitC64ToC128(b, y);
    b_.emitEqC128(dst, a, b);
    break;
  }
  case Kind::Interface: b_.emitEqIface(dst, x, y); break;
  case Kind::Struct:
  case Kind::Array:
    if (r->slots == 0) b_.emitLoadI32(dst, 1);
    else b_.emitEqValue(dst, x, y, descriptor(r));
    break;
  default: fail("a comparison that cannot be lowered"); return;
  }
  if (op == Op::NotEqual) b_.emitNot(dst, dst);
}

} // namespace gossamer::lower
