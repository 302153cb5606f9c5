// Layout: Go's kinds, sizes, alignments and field offsets on amd64. Header only; knows nothing of TypeInfo,
// so the checker (unsafe.Sizeof, Offsetof) and lowering may use it on their own types.
#pragma once

#include <algorithm>
#include <cstdint>

namespace gossamer {

// reflect.Kind's numbers.
enum class Kind : uint8_t {
  Invalid,
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  Complex64,
  Complex128,
  Array,
  Chan,
  Func,
  Interface,
  Map,
  Pointer,
  Slice,
  String,
  Struct,
  UnsafePointer,
};
inline constexpr int kKindCount = static_cast<int>(Kind::UnsafePointer) + 1;

enum class ChanDir : uint8_t { Receive = 1, Send = 2, Both = 3 }; // reflect.ChanDir's numbers

constexpr bool isSignedInt(Kind kind) {
  return kind >= Kind::Int && kind <= Kind::Int64;
}
constexpr bool isUnsignedInt(Kind kind) {
  return kind >= Kind::Uint && kind <= Kind::Uintptr;
}
constexpr bool isInteger(Kind kind) {
  return kind >= Kind::Int && kind <= Kind::Uintptr;
}
constexpr bool isFloat(Kind kind) {
  return kind == Kind::Float32 || kind == Kind::Float64;
}
constexpr bool isComplex(Kind kind) {
  return kind == Kind::Complex64 || kind == Kind::Complex128;
}
// A value of the kind is one pointer word.
constexpr bool isPointerKind(Kind kind) {
  return kind == Kind::Pointer || kind == Kind::Map || kind == Kind::Chan || kind == Kind::Func ||
         kind == Kind::UnsafePointer;
}

struct SizeAlign {
  uint64_t size;
  uint64_t align;
};

// Of every kind but Array and Struct.
constexpr SizeAlign basicLayout(Kind kind) {
  switch (kind) {
  case Kind::Bool:
  case Kind::Int8:
  case Kind::Uint8: return {1, 1};
  case Kind::Int16:
  case Kind::Uint16: return {2, 2};
  case Kind::Int32:
  case Kind::Uint32:
  case Kind::Float32: return {4, 4};
  case Kind::Complex64: return {8, 4};
  case Kind::Complex128:
  case Kind::String:
  case Kind::Interface: return {16, 8};
  case Kind::Slice: return {24, 8};
  case Kind::Invalid:
  case Kind::Array:
  case Kind::Struct: return {0, 1};
  default: return {8, 8};
  }
}

constexpr uint64_t alignUp(uint64_t offset, uint64_t align) {
  return (offset + align - 1) / align * align;
}

// Lays fields out in order: add() returns each field's offset, finish() the struct's size and alignment.
class StructLayout {
public:
  constexpr uint64_t add(SizeAlign field) {
    uint64_t offset = alignUp(offset_, field.align);
    offset_ = offset + field.size;
    align_ = std::max(align_, field.align);
    lastIsEmpty_ = field.size == 0;
    return offset;
  }
  // A struct that ends in an empty field gets a byte more, so that the field's address is not that of the
  // next object.
  constexpr SizeAlign finish() const {
    uint64_t end = offset_;
    if (lastIsEmpty_ && end > 0) ++end;
    return {alignUp(end, align_), align_};
  }

private:
  uint64_t offset_ = 0;
  uint64_t align_ = 1;
  bool lastIsEmpty_ = false;
};

// The largest object and slice we allow, as gc has it (48-bit address space).
inline constexpr uint64_t kMaxAlloc = uint64_t{1} << 48;

} // namespace gossamer
