// for and range.
#include "frontend/lower/FunctionLowerer.h"

#include <algorithm>
#include <bit>

namespace gossamer::lower {

using namespace ast;
using sema::Object;
using sema::RangeKind;

namespace {

int nodesOf(Node& n, int budget) {
  int count = 1;
  forEachChild(n, [&](Node& child) {
    if (count <= budget) count += nodesOf(child, budget - count);
  });
  return count;
}

Object* variableOf(Expr* e) {
  auto* ident = e ? unparen(e)->as<Ident>() : nullptr;
  return ident && ident->object && ident->object->isVar() && !ident->name.isBlank() ? ident->object : nullptr;
}

bool isBlank(Expr* e) {
  if (!e) return true;
  auto* ident = unparen(e)->as<Ident>();
  return ident && ident->name.isBlank();
}

} // namespace

// ---- Constants ----

bool FunctionLowerer::constantBits(const Expr& e, uint64_t& bits) {
  if (!e.constant || !e.type) return false;
  const Rep* r = repOf(e);
  switch (r->kind) {
  case Kind::Float64: bits = std::bit_cast<uint64_t>(e.constant->toDouble()); return true;
  case Kind::Float32: bits = std::bit_cast<uint32_t>(e.constant->toFloat()); return true;
  default: {
    int64_t value;
    if (!constInt(e, value)) return false;
    bits = uint64_t(value);
    return true;
  }
  }
}

// Constants that instructions in a loop want in a slot: operands without an immediate form, and what is stored in memory.
void FunctionLowerer::collectConstants(Node& n, std::vector<uint64_t>& out, int depth) {
  if (depth > 100) return;
  auto want = [&](Expr* e) {
    e = unparen(e);
    uint64_t bits;
    if (out.size() >= kMaxLoopConstants || !constantBits(*e, bits)) return;
    if (std::find(out.begin(), out.end(), bits) == out.end()) out.push_back(bits);
  };
  switch (n.kind) {
  case ast::Kind::FuncLit: return;
  case ast::Kind::BinaryExpr: {
    auto& b = static_cast<BinaryExpr&>(n);
    if (b.constant) return;
    for (Expr* e : {b.x, b.y}) {
      int64_t value;
      if (e->constant && !(constInt(*e, value) && fits16(value)) && b.op != Op::Shl && b.op != Op::Shr) want(e);
    }
    break;
  }
  case ast::Kind::AssignStmt: {
    auto& a = static_cast<AssignStmt&>(n);
    if (a.op == Op::None && a.lhs.size() == a.rhs.size()) {
      for (size_t i = 0; i < a.lhs.size(); i++) {
        Expr* l = unparen(a.lhs[i]);
        if (!l->is(ast::Kind::Ident) && a.rhs[i]->constant && !needsConversion(*a.rhs[i], l->type)) want(a.rhs[i]);
      }
    } else if (a.op != Op::None && a.rhs[0]->constant && isFloat(repOf(*a.lhs[0])->kind)) {
      want(a.rhs[0]);
    }
    break;
  }
  case ast::Kind::CallExpr: {
    auto& c = static_cast<CallExpr&>(n);
    if (sema::CallKind(c.callKind) != sema::CallKind::Call) break;
    Callee callee = calleeOf(view_, c);
    if (!callee.instantiation && program_.inlinable(callee))
      collectConstants(*callee.object->node->as<FuncDecl>()->body, out, depth + 1);
    break;
  }
  default: break;
  }
  forEachChild(n, [&](Node& child) {
    if (out.size() < kMaxLoopConstants) collectConstants(child, out, depth + 1);
  });
}

// Puts them there in front of an outermost loop; true if the caller has to forget them behind it.
bool FunctionLowerer::hoistConstants(BlockStmt& body) {
  if (!loopConstants_.empty() || hoisting_ || inline_) return false;
  std::vector<uint64_t> found;
  collectConstants(body, found);
  hoisting_ = true;
  for (uint64_t bits : found) {
    Reg slot = alloc(1);
    if (bits == 0) b_.emitZero(slot);
    else if (int64_t(bits) >= INT32_MIN && int64_t(bits) <= INT32_MAX) b_.emitLoadI32(slot, int32_t(bits));
    else b_.emitLoadI64(slot, int64_t(bits));
    loopConstants_.push_back({bits, slot});
  }
  return true;
}

FunctionLowerer::Hoist::Hoist(FunctionLowerer& f, BlockStmt& body) : f(f), mine(f.hoistConstants(body)) {}
FunctionLowerer::Hoist::~Hoist() {
  if (!mine) return;
  f.loopConstants_.clear();
  f.hoisting_ = false;
}

// A loop is tested at its bottom; the test at the top is a copy of a short condition, or a jump to the bottom one.
void FunctionLowerer::forStmt(ForStmt& s) {
  Block scope(*this);
  if (s.init) statement(s.init);
  std::vector<Object*> boxed; // variables that are new in each iteration
  if (s.perIterationVars)
    if (auto* init = s.init ? s.init->as<AssignStmt>() : nullptr; init && init->define)
      for (Expr* l : init->lhs)
        if (Object* v = variableOf(l); v && !v->isPackageLevel && info(v).boxed) boxed.push_back(v);

  Hoist hoist(*this, *s.body);
  Label body = b_.newLabel(), next = b_.newLabel(), test = b_.newLabel(), end = b_.newLabel();
  bool endless = !s.cond || (s.cond->constant && s.cond->constant->boolValue());
  bool copyTest = !endless && nodesOf(*s.cond, 16) <= 12 && !hasCall(*s.cond);
  if (!endless) {
    Conditional conditional(*this);
    at(s.cond->pos);
    statementTop_ = top_;
    if (copyTest) branch(s.cond, end, false);
    else b_.emitJump(0, test);
  }
  b_.bind(body);
  targets_.push_back({&s, end, next, true});
  block(s.body);
  targets_.pop_back();
  b_.bind(next);
  statementTop_ = top_;
  for (Object* v : boxed) {
    Mark mark(*this);
    VarInfo& vi = info(v);
    const Rep* r = rep(v->type);
    Reg value = alloc(r);
    loadMemory(value, vi.slot, 0, r);
    live(value, r);
    b_.emitNew(vi.slot, program_.reps.info(r));
    storeMemory(value, vi.slot, 0, r);
  }
  Conditional conditional(*this);
  if (!endless && copyTest && countedLatch(s, body)) {
    b_.bind(end);
    return;
  }
  if (s.post) statement(s.post);
  b_.bind(test);
  if (endless) {
    at(s.pos);
    if (!b_.unreachable()) b_.emitLoop(0, body);
  } else {
    at(s.cond->pos);
    branch(s.cond, body, true);
  }
  b_.bind(end);
}

// i++; i < limit as one instruction. The limit must be at hand without an instruction of its own.
bool FunctionLowerer::countedLatch(ForStmt& s, Label body) {
  auto* inc = s.post ? s.post->as<IncDecStmt>() : nullptr;
  auto* cond = unparen(s.cond)->as<BinaryExpr>();
  if (!inc || !cond || cond->constant) return false;
  Object* v = variableOf(inc->x);
  if (!v || v->isPackageLevel || variableOf(cond->x) != v) return false;
  VarInfo& vi = info(v);
  const Rep* r = rep(v->type);
  if (!isHere(vi) || vi.viaPointer || !r->isInt() || !r->isSigned || r->size != 8) return false;
  int64_t limit;
  bool constantLimit = constInt(*cond->y, limit) && fits16(limit);
  at(inc->pos);
  if (inc->op == Op::Sub) {
    if (cond->op != Op::GreaterEqual || !constantLimit) return false;
    b_.emitCountDownGeI(vi.slot, int16_t(limit), body);
    return true;
  }
  if (cond->op != Op::Less && cond->op != Op::LessEqual) return false;
  bool less = cond->op == Op::Less;
  if (constantLimit) {
    if (less) b_.emitCountLtI(vi.slot, int16_t(limit), body);
    else b_.emitCountLeI(vi.slot, int16_t(limit), body);
    return true;
  }
  Reg slot = slotOfStable(cond->y);
  if (slot == kNoSlot) return false;
  if (less) b_.emitCountLt(vi.slot, slot, body);
  else b_.emitCountLe(vi.slot, slot, body);
  return true;
}

// The slot where the value of an int expression lies anyhow: a variable, or the length of one.
Reg FunctionLowerer::slotOfStable(Expr* e) {
  e = unparen(e);
  if (e->constant) return kNoSlot;
  auto slotOf = [&](Expr* x) -> Reg {
    Object* v = variableOf(x);
    if (!v || v->isPackageLevel) return kNoSlot;
    VarInfo& vi = info(v);
    return isHere(vi) && !vi.viaPointer && !(vi.homed && rep(v->type)->narrow) ? vi.slot : kNoSlot;
  };
  if (e->is(ast::Kind::Ident)) return slotOf(e);
  if (auto* c = e->as<CallExpr>(); c && sema::CallKind(c->callKind) == sema::CallKind::Builtin &&
                                   sema::BuiltinId(c->builtin) == sema::BuiltinId::Len) {
    sema::Type* type = typeOf(*c->args[0]);
    if (!sema::isString(type) && !sema::as<sema::Slice>(type)) return kNoSlot;
    Reg slot = slotOf(c->args[0]);
    return slot == kNoSlot ? kNoSlot : Reg(slot + 1);
  }
  return kNoSlot;
}

// ---- range ----

void FunctionLowerer::rangeStmt(RangeStmt& s) {
  Block scope(*this);
  at(s.pos);
  statementTop_ = top_;
  // Before Go 1.22 the variables belong to the loop, not to the iteration.
  if (s.define && !s.perIterationVars && RangeKind(s.rangeKind) != RangeKind::Func)
    for (Expr* e : {s.key, s.value})
      if (Object* v = variableOf(e); v && !v->isPackageLevel) declare(v, nullptr);
  if (RangeKind(s.rangeKind) == RangeKind::Func) return rangeFunc(s);
  Hoist hoist(*this, *s.body);
  switch (RangeKind(s.rangeKind)) {
  case RangeKind::Int: return rangeInt(s);
  case RangeKind::Slice: return rangeSlice(s);
  case RangeKind::Array:
  case RangeKind::ArrayPointer: return rangeArray(s);
  case RangeKind::String: return rangeString(s);
  case RangeKind::Map: return rangeMap(s);
  case RangeKind::Chan: return rangeChan(s);
  case RangeKind::Func:
  case RangeKind::None: fail("a range over nothing"); return;
  }
}

// Gives an iteration variable its value: `produce` writes it to slots. With := and one variable per iteration it is declared
// here, in the iteration's own block.
void FunctionLowerer::rangeAssign(RangeStmt& s, Expr* target, const Rep* from, const std::function<void(Reg)>& produce) {
  if (isBlank(target)) return;
  Object* v = variableOf(target);
  if (s.define && s.perIterationVars && v && !v->isPackageLevel) {
    VarInfo& vi = info(v);
    if (vi.boxed) {
      Reg slot = alloc(1);
      {
        Mark mark(*this);
        Reg t = alloc(from);
        produce(t);
        live(t, from);
        b_.emitNew(slot, program_.reps.info(from));
        liveWord(slot, WordKind::Pointer);
        storeMemory(t, slot, 0, from);
      }
      bindSlot(v, slot);
      vi.viaPointer = true;
      return;
    }
    Reg slot = declareSlot(v);
    produce(slot);
    return live(slot, from);
  }
  if (!s.define && target == s.key && !isBlank(s.value) && !variableOf(s.value)) {
    // As in an assignment of two: what the second target needs is evaluated before the first is assigned.
    Reg outer = std::exchange(statementTop_, top_);
    valuePlace_ = pin(place(s.value));
    statementTop_ = outer;
    valuePlaceOf_ = &s;
  }
  Mark mark(*this);
  Reg statementTop = std::exchange(statementTop_, top_);
  Reg t = alloc(from);
  produce(t);
  live(t, from);
  sema::Type* type = v ? v->type : typeOf(*target);
  if (rep(type)->isInterface() && !from->isInterface()) {
    Reg converted = alloc(2);
    toInterface(converted, t, from);
    live(converted, rep(type));
    t = converted;
  }
  Place p = target == s.value && valuePlaceOf_ == &s ? valuePlace_ : place(target);
  if (target == s.value) valuePlaceOf_ = nullptr;
  store(p, t);
  statementTop_ = statementTop;
}

// Can the variable share the slot of the loop's own counter?
bool FunctionLowerer::sharesCounter(RangeStmt& s) {
  Object* v = variableOf(s.key);
  if (!v || !s.define || !s.perIterationVars || v->isPackageLevel) return false;
  VarInfo& vi = info(v);
  return !v->isAssigned && !v->isAddrTaken && !vi.boxed && !vi.homed;
}

void FunctionLowerer::rangeInt(RangeStmt& s) {
  Label body = b_.newLabel(), next = b_.newLabel(), end = b_.newLabel();
  const Rep* r = s.key && !isBlank(s.key) && s.define && variableOf(s.key) ? rep(variableOf(s.key)->type) : repOf(*s.x);
  if (!r->isInt()) r = program_.reps.of(program_.reps.context().basic(sema::BasicKind::Int));
  bool unsignedWide = r->isUnsigned() && r->size == 8;
  int64_t constantLimit;
  bool isConstant = constInt(*s.x, constantLimit) && fits16(constantLimit) && !unsignedWide;
  Reg limit = 0;
  if (!isConstant) {
    limit = alloc(1);
    into(limit, s.x);
  }
  Reg i = alloc(1);
  b_.emitZero(i);
  if (isConstant) {
    if (constantLimit <= 0) return;
  } else if (unsignedWide) {
    b_.emitJumpEqI(limit, 0, end);
  } else {
    b_.emitJumpLeI(limit, 0, end);
  }
  b_.bind(body);
  targets_.push_back({&s, end, next, true});
  {
    Block iteration(*this);
    if (sharesCounter(s)) bindSlot(variableOf(s.key), i);
    else rangeAssign(s, s.key, r, [&](Reg dst) { move(dst, i, 1); });
    block(s.body);
  }
  targets_.pop_back();
  b_.bind(next);
  at(s.pos);
  if (isConstant) {
    b_.emitCountLtI(i, int16_t(constantLimit), body);
  } else if (unsignedWide) {
    b_.emitAddI(i, i, 1);
    b_.emitLoopNe(i, limit, body);
  } else {
    b_.emitCountLt(i, limit, body);
  }
  b_.bind(end);
}

void FunctionLowerer::rangeElements(RangeStmt& s, Reg length, int64_t constLength,
                                    const std::function<void(Reg dst, Reg index)>& load, const Rep* elem) {
  Label body = b_.newLabel(), next = b_.newLabel(), end = b_.newLabel();
  Reg i = alloc(1);
  b_.emitZero(i);
  bool isConstant = constLength >= 0;
  if (isConstant && constLength == 0) return;
  if (isConstant && !fits16(constLength)) {
    length = alloc(1);
    b_.emitLoadI64(length, constLength);
    isConstant = false;
  }
  if (!isConstant) b_.emitJumpLeI(length, 0, end);
  b_.bind(body);
  targets_.push_back({&s, end, next, true});
  {
    Block iteration(*this);
    const Rep* intRep = program_.reps.of(program_.reps.context().basic(sema::BasicKind::Int));
    if (sharesCounter(s)) bindSlot(variableOf(s.key), i);
    else rangeAssign(s, s.key, intRep, [&](Reg dst) { move(dst, i, 1); });
    if (!isBlank(s.value)) rangeAssign(s, s.value, elem, [&](Reg dst) { load(dst, i); });
    block(s.body);
  }
  targets_.pop_back();
  b_.bind(next);
  at(s.pos);
  if (isConstant) b_.emitCountLtI(i, int16_t(constLength), body);
  else b_.emitCountLt(i, length, body);
  b_.bind(end);
}

void FunctionLowerer::rangeSlice(RangeStmt& s) {
  auto* slice = sema::as<sema::Slice>(typeOf(*s.x));
  const Rep* elem = rep(slice->elem);
  Object* v = variableOf(s.x);
  Reg x;
  if (v && !v->isPackageLevel && !v->isAssigned && !v->isAddrTaken && isHere(info(v)) && !info(v).viaPointer) {
    x = info(v).slot; // nobody can change it
  } else {
    x = alloc(repOf(*s.x));
    into(x, s.x);
    live(x, repOf(*s.x));
  }
  rangeElements(
      s, Reg(x + 1), -1,
      [&](Reg dst, Reg index) {
        Place p;
        p.kind = Place::Kind::Slice;
        p.rep = elem;
        p.base = x;
        p.index = index;
        load(dst, p);
      },
      elem);
}

void FunctionLowerer::rangeArray(RangeStmt& s) {
  sema::Type* type = typeOf(*s.x);
  auto* pointer = sema::as<sema::Pointer>(type);
  const Rep* array = rep(pointer ? pointer->elem : type);
  int64_t length = int64_t(array->length);
  if (isBlank(s.value)) {
    // Only the length counts; x is evaluated if it calls or receives.
    if (hasCall(*s.x)) discard(s.x);
    return rangeElements(s, 0, length, [](Reg, Reg) {}, array->elem);
  }
  Place base;
  if (pointer) {
    Reg p = alloc(1);
    into(p, s.x);
    liveWord(p, WordKind::Pointer);
    base = memoryPlace(p, 0, array);
  } else if (array->slots > kMaxLocalSlots) {
    Reg copy = alloc(1);
    b_.emitNew(copy, program_.reps.info(array));
    liveWord(copy, WordKind::Pointer);
    storeExpr(memoryPlace(copy, 0, array), s.x, nullptr);
    base = memoryPlace(copy, 0, array);
  } else {
    // A copy, as the spec says.
    Reg copy = alloc(array);
    into(copy, s.x);
    live(copy, array);
    base = slotPlace(copy, array);
  }
  rangeElements(
      s, 0, length,
      [&](Reg dst, Reg index) {
        Mark mark(*this);
        if (base.kind == Place::Kind::Slot && array->elem->size == 8 && !array->elem->isAggregate())
          return b_.emitFrameIndex64(dst, base.base, index, uint32_t(array->length));
        Reg p = base.base;
        if (base.kind == Place::Kind::Slot) {
          p = alloc(1);
          b_.emitLea(p, base.base, 0);
          addressed(base.base, array->slots);
        }
        Reg a = alloc(1);
        if (array->elem->size > 0xffff) {
          Reg size = alloc(1);
          b_.emitLoadI64(size, int64_t(array->elem->size));
          b_.emitMul(size, index, size);
          b_.emitAdd(a, p, size);
        } else {
          b_.emitArrayAddr(a, p, index, uint16_t(array->elem->size), uint32_t(array->length));
        }
        loadMemory(dst, a, 0, array->elem);
      },
      array->elem);
}

void FunctionLowerer::rangeString(RangeStmt& s) {
  Label top = b_.newLabel(), next = b_.newLabel(), end = b_.newLabel();
  Reg x = alloc(2);
  into(x, s.x);
  liveWord(x, WordKind::Pointer);
  Reg state = alloc(3);
  b_.emitZeroN(state, 3);
  const Rep* intRep = program_.reps.of(program_.reps.context().basic(sema::BasicKind::Int));
  const Rep* runeRep = program_.reps.of(program_.in.checker.runeType());
  b_.bind(top);
  b_.emitRangeStr(state, x, 0, end);
  targets_.push_back({&s, end, next, true});
  {
    Block iteration(*this);
    if (sharesCounter(s)) bindSlot(variableOf(s.key), Reg(state + 1));
    else rangeAssign(s, s.key, intRep, [&](Reg dst) { move(dst, Reg(state + 1), 1); });
    if (!isBlank(s.value)) rangeAssign(s, s.value, runeRep, [&](Reg dst) { move(dst, Reg(state + 2), 1); });
    block(s.body);
  }
  targets_.pop_back();
  b_.bind(next);
  at(s.pos);
  if (!b_.unreachable()) b_.emitLoop(0, top);
  b_.bind(end);
}

void FunctionLowerer::rangeMap(RangeStmt& s) {
  Label top = b_.newLabel(), next = b_.newLabel(), end = b_.newLabel();
  auto* map = sema::as<sema::Map>(typeOf(*s.x));
  Reg m = alloc(1);
  into(m, s.x);
  liveWord(m, WordKind::Pointer);
  Reg iter = alloc(1);
  b_.emitMapIterInit(iter, m, program_.reps.info(repOf(*s.x)));
  liveWord(iter, WordKind::Pointer);
  const Rep* keyRep = rep(map->key);
  const Rep* elemRep = rep(map->elem);
  bool wantKey = !isBlank(s.key), wantValue = !isBlank(s.value);
  Reg key = alloc(keyRep), value = alloc(elemRep);
  b_.bind(top);
  b_.emitMapIterNext(iter, wantKey && keyRep->slots ? key : kNoSlot, wantValue && elemRep->slots ? value : kNoSlot, end);
  targets_.push_back({&s, end, next, true});
  {
    Block iteration(*this);
    if (wantKey) live(key, keyRep);
    if (wantValue) live(value, elemRep);
    if (wantKey) {
      if (sharesCounter(s)) bindSlot(variableOf(s.key), key);
      else rangeAssign(s, s.key, keyRep, [&](Reg dst) { move(dst, key, keyRep->slots); });
    }
    if (wantValue) {
      Object* v = variableOf(s.value);
      bool shares = v && s.define && s.perIterationVars && !v->isPackageLevel && !v->isAssigned && !v->isAddrTaken &&
                    !info(v).boxed && !info(v).homed;
      if (shares) bindSlot(v, value);
      else rangeAssign(s, s.value, elemRep, [&](Reg dst) { move(dst, value, elemRep->slots); });
    }
    block(s.body);
    // Not before: continue jumps from where they are live, and the end of the loop is reached without any.
  }
  dead(key, keyRep->slots);
  dead(value, elemRep->slots);
  targets_.pop_back();
  b_.bind(next);
  at(s.pos);
  if (!b_.unreachable()) b_.emitLoop(0, top);
  b_.bind(end);
}

void FunctionLowerer::rangeChan(RangeStmt& s) {
  Label top = b_.newLabel(), end = b_.newLabel();
  auto* chan = sema::as<sema::Chan>(typeOf(*s.x));
  const Rep* elem = rep(chan->elem);
  Reg c = alloc(1);
  into(c, s.x);
  liveWord(c, WordKind::Pointer);
  Reg ok = alloc(1);
  Reg value = alloc(elem);
  b_.bind(top);
  at(s.pos);
  b_.emitRecv(elem->slots && !isBlank(s.key) ? value : kNoSlot, c, ok);
  b_.emitJumpIfNot(ok, end);
  Label next = b_.newLabel();
  targets_.push_back({&s, end, next, true});
  {
    Block iteration(*this);
    if (!isBlank(s.key)) {
      live(value, elem);
      rangeAssign(s, s.key, elem, [&](Reg dst) { move(dst, value, elem->slots); });
    }
    block(s.body);
  }
  dead(value, elem->slots);
  targets_.pop_back();
  b_.bind(next);
  at(s.pos);
  if (!b_.unreachable()) b_.emitLoop(0, top);
  b_.bind(end);
}

} // namespace gossamer::lower
