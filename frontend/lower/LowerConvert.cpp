// Conversions.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;

void FunctionLowerer::toInterface(Reg dst, Reg src, const Rep* from) {
  const TypeInfo* info = descriptor(from);
  if (!from->direct()) return b_.emitBoxIface(dst, src, info);
  b_.emitMakeIface(dst, from->slots ? src : kNoSlot, info);
}

void FunctionLowerer::convertNumber(Reg dst, Reg src, const Rep* from, const Rep* to) {
  if (from->isInt() && to->isInt()) {
    // Values that fit keep their form.
    bool fits = to->size == 8 || (from->size < to->size && (from->isUnsigned() || to->isSigned)) ||
                (from->size == to->size && from->isSigned == to->isSigned);
    return fits ? move(dst, src, 1) : extend(dst, src, to);
  }
  if (from->isInt()) {
    bool wide = from->isUnsigned() && from->size == 8;
    if (to->kind == Kind::Float64) return wide ? b_.emitU64ToF64(dst, src) : b_.emitI64ToF64(dst, src);
    return wide ? b_.emitU64ToF32(dst, src) : b_.emitI64ToF32(dst, src);
  }
  if (isFloat(from->kind) && to->isInt()) {
    Mark mark(*this);
    if (from->kind == Kind::Float32) {
      Reg wide = alloc(1);
      b_.emitF32ToF64(wide, src);
      src = wide;
    }
    if (to->size == 8) return to->isSigned ? b_.emitF64ToI64(dst, src) : b_.emitF64ToU64(dst, src);
    if (to->size == 4 && !to->isSigned) b_.emitF64ToI64(dst, src);
    else b_.emitF64ToI32(dst, src);
    if (!(to->size == 4 && to->isSigned)) extend(dst, dst, to);
    return;
  }
  if (isFloat(from->kind)) {
    if (from->kind == to->kind) return move(dst, src, 1);
    return to->kind == Kind::Float64 ? b_.emitF32ToF64(dst, src) : b_.emitF64ToF32(dst, src);
  }
  // Complex numbers.
  if (from->kind == to->kind) return move(dst, src, from->slots);
  return to->kind == Kind::Complex128 ? b_.emitC64ToC128(dst, src) : b_.emitC128ToC64(dst, src);
}

void FunctionLowerer::conversion(Reg dst, CallExpr& e) {
  Expr* x = e.args[0];
  sema::Type* type = typeOf(e);
  const Rep* to = rep(type);
  if (sema::modeOf(*unparen(x)) == sema::Mode::Nil) return zero(dst, to);
  sema::Type* fromType = typeOf(*x);
  const Rep* from = rep(fromType);
  if (to->isInterface()) return intoAs(dst, x, type);
  auto isNumber = [](const Rep* r) { return r->isInt() || isFloat(r->kind) || isComplex(r->kind); };
  if (isNumber(to) && isNumber(from)) {
    if (x->constant) return constant(dst, *x->constant, to); // T(1): to each instance's type
    if (from->kind == to->kind) return into(dst, x);
    Reg v = any(x);
    return convertNumber(dst, v, from, to);
  }
  if (to->kind == Kind::String && from->kind != Kind::String) {
    Reg v = any(x);
    at(e.pos);
    if (from->isInt()) return b_.emitRuneToStr(dst, v);
    auto* slice = sema::as<sema::Slice>(fromType);
    return rep(slice->elem)->size == 1 ? b_.emitBytesToStr(dst, v) : b_.emitRunesToStr(dst, v);
  }
  if (to->kind == Kind::Slice && from->kind == Kind::String) {
    Reg v = any(x);
    at(e.pos);
    auto* slice = sema::as<sema::Slice>(type);
    return rep(slice->elem)->size == 1 ? b_.emitStrToBytes(dst, v) : b_.emitStrToRunes(dst, v);
  }
  if (from->kind == Kind::Slice && to->kind == Kind::Pointer) {
    Reg v = any(x);
    at(e.pos);
    return b_.emitSliceToArrayPtr(dst, v, 0, uint32_t(rep(sema::as<sema::Pointer>(type)->elem)->length));
  }
  if (from->kind == Kind::Slice && to->kind == Kind::Array) {
    Reg v = any(x);
    at(e.pos);
    Reg p = alloc(1);
    b_.emitSliceToArrayPtr(p, v, 0, uint32_t(to->length));
    liveWord(p, WordKind::Pointer);
    if (to->slots) loadMemory(dst, p, 0, to);
    return;
  }
  into(dst, x); // one representation
}

} // namespace gossamer::lower
