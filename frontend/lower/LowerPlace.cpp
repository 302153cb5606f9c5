// Places: variables, fields, elements and what pointers point at, to be read and written.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;
using sema::Object;

Place FunctionLowerer::slotPlace(Reg slot, const Rep* rep) {
  Place p;
  p.kind = Place::Kind::Slot;
  p.rep = rep;
  p.base = slot;
  return p;
}

Place FunctionLowerer::memoryPlace(Reg base, uint64_t offset, const Rep* rep) {
  Place p;
  p.kind = Place::Kind::Memory;
  p.rep = rep;
  p.base = base;
  // Loads and stores have 16 bits for the offset; the last word of the value must be within reach too.
  if (offset + rep->size > 0xfff0 && offset > 0) {
    Reg moved = alloc(1);
    b_.emitPtrAdd(moved, base, 0, uint32_t(offset));
    liveWord(moved, WordKind::Pointer);
    p.base = moved;
    offset = 0;
  }
  p.offset = uint32_t(offset);
  return p;
}

// A field or constant element of an aggregate place.
Place FunctionLowerer::part(Place whole, uint64_t offset, const Rep* r) {
  switch (whole.kind) {
  case Place::Kind::Slot:
  case Place::Kind::Part: {
    uint64_t byte = whole.offset + offset;
    Place p = whole;
    p.rep = r;
    p.inMemoryForm = false;
    if (byte % 8 == 0 && r->size % 8 == 0) {
      p.kind = Place::Kind::Slot;
      p.base = Reg(whole.base + byte / 8);
      p.offset = 0;
    } else {
      p.kind = Place::Kind::Part;
      p.base = Reg(whole.base + byte / 8);
      p.offset = uint32_t(byte % 8);
    }
    return p;
  }
  case Place::Kind::Memory: return memoryPlace(whole.base, whole.offset + offset, r);
  case Place::Kind::Slice: {
    Reg a = address(whole);
    return memoryPlace(a, offset, r);
  }
  default: {
    Reg value = alloc(whole.rep);
    load(value, whole);
    live(value, whole.rep);
    return part(slotPlace(value, whole.rep), offset, r);
  }
  }
}

// Follows `steps` embedded fields (or the field itself) from a place of type `type`.
Place FunctionLowerer::walk(Place from, sema::Type* type, std::span<const int> index, size_t steps, sema::Type** end) {
  for (size_t i = 0; i < steps; i++) {
    if (auto* pointer = sema::as<sema::Pointer>(type)) {
      type = pointer->elem;
      from = memoryPlace(read(from), 0, rep(type));
    }
    auto* s = sema::as<sema::Struct>(type);
    const Rep* whole = rep(type);
    const FieldRep& field = whole->fields[size_t(index[i])];
    from = part(from, field.offset, field.rep);
    type = program_.reps.context().typeOf(s->fields[size_t(index[i])]);
  }
  if (end) *end = type;
  return from;
}

Place FunctionLowerer::pathPlace(Expr* x, std::span<const int> index, size_t steps) {
  sema::Type* type = typeOf(*x);
  if (steps > 0)
    if (auto* pointer = sema::as<sema::Pointer>(type)) {
      Reg base = any(x);
      return walk(memoryPlace(base, 0, rep(pointer->elem)), pointer->elem, index, steps, nullptr);
    }
  return walk(place(x), type, index, steps, nullptr);
}

