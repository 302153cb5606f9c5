#include "runtime/type/TypeTable.h"

#include "runtime/base/Check.h"
#include "runtime/type/TypeTable-internal.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace gossamer {
namespace {

constexpr const char* kBasicNames[] = {"",        "bool",    "int",     "int8",      "int16",     "int32",
                                       "int64",   "uint",    "uint8",   "uint16",    "uint32",    "uint64",
                                       "uintptr", "float32", "float64", "complex64", "complex128"};

// Structural keys are a letter for the constructor and the components' ids; texts are preceded by their
// length.
void appendId(std::string& key, const TypeInfo* type) {
  key += std::to_string(type->id);
  key += ',';
}
void appendText(std::string& key, std::string_view text) {
  key += std::to_string(text.size());
  key += ':';
  key += text;
}

// The order of method lists.
template <class A, class B> bool methodBefore(const A& a, const B& b) {
  return std::tie(a.name, a.pkgPath) < std::tie(b.name, b.pkgPath);
}

// Whether the language lets the type have methods at all. Predeclared types have no package.
bool mayHaveMethods(const TypeInfo* type) {
  if (type->isInterface()) return false;
  if (type->kind == Kind::Pointer && !type->isNamed()) type = type->elem;
  if (type->isNamed()) return !type->isInterface() && !type->pkgPath.empty();
  if (type->kind != Kind::Struct) return false;
  return std::any_of(type->fields.begin(), type->fields.end(), [](const TypeField& f) { return f.embedded; });
}

} // namespace

void* TypeArena::allocate(size_t bytes) {
  bytes = (bytes + 7) & ~size_t{7};
  if (bytes > left_) {
    size_t chunk = std::max(bytes, kChunk);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk));
    next_ = chunks_.back().get();
    left_ = chunk;
  }
  void* at = next_;
  next_ += bytes;
  left_ -= bytes;
  return at;
}

std::string_view TypeArena::copy(std::string_view text) {
  if (text.empty()) return {};
  auto* to = static_cast<char*>(allocate(text.size()));
  std::memcpy(to, text.data(), text.size());
  return {to, text.size()};
}

bool isExportedName(std::string_view name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

TypeInfo* TypeTable::Impl::addLocked(Kind kind) {
  TypeInfo& type = types.emplace_back();
  type.id = static_cast<uint32_t>(types.size());
  type.kind = kind;
  type.underlying = &type;
  return &type;
}

TypeInfo* TypeTable::Impl::findLocked(const std::string& key) const {
  auto it = index.find(key);
  return it == index.end() ? nullptr : it->second;
}

SelectorId TypeTable::Impl::selectorLocked(std::string_view name, std::string_view pkgPath) {
  std::string key(name);
  if (!pkgPath.empty()) {
    key += '\0';
    key += pkgPath;
  }
  auto [it, isNew] = selectors.try_emplace(std::move(key), 0);
  if (isNew) {
    selectorNames.push_back(arena.copy(name));
    it->second = static_cast<SelectorId>(selectorNames.size());
  }
  return it->second;
}

TypeTable::TypeTable() : impl_(std::make_unique<Impl>()) {
  auto addBasic = [&](Kind kind, const char* name, const char* pkgPath, const char* string) {
    TypeInfo* type = impl_->addLocked(kind);
    type->name = name;
    type->pkgPath = pkgPath;
    type->string = string;
    type->flags = kTypeNamed;
    layOut(*type, shapes_);
    basics_[static_cast<int>(kind)] = type;
  };
  for (size_t i = 1; i < std::size(kBasicNames); ++i)
    addBasic(static_cast<Kind>(i), kBasicNames[i], "", kBasicNames[i]);
  addBasic(Kind::String, "string", "", "string");
  addBasic(Kind::UnsafePointer, "Pointer", "unsafe", "unsafe.Pointer");

  emptyInterface_ = interfaceOf({});
  const TypeInfo* string = basic(Kind::String);
  InterfaceMethod method = {"Error", "", 0, funcOf({}, {&string, 1}, false)};
  TypeInfo* error = named("", "error", 0, "error");
  setUnderlying(error, interfaceOf({&method, 1}));
  error_ = error;
}

TypeTable::~TypeTable() = default;

const TypeInfo* TypeTable::pointerTo(const TypeInfo* elem) {
  if (const TypeInfo* known = elem->pointerType.load(std::memory_order_acquire)) return known;
  std::lock_guard lock(impl_->mutex);
  if (const TypeInfo* known = elem->pointerType.load(std::memory_order_acquire)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Pointer);
  type->elem = elem;
  type->string = impl_->copyLocked("*" + std::string(elem->string));
  layOut(*type, shapes_);
  elem->pointerType.store(type, std::memory_order_release);
  return type;
}

const TypeInfo* TypeTable::sliceOf(const TypeInfo* elem) {
  std::string key = "S";
  appendId(key, elem);
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Slice);
  type->elem = elem;
  type->string = impl_->copyLocked("[]" + std::string(elem->string));
  layOut(*type, shapes_);
  return impl_->index[std::move(key)] = type;
}

