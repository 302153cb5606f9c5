// Predeclared functions and those of package unsafe.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;
using sema::BuiltinId;
using sema::Object;

// Where len or cap of x can be read: for a slice or string variable its own slots.
Reg FunctionLowerer::lengthReg(Expr* x, bool capacity) {
  sema::Type* type = typeOf(*x);
  if (sema::isString(type) || sema::as<sema::Slice>(type)) {
    Place p = place(x);
    switch (p.kind) {
    case Place::Kind::Slot: return Reg(p.base + (capacity ? 2 : 1));
    case Place::Kind::Memory: {
      Reg dst = alloc(1);
      b_.emitLoad64(dst, p.base, uint16_t(p.offset + (capacity ? 16 : 8)));
      return dst;
    }
    default: return Reg(read(p) + (capacity ? 2 : 1));
    }
  }
  Reg dst = alloc(1);
  lengthOf(dst, x, capacity);
  return dst;
}

void FunctionLowerer::lengthOf(Reg dst, Expr* x, bool capacity) {
  sema::Type* type = typeOf(*x);
  if (sema::isString(type) || sema::as<sema::Slice>(type)) return move(dst, lengthReg(x, capacity), 1);
  if (sema::as<sema::Map>(type)) {
    Reg m = any(x);
    return b_.emitMapLen(dst, m);
  }
  if (sema::as<sema::Chan>(type)) {
    Reg c = any(x);
    return capacity ? b_.emitChanCap(dst, c) : b_.emitChanLen(dst, c);
  }
  auto* pointer = sema::as<sema::Pointer>(type);
  const Rep* array = rep(pointer ? pointer->elem : type);
  discard(x); // not constant, so x calls or receives
  b_.emitLoadI64(dst, int64_t(array->length));
}

void FunctionLowerer::append(Reg dst, CallExpr& e) {
  sema::Type* type = typeOf(e);
  auto* slice = sema::as<sema::Slice>(type);
  const Rep* elem = rep(slice->elem);
  const TypeInfo* info = program_.reps.info(elem);
  auto base = [&] {
    if (sema::modeOf(*unparen(e.args[0])) != sema::Mode::Nil) return any(e.args[0]);
    Reg nil = alloc(3);
    zero(nil, rep(type));
    return nil;
  };
  if (e.args.size() == 1) return into(dst, e.args[0]);
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(e.args);
  bool calls = false;
  for (size_t i = 1; i < e.args.size(); i++) calls = calls || (twoPasses && isEarly(*e.args[i]));
  bool early = !calls || isEarly(*e.args[0]);
  Reg s = early ? base() : 0;
  if (e.hasDots) {
    if (sema::modeOf(*unparen(e.args[1])) == sema::Mode::Nil) return move(dst, early ? s : base(), 3);
    Reg tail = any(e.args[1]);
    if (!early) s = base();
    at(e.pos);
    return b_.emitAppendSlice(dst, s, tail, info);
  }
  size_t count = e.args.size() - 1;
  if (count == 1 && elem->size == 8) {
    Reg value = anyAs(e.args[1], slice->elem);
    if (!early) s = base();
    at(e.pos);
    return b_.emitAppendWord(dst, s, value, info);
  }
  Reg first;
  if (count == 1) {
    first = anyAs(e.args[1], slice->elem);
  } else {
    first = alloc(uint32_t(count) * elem->slots);
    for (int pass = 0; pass < 2; pass++)
      for (size_t i = 0; i < count; i++) {
        if ((twoPasses && isEarly(*e.args[i + 1])) != (pass == 0)) continue;
        Reg to = Reg(first + i * elem->slots);
        intoAs(to, e.args[i + 1], slice->elem);
        live(to, elem);
      }
  }
  if (!early) s = base();
  at(e.pos);
  b_.emitAppend(dst, s, first, uint16_t(count), info);
}

void FunctionLowerer::makeValue(Reg dst, CallExpr& e) {
  sema::Type* type = typeOf(e);
  Reg first = e.args.size() > 1 ? any(e.args[1]) : kNoSlot;
  Reg second = e.args.size() > 2 ? any(e.args[2]) : kNoSlot;
  at(e.pos);
  if (auto* slice = sema::as<sema::Slice>(type))
    return b_.emitMakeSlice(dst, first, second, program_.reps.info(slice->elem));
  if (sema::as<sema::Map>(type)) return b_.emitMakeMap(dst, first, program_.reps.info(rep(type)));
  b_.emitMakeChan(dst, first, program_.reps.info(rep(type)));
}