Place FunctionLowerer::place(Expr* e) {
  Nesting nesting(*this);
  if (nesting.tooDeep) return slotPlace(0, repOf(*e));
  e = unparen(e);
  switch (e->kind) {
  case ast::Kind::Ident: {
    Object* o = e->as<Ident>()->object;
    if (!o || e->as<Ident>()->name.isBlank()) {
      Place p;
      p.rep = e->type ? repOf(*e) : nullptr;
      return p;
    }
    if (o->isVar()) return place(o, e->pos);
    break;
  }
  case ast::Kind::SelectorExpr: {
    auto& selector = *e->as<SelectorExpr>();
    const sema::Selection* selection = selector.selection;
    if (!selection) break;
    if (selection->kind == sema::SelectionKind::Qualified && selection->obj->isVar()) return place(selection->obj, e->pos);
    if (selection->kind != sema::SelectionKind::FieldVal) break;
    // a.b.c: walk down the spine so that only what is needed is loaded.
    Place p = pathPlace(selector.x, selection->index, selection->index.size());
    at(selector.sel->pos);
    return p;
  }
  case ast::Kind::IndexExpr: {
    auto& index = *e->as<IndexExpr>();
    if (index.instance) break;
    return indexPlace(index);
  }
  case ast::Kind::StarExpr: {
    Reg base = any(e->as<StarExpr>()->x);
    at(e->pos);
    return memoryPlace(base, 0, repOf(*e));
  }
  default: break;
  }
  const Rep* r = repOf(*e);
  return slotPlace(any(e), r);
}

Place FunctionLowerer::elementPlace(Place array, const Rep* arrayRep, Expr* index, Pos pos) {
  const Rep* elem = arrayRep->elem;
  if (array.kind == Place::Kind::Map) { // m[k][i]: a copy
    Reg value = alloc(arrayRep);
    load(value, array);
    live(value, arrayRep);
    array = slotPlace(value, arrayRep);
  }
  int64_t constant;
  if (constInt(*index, constant)) {
    // In range, or a compile error, but for a nil pointer to array.
    return part(array, uint64_t(constant) * elem->size, elem);
  }
  Reg i = any(index);
  at(pos);
  bool inFrame = array.kind == Place::Kind::Slot || array.kind == Place::Kind::Part;
  Place p;
  p.rep = elem;
  if (array.kind == Place::Kind::Slot && elem->size == 8 && !elem->isAggregate()) {
    p.kind = Place::Kind::Element;
    p.base = array.base;
    p.index = i;
    p.length = uint32_t(arrayRep->length);
    p.pos = pos;
    return p;
  }
  Reg base;
  if (inFrame) {
    base = alloc(1);
    b_.emitLea(base, array.base, uint16_t(array.offset));
    addressed(array.base, slotsFor(array.offset + arrayRep->size));
  } else {
    base = address(array);
  }
  Reg a = alloc(1);
  if (elem->size <= 0xffff && arrayRep->length <= UINT32_MAX) {
    b_.emitArrayAddr(a, base, i, uint16_t(elem->size), uint32_t(arrayRep->length));
  } else {
    b_.emitNilCheck(base, 0, 0);
    Reg limit = alloc(2);
    b_.emitLoadI64(limit, int64_t(arrayRep->length));
    b_.emitCheckIndex(i, limit, 0);
    b_.emitLoadI64(limit, int64_t(elem->size));
    b_.emitMul(limit, i, limit);
    b_.emitAdd(a, base, limit);
  }
  liveWord(a, WordKind::Pointer);
  return memoryPlace(a, 0, elem);
}

// Pointer and length of a slice or string: all that indexing looks at.
Reg FunctionLowerer::sliceHead(Expr* x) {
  x = unparen(x);
  bool isPlace = x->is(ast::Kind::SelectorExpr) || x->is(ast::Kind::Ident) || x->is(ast::Kind::StarExpr);
  if (x->constant || !isPlace) return any(x);
  Reg dst = alloc(2);
  Place p = place(x);
  if (p.kind != Place::Kind::Memory) return read(p);
  b_.emitLoad2(dst, p.base, uint16_t(p.offset));
  liveWord(dst, WordKind::Pointer);
  return dst;
}

