#include "runtime/type/Layout.h"

#include "runtime/type/TypeTable-internal.h"

namespace gossamer {
namespace {

bool laidOut(const TypeInfo* type) {
  return type->has(kTypeLaidOut);
}

const Shape* shapeOfKind(Kind kind, ShapeTable& shapes) {
  auto of = [&](std::initializer_list<WordKind> words) {
    WordMapBuilder map(words.size());
    size_t i = 0;
    for (WordKind word : words) map.set(i++, word);
    return shapes.intern(map.map(), map.words());
  };
  using enum WordKind;
  if (isPointerKind(kind)) return of({Pointer});
  switch (kind) {
  case Kind::String: return of({Pointer, Scalar});
  case Kind::Slice: return of({Pointer, Scalar, Scalar});
  case Kind::Interface: return of({InterfaceType, InterfaceData});
  default: return shapes.noscan();
  }
}

uint16_t basicFlags(Kind kind) {
  uint16_t flags = 0;
  bool pointer = isPointerKind(kind);
  if (kind != Kind::Func && kind != Kind::Map && kind != Kind::Slice) flags |= kTypeComparable;
  if (kind == Kind::Bool || isInteger(kind) || kind == Kind::Pointer || kind == Kind::Chan ||
      kind == Kind::UnsafePointer)
    flags |= kTypePlainMemory;
  if (pointer) flags |= kTypePointerShaped;
  if (isSignedInt(kind)) flags |= kTypeSignExtend;
  if (pointer || kind == Kind::Bool || isInteger(kind) || isFloat(kind) || kind == Kind::Complex64)
    flags |= kTypeScalar;
  return flags;
}

void finish(TypeInfo& type, SizeAlign layout, const Shape* shape, uint16_t flags) {
  type.size = layout.size;
  type.align = static_cast<uint8_t>(layout.align);
  type.shape = shape;
  if (!shape->noscan()) flags |= kTypeHasPointers;
  if (type.size <= 8) flags |= kTypeDirect;
  if (type.size > 8 || !shape->noscan()) flags |= kTypeDataPointer;
  type.flags.fetch_or(flags | kTypeLaidOut, std::memory_order_release);
}

bool layOutArray(TypeInfo& type, ShapeTable& shapes) {
  const TypeInfo* elem = type.elem;
  if (!laidOut(elem)) return false;
  uint64_t size = elem->size * type.length;
  uint16_t flags = elem->flags & (kTypeComparable | kTypePlainMemory);
  finish(type, {size, elem->align}, size == 0 ? shapes.noscan() : elem->shape, flags);
  return true;
}

bool layOutStruct(TypeInfo& type, ShapeTable& shapes) {
  bool pointers = false;
  for (const TypeField& field : type.fields) {
    if (!laidOut(field.type)) return false;
    pointers |= field.type->hasPointers();
  }
  // The fields' memory is the table's and nobody has seen the offsets before the type is laid out.
  auto* fields = const_cast<TypeField*>(type.fields.data());
  StructLayout layout;
  uint64_t used = 0; // bytes of fields, to find padding
  uint16_t flags = kTypeComparable | kTypePlainMemory;
  for (size_t i = 0; i < type.fields.size(); ++i) {
    const TypeInfo* of = fields[i].type;
    fields[i].offset = layout.add({of->size, of->align});
    used += of->size;
    if (!of->isComparable()) flags &= static_cast<uint16_t>(~kTypeComparable);
    if (!of->has(kTypePlainMemory) || fields[i].name == "_")
      flags &= static_cast<uint16_t>(~kTypePlainMemory);
  }
  SizeAlign size = layout.finish();
  if (used != size.size) flags &= static_cast<uint16_t>(~kTypePlainMemory);

  const Shape* shape = shapes.noscan();
  if (pointers) {
    WordMapBuilder map(size.size / 8);
    for (const TypeField& field : type.fields)
      if (field.type->hasPointers()) map.setShape(field.offset, field.type->size, *field.type->shape);
    shape = shapes.intern(map.map(), map.words());
  }
  finish(type, size, shape, flags);
  return true;
}

// A named type takes everything from its underlying type.
bool layOutNamed(TypeInfo& type) {
  const TypeInfo* from = type.underlying;
  if (!from || !laidOut(from)) return false;
  type.kind = from->kind;
  type.chanDir = from->chanDir;
  type.elem = from->elem;
  type.key = from->key;
  type.length = from->length;
  type.fields = from->fields;
  type.params = from->params;
  type.results = from->results;
  type.interfaceMethods = from->interfaceMethods;
  uint16_t flags = from->flags & static_cast<uint16_t>(~kTypeNamed);
  finish(type, {from->size, from->align}, from->shape, flags);
  return true;
}

} // namespace

bool layOut(TypeInfo& type, ShapeTable& shapes) {
  if (laidOut(&type)) return true;
  if (type.underlying != &type) return layOutNamed(type);
  switch (type.kind) {
  case Kind::Array: return layOutArray(type, shapes);
  case Kind::Struct: return layOutStruct(type, shapes);
  default:
    finish(type, basicLayout(type.kind), shapeOfKind(type.kind, shapes), basicFlags(type.kind));
    return true;
  }
}

} // namespace gossamer