void FunctionLowerer::newValue(Reg dst, CallExpr& e) {
  auto* pointer = sema::as<sema::Pointer>(typeOf(e));
  const Rep* r = rep(pointer->elem);
  Expr* value = sema::modeOf(*e.args[0]) == sema::Mode::TypeExpr ? nullptr : e.args[0];
  if (!program_.escape.siteEscapes(e) && conditional_ == 0 && r->slots > 0 && r->slots <= kMaxLocalSlots) {
    Reg area = pinned(r->slots);
    if (value) intoAs(area, value, pointer->elem);
    else zero(area, r);
    live(area, r);
    return b_.emitLea(dst, area, 0);
  }
  if (!value) return b_.emitNew(dst, program_.reps.info(r));
  Reg v = anyAs(value, pointer->elem);
  Reg p = alloc(1);
  b_.emitNew(p, program_.reps.info(r));
  liveWord(p, WordKind::Pointer);
  storeMemory(v, p, 0, r);
  move(dst, p, 1);
}

void FunctionLowerer::printValue(Reg value, const Rep* r) {
  PrintKind kind = PrintKind::Int;
  switch (r->kind) {
  case Kind::Bool: kind = PrintKind::Bool; break;
  case Kind::Float32: kind = PrintKind::Float32; break;
  case Kind::Float64: kind = PrintKind::Float; break;
  case Kind::Complex64: kind = PrintKind::Complex64; break;
  case Kind::Complex128: kind = PrintKind::Complex; break;
  case Kind::String: kind = PrintKind::String; break;
  case Kind::Slice: kind = PrintKind::Slice; break;
  case Kind::Interface: kind = PrintKind::Iface; break;
  default: kind = r->isUnsigned() ? PrintKind::Uint : r->isInt() ? PrintKind::Int : PrintKind::Pointer; break;
  }
  b_.emitPrint(value, uint16_t(kind));
}

void FunctionLowerer::print(CallExpr& e) {
  bool line = BuiltinId(e.builtin) == BuiltinId::Println;
  // All operands before the first is printed.
  std::vector<Reg> values;
  values.resize(e.args.size());
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(e.args);
  for (int pass = twoPasses ? 0 : 1; pass < 2; pass++)
    for (size_t i = 0; i < e.args.size(); i++)
      if (!twoPasses || isEarly(*e.args[i]) == (pass == 0)) values[i] = any(e.args[i]);
  for (size_t i = 0; i < e.args.size(); i++) {
    if (i && line) b_.emitPrint(kNoSlot, uint16_t(PrintKind::Space));
    printValue(values[i], repOf(*e.args[i]));
  }
  if (line) b_.emitPrint(kNoSlot, uint16_t(PrintKind::Newline));
}

void FunctionLowerer::minMax(Reg dst, CallExpr& e, bool max) {
  const Rep* r = repOf(e);
  if (e.args.size() == 1) return into(dst, e.args[0]);
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(e.args);
  std::vector<Reg> values(e.args.size());
  for (int pass = twoPasses ? 0 : 1; pass < 2; pass++)
    for (size_t i = 0; i < e.args.size(); i++)
      if (!twoPasses || isEarly(*e.args[i]) == (pass == 0)) values[i] = any(e.args[i]);
  Reg acc = values[0];
  Reg t = alloc(r);
  for (size_t i = 1; i < e.args.size(); i++) {
    Reg y = values[i];
    switch (r->kind) {
    case Kind::Float64: max ? b_.emitMaxF64(t, acc, y) : b_.emitMinF64(t, acc, y); break;
    case Kind::Float32: {
      Mark mark(*this);
      Reg a = alloc(1), b = alloc(1);
      b_.emitF32ToF64(a, acc);
      b_.emitF32ToF64(b, y);
      max ? b_.emitMaxF64(a, a, b) : b_.emitMinF64(a, a, b);
      b_.emitF64ToF32(t, a);
      break;
    }
    case Kind::String: {
      Mark mark(*this);
      Reg less = alloc(1);
      if (acc != t) {
        move(t, acc, 2);
        live(t, r);
      }
      Label keep = b_.newLabel();
      if (max) b_.emitLtStr(less, t, y);
      else b_.emitLtStr(less, y, t);
      b_.emitJumpIfNot(less, keep);
      move(t, y, 2);
      b_.bind(keep);
      break;
    }
    default:
      if (r->isUnsigned()) max ? b_.emitMaxU(t, acc, y) : b_.emitMinU(t, acc, y);
      else max ? b_.emitMaxI(t, acc, y) : b_.emitMinI(t, acc, y);
      break;
    }
    acc = t;
  }
  move(dst, acc, r->slots);
}