Place FunctionLowerer::indexPlace(IndexExpr& e) {
  sema::Type* type = typeOf(*e.x);
  Expr* index = e.indices[0];
  EarlyCalls scope(*this);
  if (hasCall(*index)) callEarly(&e);
  if (auto* map = sema::as<sema::Map>(type)) {
    Place p;
    p.kind = Place::Kind::Map;
    p.rep = rep(map->elem);
    p.map = rep(type);
    p.base = any(e.x);
    mapKey(p.index, index, p.map);
    at(e.pos);
    return p;
  }
  if (auto* pointer = sema::as<sema::Pointer>(type)) {
    const Rep* array = rep(pointer->elem);
    Reg base = any(e.x);
    Place p = elementPlace(memoryPlace(base, 0, array), array, index, e.pos);
    at(e.pos);
    return p;
  }
  if (sema::as<sema::Array>(type)) {
    Place p = elementPlace(place(e.x), rep(type), index, e.pos);
    at(e.pos);
    return p;
  }
  Place p;
  p.kind = Place::Kind::Slice;
  auto* slice = sema::as<sema::Slice>(type);
  p.rep = slice ? rep(slice->elem) : rep(program_.in.checker.byteType());
  p.base = sliceHead(e.x);
  p.index = any(index);
  p.pos = e.pos;
  at(e.pos);
  return p;
}

void FunctionLowerer::mapKey(Reg& key, Expr* e, const Rep* map) {
  auto* type = sema::as<sema::Map>(map->type);
  key = anyAs(e, type->key);
}

void FunctionLowerer::loadMemory(Reg dst, Reg base, uint32_t offset, const Rep* r) {
  uint16_t o = uint16_t(offset);
  switch (r->size) {
  case 0: return b_.emitNilCheck(base, 0, 0);
  case 8: return b_.emitLoad64(dst, base, o);
  case 16: return b_.emitLoad2(dst, base, o);
  case 24: return b_.emitLoad3(dst, base, o);
  default: break;
  }
  if (!r->scalar) return b_.emitLoadN(dst, base, o, uint32_t(r->size));
  switch (r->size) {
  case 1: return r->isSigned ? b_.emitLoad8s(dst, base, o) : b_.emitLoad8u(dst, base, o);
  case 2: return r->isSigned ? b_.emitLoad16s(dst, base, o) : b_.emitLoad16u(dst, base, o);
  default: return r->isSigned ? b_.emitLoad32s(dst, base, o) : b_.emitLoad32u(dst, base, o);
  }
}

void FunctionLowerer::storeMemory(Reg src, Reg base, uint32_t offset, const Rep* r) {
  uint16_t o = uint16_t(offset);
  switch (r->size) {
  case 0: return b_.emitNilCheck(base, 0, 0);
  case 8: return b_.emitStore64(src, base, o);
  case 16: return b_.emitStore2(src, base, o);
  case 24: return b_.emitStore3(src, base, o);
  default: break;
  }
  if (!r->scalar) return b_.emitStoreN(src, base, o, uint32_t(r->size));
  switch (r->size) {
  case 1: return b_.emitStore8(src, base, o);
  case 2: return b_.emitStore16(src, base, o);
  default: return b_.emitStore32(src, base, o);
  }
}

Reg FunctionLowerer::read(const Place& p) {
  if (p.kind == Place::Kind::Slot && !p.inMemoryForm) return p.base;
  Reg dst = alloc(p.rep);
  load(dst, p);
  live(dst, p.rep);
  return dst;
}