const TypeInfo* TypeTable::arrayOf(const TypeInfo* elem, uint64_t length) {
  std::string key = "A";
  appendId(key, elem);
  key += std::to_string(length);
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Array);
  type->elem = elem;
  type->length = length;
  type->string = impl_->copyLocked("[" + std::to_string(length) + "]" + std::string(elem->string));
  if (!layOut(*type, shapes_)) impl_->waiting.push_back(type);
  return impl_->index[std::move(key)] = type;
}

const TypeInfo* TypeTable::mapOf(const TypeInfo* mapKey, const TypeInfo* elem) {
  std::string key = "M";
  appendId(key, mapKey);
  appendId(key, elem);
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Map);
  type->key = mapKey;
  type->elem = elem;
  type->string = impl_->copyLocked("map[" + std::string(mapKey->string) + "]" + std::string(elem->string));
  layOut(*type, shapes_);
  return impl_->index[std::move(key)] = type;
}

const TypeInfo* TypeTable::chanOf(const TypeInfo* elem, ChanDir dir) {
  std::string key = "C";
  appendId(key, elem);
  key += std::to_string(static_cast<int>(dir));
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Chan);
  type->elem = elem;
  type->chanDir = dir;
  type->string = impl_->copyLocked(chanString(elem, dir));
  layOut(*type, shapes_);
  return impl_->index[std::move(key)] = type;
}

const TypeInfo* TypeTable::funcOf(std::span<const TypeInfo* const> params,
                                  std::span<const TypeInfo* const> results, bool variadic) {
  std::string key = variadic ? "V" : "F";
  for (const TypeInfo* param : params) appendId(key, param);
  key += ';';
  for (const TypeInfo* result : results) appendId(key, result);
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Func);
  type->params = impl_->arena.copy(params);
  type->results = impl_->arena.copy(results);
  if (variadic) type->flags.fetch_or(kTypeVariadic);
  type->string = impl_->copyLocked(funcString(*type, true));
  layOut(*type, shapes_);
  return impl_->index[std::move(key)] = type;
}

const TypeInfo* TypeTable::structOf(std::span<const TypeField> fields) {
  std::string key = "T";
  for (const TypeField& field : fields) {
    appendText(key, field.name);
    appendText(key, field.exported ? "" : field.pkgPath);
    appendText(key, field.tag);
    key += field.embedded ? 'e' : 'f';
    appendId(key, field.type);
  }
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Struct);
  std::vector<TypeField> own(fields.begin(), fields.end());
  for (TypeField& field : own) {
    field.name = impl_->copyLocked(field.name);
    field.pkgPath = field.exported ? std::string_view{} : impl_->copyLocked(field.pkgPath);
    field.tag = impl_->copyLocked(field.tag);
    field.offset = 0;
  }
  type->fields = impl_->arena.copy(std::span<const TypeField>(own));
  type->string = impl_->copyLocked(structString(type->fields));
  if (!layOut(*type, shapes_)) impl_->waiting.push_back(type);
  return impl_->index[std::move(key)] = type;
}

const TypeInfo* TypeTable::interfaceOf(std::span<const InterfaceMethod> methods) {
  std::vector<InterfaceMethod> own(methods.begin(), methods.end());
  std::sort(own.begin(), own.end(), methodBefore<InterfaceMethod, InterfaceMethod>);
  std::string key = "I";
  for (const InterfaceMethod& method : own) {
    appendText(key, method.name);
    appendText(key, method.pkgPath);
    appendId(key, method.type);
  }
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Interface);
  for (InterfaceMethod& method : own) {
    method.selector = impl_->selectorLocked(method.name, method.pkgPath);
    method.name = impl_->copyLocked(method.name);
    method.pkgPath = impl_->copyLocked(method.pkgPath);
  }
  type->interfaceMethods = impl_->arena.copy(std::span<const InterfaceMethod>(own));
  type->string = impl_->copyLocked(interfaceString(type->interfaceMethods));
  layOut(*type, shapes_);
  return impl_->index[std::move(key)] = type;
}

TypeInfo* TypeTable::named(std::string_view pkgPath, std::string_view name, uint64_t uniqueKey,
                           std::string_view string) {
  std::string key = "N";
  appendText(key, pkgPath);
  appendText(key, name);
  key += std::to_string(uniqueKey);
  std::lock_guard lock(impl_->mutex);
  if (TypeInfo* known = impl_->findLocked(key)) return known;
  TypeInfo* type = impl_->addLocked(Kind::Invalid);
  type->underlying = nullptr;
  type->name = impl_->copyLocked(name);
  type->pkgPath = impl_->copyLocked(pkgPath);
  type->flags = kTypeNamed;
  if (string.empty()) {
    std::string_view package = pkgPath.substr(pkgPath.rfind('/') + 1);
    type->string = impl_->copyLocked(package.empty() ? std::string(name)
                                                     : std::string(package) + "." + std::string(name));
  } else {
    type->string = impl_->copyLocked(string);
  }
  return impl_->index[std::move(key)] = type;
}

