// Values of expressions.
#include "frontend/lower/FunctionLowerer.h"

#include <algorithm>
#include <array>
#include <bit>

namespace gossamer::lower {

using namespace ast;
using sema::BuiltinId;
using sema::Object;

// ---- Helpers ----

void FunctionLowerer::move(Reg dst, Reg src, uint32_t slots) {
  if (dst == src) return;
  switch (slots) {
  case 0: return;
  case 1: return b_.emitMove(dst, src);
  case 2: return b_.emitMove2(dst, src);
  case 3: return b_.emitMove3(dst, src);
  default: return b_.emitMoveN(dst, src, uint16_t(slots));
  }
}

Reg FunctionLowerer::copyOf(Reg src, const Rep* r) {
  Reg dst = alloc(r);
  move(dst, src, r->slots);
  live(dst, r);
  return dst;
}

void FunctionLowerer::zero(Reg dst, const Rep* r) {
  if (r->slots == 1) b_.emitZero(dst);
  else if (r->slots > 1) b_.emitZeroN(dst, r->slots);
}

// Of a constant whose type is a type parameter the checker knows only that it can be an integer: it may be written 2.0.
uint64_t FunctionLowerer::integerBits(const sema::Constant& value) {
  if (value.kind() == sema::ConstantKind::Int) return value.bits64();
  return program_.in.checker.constants().toInt(value).bits64();
}

void FunctionLowerer::constant(Reg dst, const sema::Constant& value, const Rep* r) {
  auto word = [&](Reg to, uint64_t bits) {
    int64_t v = int64_t(bits);
    if (v == 0) b_.emitZero(to);
    else if (v >= INT32_MIN && v <= INT32_MAX) b_.emitLoadI32(to, int32_t(v));
    else b_.emitLoadI64(to, v);
  };
  auto packed = [](float re, float im) {
    return uint64_t(std::bit_cast<uint32_t>(re)) | uint64_t(std::bit_cast<uint32_t>(im)) << 32;
  };
  switch (r->kind) {
  case Kind::Bool: return word(dst, value.boolValue());
  case Kind::String:
    if (value.stringValue().empty()) return zero(dst, r); // unsafe.StringData of it is nil
    return b_.emitLoadStr(dst, program_.in.module.string(value.stringValue()));
  case Kind::Float32: return word(dst, std::bit_cast<uint32_t>(value.toFloat()));
  case Kind::Float64: return word(dst, std::bit_cast<uint64_t>(value.toDouble()));
  case Kind::Complex64: return word(dst, packed(value.toFloat(), value.imagToFloat()));
  case Kind::Complex128:
    word(dst, std::bit_cast<uint64_t>(value.toDouble()));
    return word(Reg(dst + 1), std::bit_cast<uint64_t>(value.imagToDouble()));
  default: break;
  }
  uint64_t bits = integerBits(value);
  if (r->size < 8 && r->size > 0) {
    unsigned shift = unsigned(64 - 8 * r->size);
    bits = r->isSigned ? uint64_t(int64_t(bits << shift) >> shift) : (bits << shift) >> shift;
  }
  word(dst, bits);
}

bool FunctionLowerer::constInt(const Expr& e, int64_t& value) {
  if (!e.constant || !e.type) return false;
  const Rep* r = repOf(e);
  if (r->kind == Kind::Bool) {
    value = e.constant->boolValue();
    return true;
  }
  if (!r->isInt()) return false;
  value = int64_t(integerBits(*e.constant));
  if (r->size < 8) {
    unsigned shift = unsigned(64 - 8 * r->size);
    value = r->isSigned ? int64_t(uint64_t(value) << shift) >> shift
                        : int64_t((uint64_t(value) << shift) >> shift);
  }
  return true;
}

bool FunctionLowerer::needsConversion(const Expr& e, const sema::Type* target) {
  if (!target || !e.type || e.type->kind == sema::TypeKind::Tuple) return false;
  target = view_.of(target);
  if (!sema::isInterface(const_cast<sema::Type*>(target))) return false;
  if (e.type->kind == sema::TypeKind::Basic &&
      static_cast<const sema::Basic*>(e.type)->basic == sema::BasicKind::UntypedNil)
    return false;
  return !sema::isInterface(typeOf(e));
}

void FunctionLowerer::intoAs(Reg dst, Expr* e, const sema::Type* target) {
  if (!needsConversion(*e, target)) {
    if (target && sema::modeOf(*unparen(e)) == sema::Mode::Nil) return zero(dst, rep(target));
    return into(dst, e);
  }
  Mark mark(*this);
  const Rep* from = repOf(*e);
  if (from->slots > kMaxLocalSlots) { // from memory to memory
    Reg box = alloc(1);
    b_.emitNew(box, program_.reps.info(from));
    liveWord(box, WordKind::Pointer);
    storeExpr(memoryPlace(box, 0, from), e, nullptr);
    b_.emitLoadType(dst, descriptor(from));
    return b_.emitMove(Reg(dst + 1), box);
  }
  Reg src = any(e);
  toInterface(dst, src, from);
}

Reg FunctionLowerer::anyAs(Expr* e, const sema::Type* target) {
  if (!needsConversion(*e, target) && !(target && sema::modeOf(*unparen(e)) == sema::Mode::Nil)) return any(e);
  const Rep* r = rep(target);
  Reg dst = alloc(r);
  intoAs(dst, e, target);
  live(dst, r);
  return dst;
}

void FunctionLowerer::intoVariable(Reg dst, Expr* e, const sema::Type* target) {
  const Rep* r = rep(target ? target : e->type);
  auto* lit = unparen(e)->as<CompositeLit>();
  if (lit && r->isAggregate() && r->slots > 0) {
    bool plain = true;
    for (Expr* element : lit->elements) {
      Expr* v = element->is(ast::Kind::KeyValueExpr) ? element->as<KeyValueExpr>()->value : element;
      plain = plain && v->constant;
    }
    if (!plain) {
      Mark mark(*this);
      Reg t = alloc(r);
      intoAs(t, e, target);
      return move(dst, t, r->slots);
    }
  }
  intoAs(dst, e, target);
}

Reg FunctionLowerer::any(Expr* e) {
  Nesting nesting(*this);
  if (nesting.tooDeep) return 0;
  e = unparen(e);
  if (e->constant && !loopConstants_.empty()) {
    uint64_t bits;
    if (constantBits(*e, bits))
      for (const LoopConstant& c : loopConstants_)
        if (c.bits == bits) return c.slot;
  }
  if (Reg slot; wasEarly(e, slot)) return slot;
  if (!e->constant) {
    switch (e->kind) {
    case ast::Kind::Ident: {
      Object* o = e->as<Ident>()->object;
      if (o && o->isVar()) return read(place(o, e->pos));
      break;
    }
    case ast::Kind::SelectorExpr: {
      auto* selection = e->as<SelectorExpr>()->selection;
      if (selection && (selection->kind == sema::SelectionKind::FieldVal ||
                        (selection->kind == sema::SelectionKind::Qualified && selection->obj->isVar())))
        return read(place(e));
      break;
    }
    case ast::Kind::IndexExpr:
      if (e->as<IndexExpr>()->instance) break;
      [[fallthrough]];
    case ast::Kind::StarExpr: {
      if (e->type->kind == sema::TypeKind::Tuple) break;
      const Rep* r = repOf(*e);
      Reg dst = alloc(r);
      {
        Mark mark(*this);
        Place p = place(e);
        if (p.kind == Place::Kind::Slot && !p.inMemoryForm) {
          if (!isTemp(p.base)) {
            // An element of a variable's own slots.
            top_ = std::max(top_, Reg(dst + r->slots));
            return p.base;
          }
        }
        load(dst, p);
      }
      live(dst, r);
      return dst;
    }
    case ast::Kind::CallExpr: {
      auto& c = *e->as<CallExpr>();
      if (sema::CallKind(c.callKind) == sema::CallKind::Call) {
        Callee callee = calleeOf(view_, c);
        if (program_.inlinable(callee)) break;
        if (callee.kind == Callee::Kind::Function && callee.object->pkg && callee.object->pkg->path == "math") break;
        return call(c);
      }
      if (sema::CallKind(c.callKind) == sema::CallKind::Builtin) {
        auto id = BuiltinId(c.builtin);
        if (id == BuiltinId::Len || id == BuiltinId::Cap) return lengthReg(c.args[0], id == BuiltinId::Cap);
      }
      if (sema::CallKind(c.callKind) == sema::CallKind::Conversion) {
        const Rep* to = repOf(*e);
        const Rep* from = c.args[0]->type && c.args[0]->type->kind != sema::TypeKind::Tuple ? repOf(*c.args[0]) : nullptr;
        // Conversions that change nothing.
        if (from && sema::modeOf(*unparen(c.args[0])) != sema::Mode::Nil && !sema::isUntyped(c.args[0]->type)) {
          bool sameInt = to->isInt() && from->isInt() && to->size == 8;
          bool sameKind = to->kind == from->kind && to->kind != Kind::Interface;
          if (sameInt || sameKind) return any(c.args[0]);
        }
      }
      break;
    }
    default: break;
    }
  }
  const Rep* r = repOf(*e);
  Reg dst = alloc(r);
  into(dst, e);
  live(dst, r);
  return dst;
}

void FunctionLowerer::discard(Expr* e) {
  Mark mark(*this);
  Expr* x = unparen(e);
  if (x->constant || sema::modeOf(*x) == sema::Mode::TypeExpr || x->is(ast::Kind::Ident)) return;
  if (auto* c = x->as<CallExpr>()) {
    if (sema::CallKind(c->callKind) == sema::CallKind::Call) {
      at(c->pos);
      call(*c);
      return;
    }
    if (sema::CallKind(c->callKind) == sema::CallKind::Builtin) {
      at(c->pos);
      const Rep* r = x->type && x->type->kind != sema::TypeKind::Tuple && sema::modeOf(*x) != sema::Mode::NoValue ? repOf(*x) : nullptr;
      Reg dst = r ? alloc(r) : kNoSlot;
      return builtin(dst, *c);
    }
  }
  if (auto* u = x->as<UnaryExpr>(); u && u->op == Op::Receive) return receive(kNoSlot, kNoSlot, *u);
  if (x->type->kind != sema::TypeKind::Tuple && repOf(*x)->slots > kMaxLocalSlots && !x->is(ast::Kind::CallExpr)) {
    Place p = place(x);
    if (p.kind == Place::Kind::Memory || p.kind == Place::Kind::Slice) address(p);
    return;
  }
  any(e);
}

void FunctionLowerer::into(Reg dst, Expr* e) {
  Nesting nesting(*this);
  if (nesting.tooDeep) return;
  Mark mark(*this);
  e = unparen(e);
  if (Reg slot; wasEarly(e, slot)) return move(dst, slot, repOf(*e)->slots);
  if (e->constant) return constant(dst, *e->constant, repOf(*e));
  if (sema::modeOf(*e) == sema::Mode::Nil) return zero(dst, repOf(*e));
  switch (e->kind) {
  case ast::Kind::Ident: {
    Object* o = e->as<Ident>()->object;
    if (o && o->isFunc()) return funcValue(dst, e);
    return load(dst, place(e));
  }
  case ast::Kind::SelectorExpr: return selectorValue(dst, *e->as<SelectorExpr>());
  case ast::Kind::IndexExpr: {
    auto& index = *e->as<IndexExpr>();
    if (index.instance) return funcValue(dst, e);
    return load(dst, place(e));
  }
  case ast::Kind::StarExpr: return load(dst, place(e));
  case ast::Kind::FuncLit: return funcLit(dst, *e->as<FuncLit>());
  case ast::Kind::CompositeLit: return compositeLit(dst, *e->as<CompositeLit>(), typeOf(*e));
  case ast::Kind::UnaryExpr: return unary(dst, *e->as<UnaryExpr>());
  case ast::Kind::BinaryExpr: return binary(dst, *e->as<BinaryExpr>());
  case ast::Kind::SliceExpr: return sliceExpr(dst, *e->as<SliceExpr>());
  case ast::Kind::TypeAssertExpr: return typeAssert(dst, kNoSlot, *e->as<TypeAssertExpr>());
  case ast::Kind::CallExpr: {
    auto& c = *e->as<CallExpr>();
    at(c.pos);
    switch (sema::CallKind(c.callKind)) {
    case sema::CallKind::Call: return callInto(dst, c);
    case sema::CallKind::Conversion: return conversion(dst, c);
    case sema::CallKind::Builtin: return builtin(dst, c);
    }
    return;
  }
  default: fail("an expression that cannot be lowered"); return;
  }
}

// ---- Operators ----

void FunctionLowerer::extend(Reg dst, Reg src, const Rep* r) {
  switch (r->size) {
  case 1: return r->isSigned ? b_.emitExt8s(dst, src) : b_.emitExt8u(dst, src);
  case 2: return r->isSigned ? b_.emitExt16s(dst, src) : b_.emitExt16u(dst, src);
  case 4: return r->isSigned ? b_.emitExt32s(dst, src) : b_.emitExt32u(dst, src);
  default: return move(dst, src, 1);
  }
}

void FunctionLowerer::narrow(Reg slot, const Rep* r) {
  if (r->narrow) extend(slot, slot, r);
}

// With a constant on the right where an instruction takes one.
bool FunctionLowerer::arithmeticConst(Reg dst, Op op, Reg x, int64_t y, const Rep* r) {
  if (!r->isInt() || !fits16(y)) return false;
  auto i = int16_t(y);
  switch (op) {
  case Op::Add: b_.emitAddI(dst, x, i); break;
  case Op::Sub:
    if (!fits16(-y)) return false;
    b_.emitAddI(dst, x, int16_t(-y));
    break;
  case Op::Mul: b_.emitMulI(dst, x, i); break;
  case Op::And: b_.emitAndI(dst, x, i); return true;
  case Op::Or: b_.emitOrI(dst, x, i); return true;
  case Op::Xor: b_.emitXorI(dst, x, i); return true;
  case Op::AndNot: b_.emitAndI(dst, x, int16_t(~i)); return true;
  case Op::Div:
    if (r->isUnsigned()) {
      if (y > 0 && (y & (y - 1)) == 0) {
        b_.emitShrI(dst, x, uint16_t(std::countr_zero(uint64_t(y))));
        return true;
      }
      if (r->size == 8 || y <= 0) return false;
      b_.emitDivI(dst, x, i); // below 2^32 both are the same
      return true;
    }
    if (y == 0) return false;
    b_.emitDivI(dst, x, i);
    if (y != -1) return true;
    break;
  case Op::Rem:
    if (r->isUnsigned()) {
      if (y > 0 && (y & (y - 1)) == 0) {
        b_.emitAndI(dst, x, int16_t(y - 1));
        return true;
      }
      if (r->size == 8 || y <= 0) return false;
    }
    if (y == 0) return false;
    b_.emitRemI(dst, x, i);
    return true;
  default: return false;
  }
  narrow(dst, r);
  return true;
}

void FunctionLowerer::arithmeticReg(Reg dst, Op op, Reg x, Reg y, const Rep* r) {
  switch (r->kind) {
  case Kind::Float64:
    switch (op) {
    case Op::Add: return b_.emitAddF64(dst, x, y);
    case Op::Sub: return b_.emitSubF64(dst, x, y);
    case Op::Mul: return b_.emitMulF64(dst, x, y);
    default: return b_.emitDivF64(dst, x, y);
    }
  case Kind::Float32:
    switch (op) {
    case Op::Add: return b_.emitAddF32(dst, x, y);
    case Op::Sub: return b_.emitSubF32(dst, x, y);
    case Op::Mul: return b_.emitMulF32(dst, x, y);
    default: return b_.emitDivF32(dst, x, y);
    }
  case Kind::Complex128:
    switch (op) {
    case Op::Add: return b_.emitAddC128(dst, x, y);
    case Op::Sub: return b_.emitSubC128(dst, x, y);
    case Op::Mul: return b_.emitMulC128(dst, x, y);
    default: return b_.emitDivC128(dst, x, y);
    }
  case Kind::Complex64: {
    Mark mark(*this);
    Reg a = alloc(2), b = alloc(2);
    b_.emitC64ToC128(a, x);
    b_.emitC64ToC128(b, y);
    switch (op) {
    case Op::Add: b_.emitAddC128(a, a, b); break;
    case Op::Sub: b_.emitSubC128(a, a, b); break;
    case Op::Mul: b_.emitMulC128(a, a, b); break;
    default: b_.emitDivC128(a, a, b); break;
    }
    return b_.emitC128ToC64(dst, a);
  }
  case Kind::String: {
    Mark mark(*this);
    Reg parts = alloc(4);
    move(parts, x, 2);
    move(Reg(parts + 2), y, 2);
    liveWord(parts, WordKind::Pointer);
    liveWord(Reg(parts + 2), WordKind::Pointer);
    return b_.emitConcat(dst, parts, 2);
  }
  default: break;
  }
  switch (op) {
  case Op::Add: b_.emitAdd(dst, x, y); break;
  case Op::Sub: b_.emitSub(dst, x, y); break;
  case Op::Mul: b_.emitMul(dst, x, y); break;
  case Op::And: return b_.emitAnd(dst, x, y);
  case Op::Or: return b_.emitOr(dst, x, y);
  case Op::Xor: return b_.emitXor(dst, x, y);
  case Op::AndNot: return b_.emitAndNot(dst, x, y);
  case Op::Div:
    if (r->isUnsigned()) return b_.emitDivU(dst, x, y);
    b_.emitDiv(dst, x, y);
    break;
  case Op::Rem: return r->isUnsigned() ? b_.emitRemU(dst, x, y) : b_.emitRem(dst, x, y);
  default: fail("an operator that cannot be lowered"); return;
  }
  narrow(dst, r);
}

void FunctionLowerer::arithmetic(Reg dst, Op op, Reg x, Expr* y, const Rep* r, Pos pos) {
  Mark mark(*this);
  if (op == Op::Shl || op == Op::Shr) return shift(dst, op, x, y, r);
  int64_t value;
  if (constInt(*y, value) && arithmeticConst(dst, op, x, value, r)) return;
  Reg right = any(y);
  at(pos);
  arithmeticReg(dst, op, x, right, r);
}

void FunctionLowerer::shift(Reg dst, Op op, Reg x, Expr* count, const Rep* r) {
  int64_t n;
  bool left = op == Op::Shl;
  uint64_t bits = r->size * 8;
  if (constInt(*count, n) || (count->constant && count->constant->isInt64(&n))) {
    if (n < 0 || uint64_t(n) >= bits) {
      if (!left && r->isSigned) return b_.emitSarI(dst, x, 63);
      return b_.emitZero(dst);
    }
    if (left) {
      b_.emitShlI(dst, x, uint16_t(n));
      return narrow(dst, r);
    }
    return r->isSigned ? b_.emitSarI(dst, x, uint16_t(n)) : b_.emitShrI(dst, x, uint16_t(n));
  }
  if (count->constant) { // larger than any int64
    return left || !r->isSigned ? b_.emitZero(dst) : b_.emitSarI(dst, x, 63);
  }
  Reg y = any(count);
  if (!repOf(*count)->isUnsigned()) b_.emitCheckShift(y);
  if (left) {
    b_.emitShl(dst, x, y);
    return narrow(dst, r);
  }
  return r->isSigned ? b_.emitSar(dst, x, y) : b_.emitShr(dst, x, y);
}

void FunctionLowerer::concat(Reg dst, BinaryExpr& e) {
  // All terms of a + b + c lie one behind the other and are joined at once.
  std::vector<Expr*> terms;
  Expr* left = &e;
  while (true) {
    auto* b = unparen(left)->as<BinaryExpr>();
    if (!b || b->constant || b->op != Op::Add) break;
    terms.push_back(b->y);
    left = b->x;
  }
  terms.push_back(left);
  if (terms.size() > 1000) { // keep the frame small
    Reg parts = alloc(4);
    into(parts, terms.back());
    liveWord(parts, WordKind::Pointer);
    for (size_t i = terms.size() - 1; i-- > 0;) {
      into(Reg(parts + 2), terms[i]);
      liveWord(Reg(parts + 2), WordKind::Pointer);
      b_.emitConcat(parts, parts, 2);
    }
    return move(dst, parts, 2);
  }
  Reg parts = alloc(uint32_t(terms.size()) * 2);
  std::reverse(terms.begin(), terms.end());
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(terms);
  for (int pass = 0; pass < 2; pass++) {
    for (size_t i = 0; i < terms.size(); i++) {
      Expr* term = terms[i];
      if ((twoPasses && isEarly(*term)) != (pass == 0)) continue;
      Reg to = Reg(parts + 2 * i);
      into(to, term);
      liveWord(to, WordKind::Pointer);
    }
  }
  at(e.pos);
  b_.emitConcat(dst, parts, uint16_t(terms.size()));
}

void FunctionLowerer::binary(Reg dst, BinaryExpr& e) {
  switch (e.op) {
  case Op::AndAnd:
  case Op::OrOr: {
    Label no = b_.newLabel(), end = b_.newLabel();
    Conditional conditional(*this);
    branch(&e, no, false);
    b_.emitLoadI32(dst, 1);
    jump(end);
    b_.bind(no);
    b_.emitZero(dst);
    b_.bind(end);
    return;
  }
  case Op::Equal:
  case Op::NotEqual:
  case Op::Less:
  case Op::LessEqual:
  case Op::Greater:
  case Op::GreaterEqual: return compare(dst, e);
  default: break;
  }
  const Rep* r = repOf(e);
  if (r->kind == Kind::String) return concat(dst, e);
  at(e.pos);
  if (longSum(dst, e, r)) return;
  EarlyCalls scope(*this);
  bool twoPasses = hasCall(*e.y) && callsFirst(std::array{e.x, e.y});
  // A call on the right goes first if the left has none: then the left is read late, as gc does.
  if (e.op != Op::Shl && e.op != Op::Shr && twoPasses && !isEarly(*e.x)) {
    Reg y = any(e.y);
    Reg x = any(e.x);
    at(e.pos);
    return arithmeticReg(dst, e.op, x, y, r);
  }
  int64_t value;
  if (constInt(*e.x, value) && fits16(value) && !e.y->constant) {
    switch (e.op) {
    case Op::Add:
    case Op::Mul:
    case Op::And:
    case Op::Or:
    case Op::Xor: {
      Reg y = any(e.y);
      if (arithmeticConst(dst, e.op, y, value, r)) return;
      break;
    }
    case Op::Sub:
      if (r->isInt()) {
        Reg y = any(e.y);
        b_.emitRSubI(dst, y, int16_t(value));
        return narrow(dst, r);
      }
      break;
    default: break;
    }
  }
  Reg x = any(e.x);
  if (isSame(*e.x, *e.y)) { // b.v * b.v
    at(e.pos);
    return e.op == Op::Shl || e.op == Op::Shr ? shift(dst, e.op, x, e.y, r) : arithmeticReg(dst, e.op, x, x, r);
  }
  arithmetic(dst, e.op, x, e.y, r, e.pos);
}

// x + x + x … without end, from the left, without recursion.
bool FunctionLowerer::longSum(Reg dst, BinaryExpr& e, const Rep* r) {
  constexpr size_t kLong = 200;
  auto next = [](BinaryExpr* b) {
    auto* left = b->x->as<BinaryExpr>();
    return left && !left->constant && precedence(left->op) >= precedence(Op::Add) ? left : nullptr;
  };
  size_t length = 0;
  BinaryExpr* first = &e;
  while (BinaryExpr* left = next(first)) {
    first = left;
    length++;
  }
  if (length < kLong) return false;
  std::vector<BinaryExpr*> chain;
  for (BinaryExpr* b = &e; b; b = next(b)) chain.push_back(b);
  Reg sum = alloc(r);
  into(sum, first->x);
  for (size_t i = chain.size(); i-- > 0;) {
    Mark mark(*this);
    at(chain[i]->pos);
    arithmetic(sum, chain[i]->op, sum, chain[i]->y, r, chain[i]->pos);
  }
  move(dst, sum, r->slots);
  return true;
}

// The same variable, or field found the same way, so that its value is.
bool FunctionLowerer::isSame(const Expr& a, const Expr& b) {
  const Expr* x = unparen(const_cast<Expr*>(&a));
  const Expr* y = unparen(const_cast<Expr*>(&b));
  if (x->kind != y->kind || x->constant || y->constant) return false;
  if (auto* ident = x->as<Ident>()) return ident->object && ident->object->isVar() && ident->object == y->as<Ident>()->object;
  auto* s = x->as<SelectorExpr>();
  auto* t = y->as<SelectorExpr>();
  return s && s->selection && t->selection && s->selection->kind == sema::SelectionKind::FieldVal &&
         s->selection->obj == t->selection->obj && s->selection->index.size() == t->selection->index.size() &&
         isSame(*s->x, *t->x);
}

void FunctionLowerer::unary(Reg dst, UnaryExpr& e) {
  const Rep* r = e.type->kind == sema::TypeKind::Tuple ? nullptr : repOf(e);
  switch (e.op) {
  case Op::And: return addressOf(dst, unparen(e.x), e);
  case Op::Receive: return receive(dst, kNoSlot, e);
  case Op::Add: return into(dst, e.x);
  case Op::Not: {
    Reg x = any(e.x);
    return b_.emitNot(dst, x);
  }
  case Op::Xor: {
    Reg x = any(e.x);
    b_.emitXorI(dst, x, -1);
    if (r->isUnsigned()) narrow(dst, r);
    return;
  }
  case Op::Sub: {
    Reg x = any(e.x);
    switch (r->kind) {
    case Kind::Float64: return b_.emitNegF64(dst, x);
    case Kind::Float32: return b_.emitNegF32(dst, x);
    case Kind::Complex128:
      if (dst == x || Reg(dst + 1) == x) {
        Reg t = alloc(2);
        b_.emitNegF64(t, x);
        b_.emitNegF64(Reg(t + 1), Reg(x + 1));
        return move(dst, t, 2);
      }
      b_.emitNegF64(dst, x);
      return b_.emitNegF64(Reg(dst + 1), Reg(x + 1));
    case Kind::Complex64: {
      Reg t = alloc(2);
      b_.emitC64ToC128(t, x);
      b_.emitNegF64(t, t);
      b_.emitNegF64(Reg(t + 1), Reg(t + 1));
      return b_.emitC128ToC64(dst, t);
    }
    default:
      b_.emitRSubI(dst, x, 0);
      return narrow(dst, r);
    }
  }
  default: fail("a unary operator that cannot be lowered"); return;
  }
}

void FunctionLowerer::addressOf(Reg dst, Expr* x, UnaryExpr& e) {
  if (auto* lit = x->as<CompositeLit>()) return newComposite(dst, *lit, typeOf(*lit), e);
  Place p = place(x);
  if (p.kind == Place::Kind::Memory && p.offset == 0) {
    // &*p and &x of a boxed variable: only the first has to be checked.
    auto* ident = x->as<Ident>();
    if (!ident) b_.emitNilCheck(p.base, 0, 0);
    return move(dst, p.base, 1);
  }
  switch (p.kind) {
  case Place::Kind::Slot:
  case Place::Kind::Part: return b_.emitLea(dst, p.base, uint16_t(p.offset));
  case Place::Kind::Memory: return b_.emitPtrAdd(dst, p.base, 0, p.offset);
  case Place::Kind::Slice: return b_.emitSliceAddr(dst, p.base, p.index, uint32_t(p.rep->size));
  case Place::Kind::Global: return b_.emitGlobalAddr(dst, p.global);
  default: return move(dst, address(p), 1);
  }
}

void FunctionLowerer::receive(Reg dst, Reg ok, UnaryExpr& e) {
  Reg ch = any(e.x);
  at(e.pos);
  auto* chan = sema::as<sema::Chan>(typeOf(*e.x));
  b_.emitRecv(rep(chan->elem)->slots ? dst : kNoSlot, ch, ok);
}

bool FunctionLowerer::commaOk(Expr* e, Reg dst, Reg ok) {
  e = unparen(e);
  if (auto* u = e->as<UnaryExpr>(); u && u->op == Op::Receive) {
    receive(dst, ok, *u);
    return true;
  }
  if (auto* assertion = e->as<TypeAssertExpr>()) {
    if (ok == kNoSlot) ok = alloc(1); // without an ok the instruction panics: "v, _ := x.(T)" must not
    typeAssert(dst, ok, *assertion);
    return true;
  }
  if (auto* index = e->as<IndexExpr>()) {
    Place p = indexPlace(*index);
    b_.emitMapGet(p.rep->slots ? dst : kNoSlot, p.base, p.index, ok, program_.reps.info(p.map));
    return true;
  }
  return false;
}

void FunctionLowerer::typeAssert(Reg dst, Reg ok, TypeAssertExpr& e) {
  sema::Type* type = typeOf(e);
  if (auto* tuple = sema::cast<sema::Tuple>(type)) type = tuple->at(0);
  const Rep* r = rep(type);
  Reg x = any(e.x);
  at(e.pos);
  const TypeInfo* from = descriptor(repOf(*e.x));
  const TypeInfo* to = descriptor(r);
  if (r->isInterface()) {
    if (dst == kNoSlot) dst = alloc(2);
    return b_.emitAssertIface(dst, x, ok, to, from);
  }
  b_.emitAssertType(r->slots ? dst : kNoSlot, x, ok, to, from);
}

void FunctionLowerer::sliceExpr(Reg dst, SliceExpr& e) {
  sema::Type* type = typeOf(*e.x);
  // gc reads the operand after bounds that call, but the bounds in turn.
  EarlyCalls scope(*this);
  bool boundsFirst = false;
  for (Expr* bound : {e.low, e.high, e.max}) boundsFirst = boundsFirst || (bound && hasCall(*bound));
  if (boundsFirst) callEarly(e.x);
  Reg low = kNoSlot, high = kNoSlot, max = kNoSlot;
  auto bounds = [&] {
    if (e.low) low = any(e.low);
    if (e.high) high = any(e.high);
    if (e.max) max = any(e.max);
  };
  if (boundsFirst) bounds();
  if (sema::isString(type)) {
    Reg s = any(e.x);
    if (!boundsFirst) bounds();
    at(e.pos);
    return b_.emitSliceStr(dst, s, low, high);
  }
  if (auto* slice = sema::as<sema::Slice>(type)) {
    Reg s = any(e.x);
    if (!boundsFirst) bounds();
    at(e.pos);
    return b_.emitSliceSlice(dst, s, low, high, max, uint32_t(rep(slice->elem)->size));
  }
  // An array: addressable, or through a pointer.
  auto* pointer = sema::as<sema::Pointer>(type);
  const Rep* array = rep(pointer ? pointer->elem : type);
  Reg parts = alloc(3);
  if (pointer) {
    move(parts, any(e.x), 1);
  } else {
    Place p = place(e.x);
    switch (p.kind) {
    case Place::Kind::Slot:
    case Place::Kind::Part: b_.emitLea(parts, p.base, uint16_t(p.offset)); break;
    default: move(parts, address(p), 1); break;
    }
  }
  liveWord(parts, WordKind::Pointer);
  b_.emitLoadI64(Reg(parts + 1), int64_t(array->length));
  b_.emitMove(Reg(parts + 2), Reg(parts + 1));
  if (!boundsFirst) bounds();
  at(e.pos);
  b_.emitSliceArray(dst, parts, low, high, max, uint32_t(array->elem->size));
}

void FunctionLowerer::funcValue(Reg dst, Expr* name) {
  Callee function;
  if (!namedFunction(view_, name, nullptr, function)) return fail("a function value that cannot be lowered");
  b_.emitLoadFunc(dst, functionOf(function));
}

void FunctionLowerer::selectorValue(Reg dst, SelectorExpr& e) {
  if (!e.selection) return fail("a selector that was not resolved");
  const sema::Selection* selection = &view_.selection(e);
  Object* object = selection->obj;
  bool isMethod = selection->kind == sema::SelectionKind::MethodVal || selection->kind == sema::SelectionKind::MethodExpr;
  if (isMethod && view_.instantiation()) plan_.byType = true; // the function is made for the receiver's type
  switch (selection->kind) {
  case sema::SelectionKind::FieldVal: return load(dst, place(&e));
  case sema::SelectionKind::Qualified:
    if (object->isFunc()) return funcValue(dst, &e);
    return load(dst, place(&e));
  case sema::SelectionKind::MethodExpr:
    return b_.emitLoadFunc(dst, program_.methodFunction(selection->recv, selection->index, selection->indirect, object));
  case sema::SelectionKind::MethodVal: break;
  }
  // x.m: the receiver is evaluated and kept now.
  sema::Type* type = typeOf(*e.x);
  if (object->isInterfaceMethod) {
    Place from = pathPlace(e.x, selection->index, selection->index.size() - 1);
    Reg iface = pinReg(read(from), 2);
    at(e.sel->pos);
    b_.emitNilCheck(iface, 0, 0);
    // The type of the interface the path ends in.
    for (size_t i = 0; i + 1 < selection->index.size(); i++) {
      if (auto* p = sema::as<sema::Pointer>(type)) type = p->elem;
      type = program_.reps.context().typeOf(sema::as<sema::Struct>(type)->fields[size_t(selection->index[i])]);
    }
    return b_.emitMakeClosure(dst, iface, 2, program_.boundMethod(type, object));
  }
  auto* signature = sema::as<sema::Signature>(program_.reps.context().typeOf(object));
  const Rep* r = rep(signature->recv->type);
  Reg value = alloc(r);
  receiverValue(value, e.x, selection->index, object);
  live(value, r);
  b_.emitMakeClosure(dst, value, uint16_t(r->slots), program_.boundMethod(signature->recv->type, object));
}

// ---- Composite literals ----

void FunctionLowerer::compositeLit(Reg dst, CompositeLit& e, sema::Type* type) {
  at(e.pos);
  if (auto* pointer = sema::as<sema::Pointer>(type)) return newComposite(dst, e, pointer->elem, e);
  if (sema::as<sema::Slice>(type)) return sliceLit(dst, e, type);
  if (sema::as<sema::Map>(type)) return mapLit(dst, e, type);
  compositeValue(dst, e, type);
}

namespace {

// Calls visit(value, offset, rep, type) for each element that is there.
template <class Visit, class Skip>
void eachElement(CompositeLit& e, sema::Type* type, Program& program, Visit&& visit, Skip&& skipped) {
  const Rep* whole = program.rep(type);
  if (auto* s = sema::as<sema::Struct>(type)) {
    for (size_t i = 0; i < e.elements.size(); i++) {
      size_t index = i;
      Expr* value = e.elements[i];
      if (auto* pair = value->as<KeyValueExpr>()) {
        auto* name = pair->key->as<Ident>();
        value = pair->value;
        for (index = 0; index < s->fields.size(); index++)
          if (s->fields[index] == name->object || s->fields[index]->name == name->name) break;
      }
      if (index >= s->fields.size()) continue;
      if (s->fields[index]->name.isBlank()) { // evaluated, but blank fields stay zero
        skipped(value);
        continue;
      }
      visit(value, whole->fields[index].offset, whole->fields[index].rep, program.reps.context().typeOf(s->fields[index]));
    }
    return;
  }
  auto* array = sema::as<sema::Array>(type);
  uint64_t index = 0;
  for (Expr* value : e.elements) {
    if (auto* pair = value->as<KeyValueExpr>()) {
      if (pair->key->constant) index = pair->key->constant->bits64();
      value = pair->value;
    }
    visit(value, index * whole->elem->size, whole->elem, array->elem);
    index++;
  }
}

bool isZero(const sema::Constant& c) {
  switch (c.kind()) {
  case sema::ConstantKind::Bool: return !c.boolValue();
  case sema::ConstantKind::String: return c.stringValue().empty();
  case sema::ConstantKind::Int: return c.sign() == 0;
  default: return false; // -0.0 is none
  }
}

} // namespace

static std::vector<Expr*> valuesOf(CompositeLit& e) {
  std::vector<Expr*> values;
  for (Expr* element : e.elements) {
    auto* pair = element->as<KeyValueExpr>();
    values.push_back(pair ? pair->value : element);
  }
  return values;
}

// A struct or array in slots nobody reads while it is being made.
void FunctionLowerer::compositeValue(Reg dst, CompositeLit& e, sema::Type* type) {
  const Rep* whole = rep(type);
  if (whole->slots == 0) {
    eachElement(
        e, type, program_, [&](Expr* value, uint64_t, const Rep*, sema::Type*) { discard(value); },
        [&](Expr* value) { discard(value); });
    return;
  }
  size_t count = whole->kind == Kind::Struct ? whole->fields.size() : whole->length;
  bool wholeSlots = whole->kind == Kind::Array ? whole->elem->size % 8 == 0 : true;
  for (const FieldRep& f : whole->fields) wholeSlots = wholeSlots && f.rep->size % 8 == 0 && f.offset % 8 == 0;
  bool all = e.elements.size() == count && wholeSlots &&
             (whole->kind == Kind::Struct || e.elements.empty() || !e.elements[0]->is(ast::Kind::KeyValueExpr));
  if (auto* s = sema::as<sema::Struct>(type))
    for (Object* f : s->fields) all = all && !f->name.isBlank();
  if (!all) {
    zero(dst, whole);
    live(dst, whole);
  }
  Place place = slotPlace(dst, whole);
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(valuesOf(e));
  for (int pass = 0; pass < 2; pass++) {
    auto skip = [&](Expr* value) {
      if (pass == 0) discard(value);
    };
    eachElement(e, type, program_, [&](Expr* value, uint64_t offset, const Rep* r, sema::Type* to) {
      if ((twoPasses && isEarly(*value)) != (pass == 0)) return;
      if (!all && value->constant && !sema::isInterface(to) && isZero(*value->constant)) return;
      Mark mark(*this);
      Place p = part(place, offset, r);
      if (p.kind == Place::Kind::Slot) {
        intoAs(p.base, value, to);
        live(p.base, r);
      } else {
        store(p, anyAs(value, to));
      }
    }, skip);
  }
}

void FunctionLowerer::elementToMemory(Reg base, uint32_t offset, Expr* value, const sema::Type* type) {
  Mark mark(*this);
  if (auto* inner = unparen(value)->as<CompositeLit>()) {
    sema::Type* own = typeOf(*inner);
    if (rep(own)->isAggregate() && !sema::isInterface(const_cast<sema::Type*>(type)))
      return compositeToMemory(base, offset, *inner, own, true);
  }
  const Rep* r = rep(type);
  if (value->constant && !sema::isInterface(const_cast<sema::Type*>(type)) && isZero(*value->constant)) return;
  if (r->slots > kMaxLocalSlots) return storeExpr(memoryPlace(base, offset, r), value, type);
  Reg v = anyAs(value, type);
  Place p = memoryPlace(base, offset, r);
  storeMemory(v, p.base, p.offset, r);
}

// A struct or array literal into fresh, zeroed memory.
void FunctionLowerer::compositeToMemory(Reg base, uint32_t offset, CompositeLit& e, sema::Type* type, bool) {
  if (offset > 0xf000) {
    Reg moved = alloc(1);
    b_.emitPtrAdd(moved, base, 0, offset);
    liveWord(moved, WordKind::Pointer);
    base = moved;
    offset = 0;
  }
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(valuesOf(e));
  for (int pass = 0; pass < 2; pass++)
    eachElement(e, type, program_, [&](Expr* value, uint64_t at, const Rep*, sema::Type* to) {
      if ((twoPasses && isEarly(*value)) == (pass == 0)) elementToMemory(base, uint32_t(offset + at), value, to);
    }, [&](Expr* value) {
      if (pass == 0) discard(value);
    });
}

void FunctionLowerer::newComposite(Reg dst, CompositeLit& lit, sema::Type* type, const Node& site) {
  const Rep* r = rep(type);
  Reg area = areaFor(site);
  if (!r->isAggregate()) { // &[]T{…}, &map…{…}
    Reg value = alloc(r);
    compositeLit(value, lit, type);
    live(value, r);
    Reg p = alloc(1);
    b_.emitNew(p, program_.reps.info(r));
    storeMemory(value, p, 0, r);
    return move(dst, p, 1);
  }
  if (area == kNoSlot && !program_.escape.siteEscapes(site) && conditional_ == 0 && r->slots <= kMaxLocalSlots && r->slots > 0)
    area = pinned(r->slots);
  if (area != kNoSlot) {
    compositeValue(area, lit, type);
    live(area, r);
    return b_.emitLea(dst, area, 0);
  }
  Reg p = alloc(1);
  b_.emitNew(p, program_.reps.info(r));
  liveWord(p, WordKind::Pointer);
  compositeToMemory(p, 0, lit, type, true);
  if (!b_.retargetLast(p, dst)) move(dst, p, 1);
}

void FunctionLowerer::sliceLit(Reg dst, CompositeLit& e, sema::Type* type) {
  auto* slice = sema::as<sema::Slice>(type);
  const Rep* elem = rep(slice->elem);
  uint64_t length = 0, index = 0;
  for (Expr* element : e.elements) {
    if (auto* pair = element->as<KeyValueExpr>(); pair && pair->key->constant) index = pair->key->constant->bits64();
    length = std::max(length, ++index);
  }
  if (length == 0) {
    Reg n = alloc(1);
    b_.emitZero(n);
    return b_.emitMakeSlice(dst, n, kNoSlot, program_.reps.info(elem));
  }
  // The array type exists only for the layout; its descriptor is the table's.
  const TypeInfo* info = program_.reps.table().arrayOf(program_.reps.info(elem), length);
  uint64_t slots = slotsFor(elem->size * length);
  bool inFrame = !program_.escape.siteEscapes(e) && conditional_ == 0 && slots <= kMaxLocalSlots && slots > 0;
  Reg base;
  if (inFrame) {
    Reg area = pinned(uint32_t(slots));
    b_.emitZeroN(area, uint32_t(slots));
    for (uint64_t i = 0; i < length && elem->pointers; i++) live(Reg(area + i * elem->slots), elem);
    base = alloc(1);
    b_.emitLea(base, area, 0);
  } else {
    base = alloc(1);
    b_.emitNew(base, info);
    liveWord(base, WordKind::Pointer);
  }
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(valuesOf(e));
  for (int pass = 0; pass < 2; pass++) {
    index = 0;
    for (Expr* element : e.elements) {
      Expr* value = element;
      if (auto* pair = element->as<KeyValueExpr>()) {
        if (pair->key->constant) index = pair->key->constant->bits64();
        value = pair->value;
      }
      if ((twoPasses && isEarly(*value)) == (pass == 0)) {
        Mark mark(*this);
        uint64_t offset = index * elem->size;
        if (offset > 0xf000) {
          Reg moved = alloc(1);
          b_.emitPtrAdd(moved, base, 0, uint32_t(offset));
          liveWord(moved, WordKind::Pointer);
          elementToMemory(moved, 0, value, slice->elem);
        } else {
          elementToMemory(base, uint32_t(offset), value, slice->elem);
        }
      }
      index++;
    }
  }
  b_.emitMove(dst, base);
  b_.emitLoadI64(Reg(dst + 1), int64_t(length));
  b_.emitMove(Reg(dst + 2), Reg(dst + 1));
}

void FunctionLowerer::mapLit(Reg dst, CompositeLit& e, sema::Type* type) {
  const Rep* r = rep(type);
  auto* map = sema::as<sema::Map>(type);
  const TypeInfo* info = program_.reps.info(r);
  Reg m = alloc(1);
  Reg hint = kNoSlot;
  if (!e.elements.empty()) {
    hint = alloc(1);
    b_.emitLoadI32(hint, int32_t(e.elements.size()));
  }
  b_.emitMakeMap(m, hint, info);
  liveWord(m, WordKind::Pointer);
  for (Expr* element : e.elements) {
    auto* pair = element->as<KeyValueExpr>();
    if (!pair) continue;
    Mark mark(*this);
    Reg key = anyAs(pair->key, map->key);
    Reg value = anyAs(pair->value, map->elem);
    b_.emitMapSet(m, key, value, info);
  }
  move(dst, m, 1);
}

} // namespace gossamer::lower
