// TypeTable: makes and owns a VM's TypeInfos, interned by structure, and answers what needs more than one of
// them (implements, method lookup). One per VM, serving that VM's one Heap. All members are thread-safe.
//
// Recursive types: make the named type first, use it as a component, then give it its underlying type:
//
//   TypeInfo* node = types.named("main", "Node", key);            // not laid out yet
//   TypeField fields[] = {{.name = "next", .type = types.pointerTo(node)}};
//   types.setUnderlying(node, types.structOf(fields));             // lays out node, and whatever waited for
//   it
//
// Arrays and structs over types that are not laid out yet are laid out as soon as their components are.
#pragma once

#include "runtime/base/Trap.h"
#include "runtime/type/TypeInfo.h"

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace gossamer {

// Tells the table the method set of a type when it is first needed. Implemented by lowering, which makes the
// functions and the thunks of promoted and boxed methods.
class MethodResolver {
public:
  // The method set of `type` (never an interface): all of it, in any order; selectors from
  // TypeTable::selector, names need only live during the call. May make types; is called without the table's
  // lock, at most once per type in the end. Called only for named types, pointers to them, structs with
  // embedded fields and pointers to those.
  virtual std::vector<TypeMethod> methodsOf(const TypeInfo* type) = 0;

protected:
  ~MethodResolver() = default;
};

class TypeTable {
public:
  TypeTable();
  ~TypeTable();
  TypeTable(const TypeTable&) = delete;
  TypeTable& operator=(const TypeTable&) = delete;

  ShapeTable& shapes() { return shapes_; }
  void setMethodResolver(MethodResolver* resolver) { resolver_ = resolver; }

  // The predeclared types, and unsafe.Pointer. byte and rune are uint8 and int32. Not for composite kinds but
  // String.
  const TypeInfo* basic(Kind kind) const { return basics_[static_cast<int>(kind)]; }
  const TypeInfo* emptyInterface() const { return emptyInterface_; }
  const TypeInfo* errorType() const { return error_; }

  const TypeInfo* pointerTo(const TypeInfo* elem);
  const TypeInfo* sliceOf(const TypeInfo* elem);
  const TypeInfo* arrayOf(const TypeInfo* elem, uint64_t length);
  const TypeInfo* mapOf(const TypeInfo* key, const TypeInfo* elem);
  const TypeInfo* chanOf(const TypeInfo* elem, ChanDir dir);
  // The last parameter of a variadic func is its slice type.
  const TypeInfo* funcOf(std::span<const TypeInfo* const> params, std::span<const TypeInfo* const> results,
                         bool variadic);
  // Offsets are computed; what the caller put there is ignored. An embedded field has the name of its type.
  const TypeInfo* structOf(std::span<const TypeField> fields);
  // Any order; selectors are computed. Methods of embedded interfaces must have been flattened in.
  const TypeInfo* interfaceOf(std::span<const InterfaceMethod> methods);
  // A defined type. `key` tells apart types that read alike (local types of the same name): two calls with
  // the same three give the same type. `string` is pkg.Name as %T prints it (last element of the path, unless
  // given).
  TypeInfo* named(std::string_view pkgPath, std::string_view name, uint64_t key,
                  std::string_view string = {});
  void setUnderlying(TypeInfo* named, const TypeInfo* underlying);

  SelectorId selector(std::string_view name,
                      std::string_view pkgPath); // pkgPath is ignored for exported names
  std::string_view selectorName(SelectorId id) const;

  // The function to call for `selector` on a dynamic value of type `type`; null if it has no such method. The
  // fast path is TypeInfo::methodNoBuild.
  Function* methodFor(const TypeInfo* type, SelectorId selector);
  // The method set, sorted by name, then package. For an interface type: empty (see interfaceMethods).
  std::span<const TypeMethod> methodsOf(const TypeInfo* type);

  // Whether `type` (concrete or interface) has all methods of interface type `iface`. Cached.
  bool implements(const TypeInfo* type, const TypeInfo* iface);
  // The first method that `type` lacks, or null if it implements `iface`.
  const InterfaceMethod* missingMethod(const TypeInfo* type, const TypeInfo* iface);

  const MapLayout* mapLayoutOf(const TypeInfo* mapType) {
    const MapLayout* layout = mapType->mapLayout.load(std::memory_order_acquire);
    return layout ? layout : makeMapLayout(mapType);
  }

  // x.(T) failed: sets the trap's code and texts. `source` is the static type of x, `dynamic` null for a nil
  // interface.
  void raiseAssertion(Trap& trap, const TypeInfo* source, const TypeInfo* dynamic, const TypeInfo* target);

  size_t typeCount() const;
  const TypeInfo* typeById(uint32_t id) const;
  // Whether the address is that of one of this table's types; it may be any bits. Takes time: for verifiers.
  bool owns(const TypeInfo* type) const;

private:
  struct Impl;
  const MapLayout* makeMapLayout(const TypeInfo* mapType);

  ShapeTable shapes_;
  MethodResolver* resolver_ = nullptr;
  const TypeInfo* basics_[kKindCount] = {};
  const TypeInfo* emptyInterface_ = nullptr;
  const TypeInfo* error_ = nullptr;
  std::unique_ptr<Impl> impl_;
};

// The text of a struct tag in a type's string, as strconv.Quote writes it.
std::string quoteTag(std::string_view text);

} // namespace gossamer