void FunctionLowerer::load(Reg dst, const Place& p) {
  const Rep* r = p.rep;
  switch (p.kind) {
  case Place::Kind::Blank: return;
  case Place::Kind::Slot:
    if (p.inMemoryForm) return extend(dst, p.base, r);
    return move(dst, p.base, r->slots);
  case Place::Kind::Part: {
    uint16_t o = uint16_t(p.offset);
    if (r->size == 0) return;
    if (!r->scalar) return b_.emitFrameLoadN(dst, p.base, o, uint32_t(r->size));
    switch (r->size) {
    case 1: return r->isSigned ? b_.emitFrameLoad8s(dst, p.base, o) : b_.emitFrameLoad8u(dst, p.base, o);
    case 2: return r->isSigned ? b_.emitFrameLoad16s(dst, p.base, o) : b_.emitFrameLoad16u(dst, p.base, o);
    case 4: return r->isSigned ? b_.emitFrameLoad32s(dst, p.base, o) : b_.emitFrameLoad32u(dst, p.base, o);
    default: return b_.emitFrameLoadN(dst, p.base, o, uint32_t(r->size)); // complex64 at an odd word
    }
  }
  case Place::Kind::Element: return b_.emitFrameIndex64(dst, p.base, p.index, p.length);
  case Place::Kind::Global: return b_.emitLoadGlobal(dst, p.global);
  case Place::Kind::Memory: return loadMemory(dst, p.base, p.offset, r);
  case Place::Kind::Slice:
    switch (r->size) {
    case 0: {
      Reg unused = alloc(1);
      return b_.emitSliceAddr(unused, p.base, p.index, 0);
    }
    case 8: return b_.emitSliceLoad64(dst, p.base, p.index);
    case 16: return b_.emitSliceLoad2(dst, p.base, p.index);
    case 24: return b_.emitSliceLoad3(dst, p.base, p.index);
    default: break;
    }
    if (!r->scalar) return b_.emitSliceLoadN(dst, p.base, p.index, uint32_t(r->size));
    switch (r->size) {
    case 1: return r->isSigned ? b_.emitSliceLoad8s(dst, p.base, p.index) : b_.emitSliceLoad8u(dst, p.base, p.index);
    case 2: return r->isSigned ? b_.emitSliceLoad16s(dst, p.base, p.index) : b_.emitSliceLoad16u(dst, p.base, p.index);
    default: return r->isSigned ? b_.emitSliceLoad32s(dst, p.base, p.index) : b_.emitSliceLoad32u(dst, p.base, p.index);
    }
  case Place::Kind::Map:
    return b_.emitMapGet(r->slots ? dst : kNoSlot, p.base, p.index, kNoSlot, program_.reps.info(p.map));
  }
}

void FunctionLowerer::store(const Place& p, Reg src) {
  const Rep* r = p.rep;
  At position(*this, p.pos ? p.pos : pos_);
  switch (p.kind) {
  case Place::Kind::Blank: return;
  case Place::Kind::Slot: return move(p.base, src, r->slots);
  case Place::Kind::Part: {
    uint16_t o = uint16_t(p.offset);
    if (r->size == 0) return;
    if (r->scalar && r->size == 1) return b_.emitFrameStore8(src, p.base, o);
    if (r->scalar && r->size == 2) return b_.emitFrameStore16(src, p.base, o);
    if (r->scalar && r->size == 4) return b_.emitFrameStore32(src, p.base, o);
    return b_.emitFrameStoreN(src, p.base, o, uint32_t(r->size));
  }
  case Place::Kind::Element: return b_.emitFrameSetIndex64(src, p.base, p.index, p.length);
  case Place::Kind::Global: return b_.emitStoreGlobal(src, p.global);
  case Place::Kind::Memory: return storeMemory(src, p.base, p.offset, r);
  case Place::Kind::Slice:
    switch (r->size) {
    case 0: {
      Reg unused = alloc(1);
      return b_.emitSliceAddr(unused, p.base, p.index, 0);
    }
    case 8: return b_.emitSliceStore64(src, p.base, p.index);
    case 16: return b_.emitSliceStore2(src, p.base, p.index);
    case 24: return b_.emitSliceStore3(src, p.base, p.index);
    default: break;
    }
    if (r->scalar && r->size == 1) return b_.emitSliceStore8(src, p.base, p.index);
    if (r->scalar && r->size == 2) return b_.emitSliceStore16(src, p.base, p.index);
    if (r->scalar && r->size == 4) return b_.emitSliceStore32(src, p.base, p.index);
    return b_.emitSliceStoreN(src, p.base, p.index, uint32_t(r->size));
  case Place::Kind::Map: return b_.emitMapSet(p.base, p.index, src, program_.reps.info(p.map));
  }
}