void TypeTable::setUnderlying(TypeInfo* type, const TypeInfo* underlying) {
  std::lock_guard lock(impl_->mutex);
  GOSSAMER_CHECK(type->isNamed() && underlying->underlying, "%.*s", static_cast<int>(type->string.size()),
                 type->string.data());
  if (type->underlying) return; // another thread was first; the answer is the same
  type->underlying = underlying->underlying;
  // The kind is known at once, even if the size has to wait.
  type->kind = type->underlying->kind;
  impl_->waiting.push_back(type);
  // One type laid out may free others, in any order.
  for (bool progress = true; progress;) {
    progress = false;
    auto& waiting = impl_->waiting;
    for (size_t i = 0; i < waiting.size();) {
      if (layOut(*waiting[i], shapes_)) {
        waiting[i] = waiting.back();
        waiting.pop_back();
        progress = true;
      } else {
        ++i;
      }
    }
  }
}

SelectorId TypeTable::selector(std::string_view name, std::string_view pkgPath) {
  std::lock_guard lock(impl_->mutex);
  return impl_->selectorLocked(name, isExportedName(name) ? std::string_view{} : pkgPath);
}

std::string_view TypeTable::selectorName(SelectorId id) const {
  std::lock_guard lock(impl_->mutex);
  return impl_->selectorNames[id - 1];
}

size_t TypeTable::typeCount() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->types.size();
}

const TypeInfo* TypeTable::typeById(uint32_t id) const {
  std::lock_guard lock(impl_->mutex);
  return &impl_->types[id - 1];
}

bool TypeTable::owns(const TypeInfo* type) const {
  std::lock_guard lock(impl_->mutex);
  return std::any_of(impl_->types.begin(), impl_->types.end(), [type](const TypeInfo& each) { return &each == type; });
}

std::span<const TypeMethod> TypeTable::methodsOf(const TypeInfo* type) {
  if (auto* known = type->methods.load(std::memory_order_acquire)) return *known;
  std::vector<TypeMethod> methods;
  if (resolver_ && mayHaveMethods(type)) methods = resolver_->methodsOf(type);
  std::sort(methods.begin(), methods.end(), methodBefore<TypeMethod, TypeMethod>);
  std::lock_guard lock(impl_->mutex);
  if (auto* known = type->methods.load(std::memory_order_acquire)) return *known;
  for (TypeMethod& method : methods) {
    method.name = impl_->copyLocked(method.name);
    method.pkgPath = impl_->copyLocked(method.pkgPath);
  }
  using List = std::span<const TypeMethod>;
  auto* list = new (impl_->arena.allocate(sizeof(List))) List(impl_->arena.copy(List(methods)));
  type->methods.store(list, std::memory_order_release);
  return *list;
}

Function* TypeTable::methodFor(const TypeInfo* type, SelectorId selector) {
  if (auto* table = type->methodTable.load(std::memory_order_acquire)) return table->find(selector);
  std::span<const TypeMethod> methods = methodsOf(type);
  std::lock_guard lock(impl_->mutex);
  if (auto* table = type->methodTable.load(std::memory_order_acquire)) return table->find(selector);
  size_t capacity = std::bit_ceil(methods.size() * 2 + 1);
  auto* entries =
      static_cast<MethodTable::Entry*>(impl_->arena.allocate(capacity * sizeof(MethodTable::Entry)));
  std::uninitialized_fill_n(entries, capacity, MethodTable::Entry{0, nullptr});
  auto mask = static_cast<uint32_t>(capacity - 1);
  for (const TypeMethod& method : methods) {
    uint32_t i = method.selector & mask;
    while (entries[i].selector != 0) i = (i + 1) & mask;
    entries[i] = {method.selector, method.viaInterface};
  }
  auto* table = new (impl_->arena.allocate(sizeof(MethodTable))) MethodTable{mask, entries};
  type->methodTable.store(table, std::memory_order_release);
  return table->find(selector);
}

const InterfaceMethod* TypeTable::missingMethod(const TypeInfo* type, const TypeInfo* iface) {
  // Both lists are sorted alike; walk them together.
  auto missingFrom = [&](const auto& own) -> const InterfaceMethod* {
    auto at = own.begin();
    for (const InterfaceMethod& wanted : iface->interfaceMethods) {
      while (at != own.end() && methodBefore(*at, wanted)) ++at;
      if (at == own.end() || at->selector != wanted.selector || at->type != wanted.type) return &wanted;
      ++at;
    }
    return nullptr;
  };
  if (type->isInterface()) return missingFrom(type->interfaceMethods);
  return missingFrom(methodsOf(type));
}

