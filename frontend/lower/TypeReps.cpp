#include "frontend/lower/TypeReps.h"

#include "runtime/base/Check.h"

#include <string>
#include <vector>

namespace gossamer::lower {

namespace {

Kind kindOfBasic(sema::BasicKind basic) {
  switch (basic) {
  case sema::BasicKind::Bool:
  case sema::BasicKind::UntypedBool: return Kind::Bool;
  case sema::BasicKind::Int:
  case sema::BasicKind::UntypedInt: return Kind::Int;
  case sema::BasicKind::Int8: return Kind::Int8;
  case sema::BasicKind::Int16: return Kind::Int16;
  case sema::BasicKind::Int32:
  case sema::BasicKind::UntypedRune: return Kind::Int32;
  case sema::BasicKind::Int64: return Kind::Int64;
  case sema::BasicKind::Uint: return Kind::Uint;
  case sema::BasicKind::Uint8: return Kind::Uint8;
  case sema::BasicKind::Uint16: return Kind::Uint16;
  case sema::BasicKind::Uint32: return Kind::Uint32;
  case sema::BasicKind::Uint64: return Kind::Uint64;
  case sema::BasicKind::Uintptr: return Kind::Uintptr;
  case sema::BasicKind::Float32: return Kind::Float32;
  case sema::BasicKind::Float64:
  case sema::BasicKind::UntypedFloat: return Kind::Float64;
  case sema::BasicKind::Complex64: return Kind::Complex64;
  case sema::BasicKind::Complex128:
  case sema::BasicKind::UntypedComplex: return Kind::Complex128;
  case sema::BasicKind::String:
  case sema::BasicKind::UntypedString: return Kind::String;
  case sema::BasicKind::UnsafePointer:
  case sema::BasicKind::UntypedNil: return Kind::UnsafePointer;
  case sema::BasicKind::Invalid: break;
  }
  return Kind::Invalid;
}

Kind kindOf(sema::Type* under) {
  switch (under->kind) {
  case sema::TypeKind::Basic: return kindOfBasic(static_cast<sema::Basic*>(under)->basic);
  case sema::TypeKind::Pointer: return Kind::Pointer;
  case sema::TypeKind::Slice: return Kind::Slice;
  case sema::TypeKind::Array: return Kind::Array;
  case sema::TypeKind::Map: return Kind::Map;
  case sema::TypeKind::Chan: return Kind::Chan;
  case sema::TypeKind::Signature: return Kind::Func;
  case sema::TypeKind::Struct: return Kind::Struct;
  case sema::TypeKind::Interface: return Kind::Interface;
  default: return Kind::Invalid;
  }
}

std::string_view pathOf(const sema::Package* package) { return package ? package->path : std::string_view(); }

} // namespace

TypeReps::TypeReps(sema::TypeContext& context, TypeTable& table) : context_(context), table_(table) {}

const Rep* TypeReps::make(sema::Type* type) {
  sema::Type* plain = sema::unalias(type);
  if (plain != type) {
    const Rep* rep = of(plain);
    type->lowering = plain->lowering;
    return rep;
  }
  GOSSAMER_CHECK(type->kind != sema::TypeKind::TypeParam, "a type parameter without its argument");
  Rep rep;
  rep.type = type;
  fill(rep); // may make the Reps of components; a type cannot contain itself
  reps_.push_back(rep);
  type->lowering = &reps_.back();
  return &reps_.back();
}

void TypeReps::fill(Rep& rep) {
  sema::Type* u = sema::under(rep.type);
  rep.kind = kindOf(u);
  switch (rep.kind) {
  case Kind::Struct: return fillStruct(rep, static_cast<sema::Struct*>(u));
  case Kind::Array: {
    auto* array = static_cast<sema::Array*>(u);
    rep.elem = of(array->elem);
    rep.length = array->length > 0 ? uint64_t(array->length) : 0;
    rep.size = rep.elem->size * rep.length;
    rep.align = rep.elem->align;
    rep.pointers = rep.elem->pointers && rep.length > 0;
    rep.slots = uint32_t(slotsFor(rep.size));
    if (slotsFor(rep.size) > UINT32_MAX) rep.slots = UINT32_MAX;
    return setWords(rep);
  }
  default: break;
  }
  SizeAlign layout = basicLayout(rep.kind);
  rep.size = layout.size;
  rep.align = layout.align;
  rep.slots = uint32_t(slotsFor(rep.size));
  rep.isSigned = isSignedInt(rep.kind);
  rep.scalar = rep.size <= 8;
  rep.narrow = rep.size < 8;
  rep.pointers = isPointerKind(rep.kind) || rep.kind == Kind::String || rep.kind == Kind::Slice ||
                 rep.kind == Kind::Interface;
  setWords(rep);
}

void TypeReps::fillStruct(Rep& rep, sema::Struct* s) {
  std::span<FieldRep> fields = arena_.makeSpan<FieldRep>(s->fields.size());
  StructLayout layout;
  for (size_t i = 0; i < fields.size(); i++) {
    const Rep* field = of(context_.typeOf(s->fields[i]));
    fields[i] = {layout.add({field->size, field->align}), field};
    rep.pointers |= field->pointers;
  }
  SizeAlign whole = layout.finish();
  rep.size = whole.size;
  rep.align = whole.align;
  rep.slots = uint32_t(slotsFor(rep.size));
  rep.fields = fields;
  setWords(rep);
}

void TypeReps::setWords(Rep& rep) {
  if (!rep.pointers || rep.slots > kMaxValueSlots) return;
  std::span<WordKind> words = arena_.makeSpan<WordKind>(rep.slots);
  auto place = [&](uint64_t offset, const Rep* part) {
    for (size_t i = 0; i < part->words.size(); i++) words[offset / 8 + i] = part->words[i];
  };
  switch (rep.kind) {
  case Kind::Struct:
    for (const FieldRep& field : rep.fields)
      if (field.rep->pointers) place(field.offset, field.rep);
    break;
  case Kind::Array:
    for (uint64_t i = 0; i < rep.length; i++) place(i * rep.elem->size, rep.elem);
    break;
  case Kind::Interface:
    words[0] = WordKind::InterfaceType;
    words[1] = WordKind::InterfaceData;
    break;
  default: words[0] = WordKind::Pointer; break;
  }
  rep.words = words;
}

SelectorId TypeReps::selector(const sema::Object* method) {
  return table_.selector(method->name.view(), pathOf(method->pkg));
}

const TypeInfo* TypeReps::makeInfo(const Rep* rep) {
  const TypeInfo* info = nullptr;
  if (auto* named = sema::cast<sema::Named>(rep->type)) {
    info = makeNamed(rep, named);
  } else if (rep->type->kind == sema::TypeKind::Basic) {
    info = table_.basic(rep->kind);
  } else {
    info = makeLiteral(rep, rep->type);
  }
  rep->info = info;
  origins_.try_emplace(info, rep->type);
  return info;
}

const TypeInfo* TypeReps::makeNamed(const Rep* rep, sema::Named* named) {
  const sema::Package* package = named->obj->pkg;
  if (!package) { // error and comparable: only the first can be the type of a value
    return table_.errorType();
  }
  std::string name;
  writeInstanceName(name, named);
  bool local = !named->obj->parent || !named->obj->parent->isPackage;
  std::string text = std::string(package->name.view()) + "." + name;
  TypeInfo* made = table_.named(package->path, name, local ? named->id : 0, text);
  rep->info = made;
  origins_.try_emplace(made, rep->type);
  if (!made->underlying) table_.setUnderlying(made, info(sema::under(named)));
  return made;
}

const TypeInfo* TypeReps::makeLiteral(const Rep* rep, sema::Type* type) {
  switch (type->kind) {
  case sema::TypeKind::Pointer: return table_.pointerTo(info(static_cast<sema::Pointer*>(type)->elem));
  case sema::TypeKind::Slice: return table_.sliceOf(info(static_cast<sema::Slice*>(type)->elem));
  case sema::TypeKind::Array: return table_.arrayOf(info(rep->elem), rep->length);
  case sema::TypeKind::Map: {
    auto* map = static_cast<sema::Map*>(type);
    return table_.mapOf(info(map->key), info(map->elem));
  }
  case sema::TypeKind::Chan: {
    auto* chan = static_cast<sema::Chan*>(type);
    ChanDir dir = chan->dir == ast::ChanDir::Both   ? ChanDir::Both
                  : chan->dir == ast::ChanDir::Send ? ChanDir::Send
                                                    : ChanDir::Receive;
    return table_.chanOf(info(chan->elem), dir);
  }
  case sema::TypeKind::Signature: {
    auto* signature = static_cast<sema::Signature*>(type);
    std::vector<const TypeInfo*> params, results;
    for (size_t i = 0; i < signature->params->size(); i++) params.push_back(info(signature->params->at(i)));
    for (size_t i = 0; i < signature->results->size(); i++) results.push_back(info(signature->results->at(i)));
    return table_.funcOf(params, results, signature->variadic);
  }
  case sema::TypeKind::Struct: {
    auto* s = static_cast<sema::Struct*>(type);
    std::vector<TypeField> fields;
    for (size_t i = 0; i < s->fields.size(); i++) {
      const sema::Object* field = s->fields[i];
      bool exported = field->isExported();
      fields.push_back({.name = field->name.view(),
                        .pkgPath = exported ? std::string_view() : pathOf(field->pkg),
                        .tag = s->tag(i),
                        .type = info(field->type),
                        .offset = 0,
                        .embedded = field->isEmbedded,
                        .exported = exported});
    }
    return table_.structOf(fields);
  }
  case sema::TypeKind::Interface: {
    std::vector<InterfaceMethod> methods;
    for (sema::Object* method : sema::typeSet(static_cast<sema::Interface*>(type)).methods) {
      methods.push_back({.name = method->name.view(),
                         .pkgPath = method->isExported() ? std::string_view() : pathOf(method->pkg),
                         .selector = 0,
                         .type = info(context_.typeOf(method))});
    }
    return table_.interfaceOf(methods);
  }
  default: return table_.basic(Kind::UnsafePointer);
  }
}

} // namespace gossamer::lower