Reg FunctionLowerer::address(const Place& p) {
  Reg dst = alloc(1);
  switch (p.kind) {
  case Place::Kind::Slot:
  case Place::Kind::Part: b_.emitLea(dst, p.base, uint16_t(p.offset)); break;
  case Place::Kind::Element: {
    Reg base = alloc(1);
    b_.emitLea(base, p.base, 0);
    addressed(p.base, p.length);
    b_.emitArrayAddr(dst, base, p.index, uint16_t(p.rep->size), p.length);
    break;
  }
  case Place::Kind::Global: b_.emitGlobalAddr(dst, p.global); break;
  case Place::Kind::Memory:
    if (p.offset == 0) {
      b_.emitNilCheck(p.base, 0, 0);
      release(dst);
      return p.base;
    }
    b_.emitPtrAdd(dst, p.base, 0, p.offset);
    break;
  case Place::Kind::Slice: b_.emitSliceAddr(dst, p.base, p.index, uint32_t(p.rep->size)); break;
  case Place::Kind::Blank:
  case Place::Kind::Map: fail("the address of something that has none"); break;
  }
  liveWord(dst, WordKind::Pointer);
  return dst;
}

Reg FunctionLowerer::pinReg(Reg r, uint32_t slots) {
  if (isTemp(r)) return r;
  Reg copy = alloc(slots);
  move(copy, r, slots);
  for (uint32_t i = 0; i < slots && !failed_; i++) kinds_[copy + i] = kinds_[r + i];
  return copy;
}

Place FunctionLowerer::pin(Place p) {
  switch (p.kind) {
  case Place::Kind::Memory: p.base = pinReg(p.base, 1); break;
  case Place::Kind::Slice:
    p.base = pinReg(p.base, 2);
    p.index = pinReg(p.index, 1);
    break;
  case Place::Kind::Element: p.index = pinReg(p.index, 1); break;
  case Place::Kind::Map: {
    p.base = pinReg(p.base, 1);
    auto* type = sema::as<sema::Map>(p.map->type);
    p.index = pinReg(p.index, rep(type->key)->slots);
    break;
  }
  default: break;
  }
  return p;
}

// Slots for values of map keys and the like come in canonical form, so a place can take any expression's value directly.
void FunctionLowerer::storeExpr(const Place& p, Expr* value, const sema::Type* target) {
  if (p.kind == Place::Kind::Blank) return discard(value);
  if (p.kind == Place::Kind::Slot) return intoVariable(p.base, value, target);
  if (p.rep->slots > kMaxLocalSlots) {
    // Too large for slots: from memory to memory.
    Expr* x = unparen(value);
    Reg to = address(p);
    if (auto* lit = x->as<CompositeLit>()) {
      // The literal may read what is being overwritten.
      Reg fresh = alloc(1);
      b_.emitNew(fresh, program_.reps.info(p.rep));
      liveWord(fresh, WordKind::Pointer);
      compositeToMemory(fresh, 0, *lit, typeOf(*x), true);
      return b_.emitCopyMem(to, fresh, 0, uint32_t(p.rep->size));
    }
    Place from = place(x);
    if (from.kind == Place::Kind::Memory || from.kind == Place::Kind::Slice)
      return b_.emitCopyMem(to, address(from), 0, uint32_t(p.rep->size));
    return storeMemory(read(from), to, 0, p.rep);
  }
  store(p, anyAs(value, target));
}

Reg FunctionLowerer::largeValue(Expr* e, const Rep* r) {
  Expr* x = unparen(e);
  if (!x->is(ast::Kind::CompositeLit) && !hasCall(*x)) {
    Place from = place(x);
    if (from.kind == Place::Kind::Memory || from.kind == Place::Kind::Slice) return address(from);
  }
  Reg box = alloc(1);
  b_.emitNew(box, program_.reps.info(r));
  liveWord(box, WordKind::Pointer);
  storeExpr(memoryPlace(box, 0, r), e, nullptr);
  return box;
}

} // namespace gossamer::lower
