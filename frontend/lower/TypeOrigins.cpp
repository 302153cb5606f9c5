// Back from descriptors to the checker's types. Those the compiler made are remembered; those that the
// program made with package reflect are rebuilt, so that methods promoted through their embedded fields are
// found and called as in any struct.
#include "frontend/lower/TypeReps.h"

#include <string>
#include <vector>

namespace gossamer::lower {

namespace {

sema::BasicKind basicOfKind(Kind kind) {
  switch (kind) {
  case Kind::Bool: return sema::BasicKind::Bool;
  case Kind::Int: return sema::BasicKind::Int;
  case Kind::Int8: return sema::BasicKind::Int8;
  case Kind::Int16: return sema::BasicKind::Int16;
  case Kind::Int32: return sema::BasicKind::Int32;
  case Kind::Int64: return sema::BasicKind::Int64;
  case Kind::Uint: return sema::BasicKind::Uint;
  case Kind::Uint8: return sema::BasicKind::Uint8;
  case Kind::Uint16: return sema::BasicKind::Uint16;
  case Kind::Uint32: return sema::BasicKind::Uint32;
  case Kind::Uint64: return sema::BasicKind::Uint64;
  case Kind::Uintptr: return sema::BasicKind::Uintptr;
  case Kind::Float32: return sema::BasicKind::Float32;
  case Kind::Float64: return sema::BasicKind::Float64;
  case Kind::Complex64: return sema::BasicKind::Complex64;
  case Kind::Complex128: return sema::BasicKind::Complex128;
  case Kind::String: return sema::BasicKind::String;
  case Kind::UnsafePointer: return sema::BasicKind::UnsafePointer;
  default: return sema::BasicKind::Invalid;
  }
}

} // namespace

sema::Type* TypeReps::typeOf(const TypeInfo* info) {
  if (auto it = origins_.find(info); it != origins_.end()) return it->second;
  sema::Type* type = rebuild(info);
  if (!type) return nullptr;
  of(type)->info = info;
  return origins_[info] = type;
}

// Only the layout and the embedded fields' methods of a rebuilt type matter: names of fields that are not
// exported belong to no package in it.
sema::Type* TypeReps::rebuild(const TypeInfo* info) {
  if (auto basic = basicOfKind(info->kind); basic != sema::BasicKind::Invalid)
    return table_.basic(info->kind) == info ? context_.basic(basic) : nullptr;
  if (info == table_.errorType()) return context_.errorType();
  if (info == table_.emptyInterface()) return context_.emptyInterface();
  if (info->isNamed()) return nullptr; // all other named types are the compiler's
  switch (info->kind) {
  case Kind::Pointer: {
    sema::Type* elem = typeOf(info->elem);
    return elem ? context_.pointer(elem) : nullptr;
  }
  case Kind::Slice: {
    sema::Type* elem = typeOf(info->elem);
    return elem ? context_.slice(elem) : nullptr;
  }
  case Kind::Array: {
    sema::Type* elem = typeOf(info->elem);
    return elem ? context_.make<sema::Array>(elem, int64_t(info->length)) : nullptr;
  }
  case Kind::Map: {
    sema::Type *key = typeOf(info->key), *elem = typeOf(info->elem);
    return key && elem ? context_.make<sema::Map>(key, elem) : nullptr;
  }
  case Kind::Chan: {
    sema::Type* elem = typeOf(info->elem);
    ast::ChanDir dir = info->chanDir == ChanDir::Both   ? ast::ChanDir::Both
                       : info->chanDir == ChanDir::Send ? ast::ChanDir::Send
                                                        : ast::ChanDir::Receive;
    return elem ? context_.make<sema::Chan>(dir, elem) : nullptr;
  }
  case Kind::Func: return rebuildFunc(info);
  case Kind::Struct: return rebuildStruct(info);
  default: return nullptr;
  }
}

sema::Tuple* TypeReps::rebuildTuple(std::span<const TypeInfo* const> types) {
  std::span<sema::Object*> vars = context_.arena().makeSpan<sema::Object*>(types.size());
  for (size_t i = 0; i < types.size(); i++) {
    sema::Type* type = typeOf(types[i]);
    if (!type) return nullptr;
    vars[i] = context_.object(sema::ObjectKind::Var, {}, {}, nullptr, type);
  }
  return context_.tuple(vars);
}

sema::Type* TypeReps::rebuildFunc(const TypeInfo* info) {
  auto* signature = context_.make<sema::Signature>();
  signature->variadic = info->isVariadic();
  signature->params = rebuildTuple(info->params);
  signature->results = rebuildTuple(info->results);
  return signature->params && signature->results ? signature : nullptr;
}

sema::Type* TypeReps::rebuildStruct(const TypeInfo* info) {
  auto* made = context_.make<sema::Struct>();
  made->fields = context_.arena().makeSpan<sema::Object*>(info->fields.size());
  for (size_t i = 0; i < info->fields.size(); i++) {
    const TypeField& from = info->fields[i];
    sema::Type* type = typeOf(from.type);
    if (!type) return nullptr;
    sema::Object* field =
        context_.object(sema::ObjectKind::Var, context_.symbols().intern(from.name), {}, nullptr, type);
    field->isField = true;
    field->isEmbedded = from.embedded;
    field->index = int32_t(i);
    field->used = true;
    made->fields[i] = field;
  }
  return made;
}

} // namespace gossamer::lower