bool TypeTable::implements(const TypeInfo* type, const TypeInfo* iface) {
  if (iface->interfaceMethods.empty()) return true;
  uint64_t pair = (uint64_t{type->id} << 33) | (uint64_t{iface->id} << 1);
  auto& entry = impl_->answers[(type->id * 31 + iface->id) % Impl::kAnswers];
  uint64_t known = entry.load(std::memory_order_relaxed);
  if ((known & ~uint64_t{1}) == pair) return known & 1;
  bool yes = missingMethod(type, iface) == nullptr;
  entry.store(pair | uint64_t{yes}, std::memory_order_relaxed);
  return yes;
}

const MapLayout* TypeTable::makeMapLayout(const TypeInfo* mapType) {
  constexpr uint64_t kLargestInline = 128;
  const TypeInfo* key = mapType->key;
  const TypeInfo* elem = mapType->elem;
  const TypeInfo* pointer = basic(Kind::UnsafePointer);
  GOSSAMER_CHECK(key->has(kTypeLaidOut) && elem->has(kTypeLaidOut));

  MapLayout layout = {};
  layout.keyIndirect = key->size > kLargestInline;
  layout.elemIndirect = elem->size > kLargestInline;
  const TypeInfo* keyHeld = layout.keyIndirect ? pointer : key;
  const TypeInfo* elemHeld = layout.elemIndirect ? pointer : elem;
  StructLayout pair;
  pair.add({keyHeld->size, keyHeld->align});
  layout.elemOffset = static_cast<uint32_t>(pair.add({elemHeld->size, elemHeld->align}));
  // Eight pairs are a multiple of 8 bytes whatever the pair's size; an empty last field needs no byte of its
  // own here.
  layout.pairSize = static_cast<uint32_t>(
      alignUp(layout.elemOffset + elemHeld->size, std::max<uint64_t>(keyHeld->align, elemHeld->align)));
  layout.groupSize = 8 + 8 * layout.pairSize;

  bool plainKey = key->has(kTypePlainMemory) && key->has(kTypeScalar);
  using Fast = MapLayout::Fast;
  layout.fast = plainKey && key->size == 8   ? Fast::Bits64
                : plainKey && key->size == 4 ? Fast::Bits32
                : key->kind == Kind::String  ? Fast::String
                                             : Fast::None;

  WordMapBuilder map(layout.groupSize / 8);
  if (keyHeld->hasPointers() || elemHeld->hasPointers()) {
    for (uint64_t i = 0; i < 8; ++i) {
      uint64_t offset = 8 + i * layout.pairSize;
      map.setShape(offset, keyHeld->size, *keyHeld->shape);
      map.setShape(offset + layout.elemOffset, elemHeld->size, *elemHeld->shape);
    }
  }
  layout.groupShape = shapes_.intern(map.map(), map.words());
  WordMapBuilder header(kMapHeaderWords);
  header.set(kMapGroupsWord, WordKind::Pointer);
  layout.headerShape = shapes_.intern(header.map(), header.words());

  std::lock_guard lock(impl_->mutex);
  if (auto* known = mapType->mapLayout.load(std::memory_order_acquire)) return known;
  auto* made = new (impl_->arena.allocate(sizeof(MapLayout))) MapLayout(layout);
  mapType->mapLayout.store(made, std::memory_order_release);
  return made;
}

/// The package that makes a type differ from one that looks the same: a named type's own, or that of a field's name.
static std::string_view packageOf(const TypeInfo* type) {
  if (type->isNamed()) return type->pkgPath;
  for (const TypeField& field : type->fields)
    if (!field.exported) return field.pkgPath;
  return {};
}

void TypeTable::raiseAssertion(Trap& trap, const TypeInfo* source, const TypeInfo* dynamic,
                               const TypeInfo* target) {
  trap.text[0] = source->string;
  trap.text[2] = target->string;
  if (!dynamic) {
    if (target->isInterface()) trap.text[0] = "interface";
    trap.raise(TrapCode::AssertNil);
    return;
  }
  trap.text[1] = dynamic->string;
  if (target->isInterface()) {
    const InterfaceMethod* missing = missingMethod(dynamic, target);
    trap.text[3] = missing ? missing->name : std::string_view{};
    trap.raise(TrapCode::AssertMissing);
  } else if (dynamic->string != target->string) {
    trap.raise(TrapCode::AssertOther);
  } else {
    trap.raise(packageOf(dynamic) == packageOf(target) ? TrapCode::AssertOtherScope : TrapCode::AssertOtherPackage);
  }
}

} // namespace gossamer