// append(f()), copy(f())…: the results become variables without a name.
void FunctionLowerer::spreadBuiltin(Reg dst, CallExpr& e) {
  auto* tuple = static_cast<sema::Tuple*>(typeOf(*e.args[0]));
  Reg r = call(*unparen(e.args[0])->as<CallExpr>());
  Arena& arena = program_.in.checker.arena();
  std::span<Expr*> args = arena.makeSpan<Expr*>(tuple->size());
  for (size_t i = 0; i < tuple->size(); i++) {
    Object* v = program_.reps.context().object(sema::ObjectKind::Var, Symbol(), e.pos, nullptr, tuple->at(i));
    bindSlot(v, r);
    r = Reg(r + rep(tuple->at(i))->slots);
    auto* ident = arena.make<Ident>();
    ident->object = v;
    ident->pos = e.pos;
    ident->type = tuple->at(i);
    ident->mode = uint8_t(sema::Mode::Variable);
    args[i] = ident;
  }
  CallExpr spread;
  spread.pos = e.pos;
  spread.fun = e.fun;
  spread.type = e.type;
  spread.mode = e.mode;
  spread.callKind = e.callKind;
  spread.builtin = e.builtin;
  spread.args = args;
  builtin(dst, spread);
}

void FunctionLowerer::builtin(Reg dst, CallExpr& e) {
  at(e.pos);
  if (e.args.size() == 1 && e.args[0]->type && e.args[0]->type->kind == sema::TypeKind::Tuple) return spreadBuiltin(dst, e);
  switch (BuiltinId(e.builtin)) {
  case BuiltinId::Append: return append(dst, e);
  case BuiltinId::Len: return lengthOf(dst, e.args[0], false);
  case BuiltinId::Cap: return lengthOf(dst, e.args[0], true);
  case BuiltinId::Clear: {
    sema::Type* type = typeOf(*e.args[0]);
    Reg x = any(e.args[0]);
    if (auto* slice = sema::as<sema::Slice>(type)) return b_.emitClearSlice(x, uint32_t(rep(slice->elem)->size));
    return b_.emitMapClear(x, program_.reps.info(rep(type)));
  }
  case BuiltinId::Close: {
    Reg c = any(e.args[0]);
    at(e.pos);
    return b_.emitCloseChan(c);
  }
  case BuiltinId::Complex: {
    const Rep* r = repOf(e);
    auto component = [&](Reg to, Expr* x) {
      if (x->constant) {
        double d = x->constant->toDouble();
        return b_.emitLoadI64(to, std::bit_cast<int64_t>(r->kind == Kind::Complex64 ? double(x->constant->toFloat()) : d));
      }
      Reg v = any(x);
      if (repOf(*x)->kind == Kind::Float32) b_.emitF32ToF64(to, v);
      else move(to, v, 1);
    };
    Reg t = alloc(2);
    EarlyCalls scope(*this);
    bool imaginaryFirst = callsFirst(e.args) && !isEarly(*e.args[0]);
    if (imaginaryFirst) component(Reg(t + 1), e.args[1]);
    component(t, e.args[0]);
    if (!imaginaryFirst) component(Reg(t + 1), e.args[1]);
    return r->kind == Kind::Complex64 ? b_.emitC128ToC64(dst, t) : move(dst, t, 2);
  }
  case BuiltinId::Real:
  case BuiltinId::Imag: {
    Reg part = BuiltinId(e.builtin) == BuiltinId::Imag ? 1 : 0;
    Reg x = any(e.args[0]);
    if (repOf(*e.args[0])->kind == Kind::Complex128) return move(dst, Reg(x + part), 1);
    Reg t = alloc(2);
    b_.emitC64ToC128(t, x);
    return b_.emitF64ToF32(dst, Reg(t + part));
  }
  case BuiltinId::Copy: {
    auto* slice = sema::as<sema::Slice>(typeOf(*e.args[0]));
    EarlyCalls scope(*this);
    bool fromFirst = callsFirst(e.args) && !isEarly(*e.args[0]);
    Reg from = fromFirst ? any(e.args[1]) : 0;
    Reg to = any(e.args[0]);
    if (!fromFirst) from = any(e.args[1]);
    return b_.emitCopy(dst, to, from, uint32_t(rep(slice->elem)->size));
  }
  case BuiltinId::Delete: {
    auto* map = sema::as<sema::Map>(typeOf(*e.args[0]));
    const Rep* r = repOf(*e.args[0]);
    EarlyCalls scope(*this);
    bool keyFirst = callsFirst(e.args) && !isEarly(*e.args[0]);
    Reg key = keyFirst ? anyAs(e.args[1], map->key) : 0;
    Reg m = any(e.args[0]);
    if (!keyFirst) key = anyAs(e.args[1], map->key);
    at(e.pos);
    return b_.emitMapDelete(m, key, program_.reps.info(r));
  }
  case BuiltinId::Make: return makeValue(dst, e);
  case BuiltinId::New: return newValue(dst, e);
  case BuiltinId::Max: return minMax(dst, e, true);
  case BuiltinId::Min: return minMax(dst, e, false);
  case BuiltinId::Panic: {
    Reg v = anyAs(e.args[0], program_.reps.context().emptyInterface());
    at(e.pos);
    return b_.emitPanic(v);
  }
  case BuiltinId::Print:
  case BuiltinId::Println: return print(e);
  case BuiltinId::Recover: {
    if (dst == kNoSlot) dst = alloc(2);
    return b_.emitRecover(dst);
  }
  case BuiltinId::UnsafeAdd: {
    Reg p = any(e.args[0]);
    Reg n = any(e.args[1]);
    return b_.emitAdd(dst, p, n);
  }
  case BuiltinId::UnsafeSlice:
  case BuiltinId::UnsafeString: {
    // {ptr, len, cap}: the memory must not reach over the end of the address space, nor start at nil.
    bool isSlice = BuiltinId(e.builtin) == BuiltinId::UnsafeSlice;
    Reg t = alloc(3);
    into(t, e.args[0]);
    liveWord(t, WordKind::Pointer);
    into(Reg(t + 1), e.args[1]);
    at(e.pos);
    auto* pointer = sema::as<sema::Pointer>(typeOf(*e.args[0]));
    uint64_t size = isSlice && pointer ? rep(pointer->elem)->size : 1;
    Label tooLong = b_.newLabel(), notNil = b_.newLabel(), fine = b_.newLabel();
    b_.emitJumpLtI(Reg(t + 1), 0, tooLong);
    b_.emitJumpNeI(t, 0, notNil);
    b_.emitJumpEqI(Reg(t + 1), 0, fine);
    b_.emitTrap(uint16_t(isSlice ? TrapCode::UnsafeSliceNil : TrapCode::UnsafeStringNil));
    b_.bind(notNil);
    if (size > 0) {
      Reg room = alloc(2);
      b_.emitRSubI(room, t, 0);
      if (size > 1) {
        b_.emitLoadI64(Reg(room + 1), int64_t(size));
        b_.emitDivU(room, room, Reg(room + 1));
      }
      b_.emitJumpLeU(Reg(t + 1), room, fine);
    } else {
      jump(fine);
    }
    b_.bind(tooLong);
    b_.emitTrap(uint16_t(isSlice ? TrapCode::UnsafeSliceLen : TrapCode::UnsafeStringLen));
    b_.bind(fine);
    if (isSlice) b_.emitMove(Reg(t + 2), Reg(t + 1));
    return move(dst, t, isSlice ? 3 : 2);
  }
  case BuiltinId::UnsafeSliceData:
  case BuiltinId::UnsafeStringData: return move(dst, any(e.args[0]), 1);
  case BuiltinId::UnsafeSizeof: return b_.emitLoadI64(dst, int64_t(repOf(*e.args[0])->size));
  case BuiltinId::UnsafeAlignof: return b_.emitLoadI64(dst, int64_t(repOf(*e.args[0])->align));
  case BuiltinId::UnsafeOffsetof: {
    // Not constant where a type parameter is in the struct.
    auto* selector = unparen(e.args[0])->as<SelectorExpr>();
    uint64_t offset = 0;
    sema::Type* type = typeOf(*selector->x);
    for (int i : selector->selection->index) {
      if (auto* p = sema::as<sema::Pointer>(type)) {
        type = p->elem;
        offset = 0;
      }
      offset += rep(type)->fields[size_t(i)].offset;
      type = program_.reps.context().typeOf(sema::as<sema::Struct>(type)->fields[size_t(i)]);
    }
    return b_.emitLoadI64(dst, int64_t(offset));
  }
  }
}

} // namespace gossamer::lower
