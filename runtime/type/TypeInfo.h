// TypeInfo: the run-time descriptor of a Go type. One per type and VM: identical types are the same TypeInfo,
// so type identity is pointer equality. What interfaces carry, what the collector, maps, equality and reflect
// consult.
//
// Made and owned by a TypeTable (TypeTable.h), never freed before the VM. Immutable once laid out, but for
// the atomics, which may be read and filled by any thread. Strings and spans point into the table's memory.
//
// A value of at most 8 bytes sits in an interface's data word itself (kTypeDirect): canonical slot form for
// scalars, memory form for small structs and arrays, zero for size 0. That is exactly its form in a frame, so
// a method with a value receiver of size 1 to 8 can be called with the data word as its receiver; only size 0
// (no slot at all) and sizes over 8 (data word points at an immutable copy) need a thunk.
#pragma once

#include "runtime/base/Slot.h"
#include "runtime/type/Layout.h"
#include "runtime/type/Shape.h"

#include <atomic>
#include <span>
#include <string_view>

namespace gossamer {

struct Function; // the bytecode's; the runtime passes pointers to it along
struct TypeInfo;

// An interned method name: equal for two methods iff one can stand for the other in an interface (same name,
// and the same package if not exported). Numbers from 1, dense.
using SelectorId = uint32_t;

struct TypeField {
  std::string_view name;
  std::string_view pkgPath; // of a field that is not exported
  std::string_view tag;
  const TypeInfo* type;
  uint64_t offset;
  bool embedded;
  bool exported;
};

struct InterfaceMethod {
  std::string_view name;
  std::string_view pkgPath; // of a method that is not exported
  SelectorId selector;
  const TypeInfo* type; // func type without receiver
};

// A method of a concrete type's method set.
struct TypeMethod {
  std::string_view name;
  std::string_view pkgPath; // of a method that is not exported
  SelectorId selector;
  bool exported;
  const TypeInfo* type;   // func type without receiver
  Function* viaInterface; // its receiver is the interface's data word
  Function* direct;       // its receiver is the value as a frame holds it
};

// SelectorId → Function to call through an interface. Open addressing: slot `id & mask`, then the next ones;
// an entry with selector 0 ends the search. Immutable.
struct MethodTable {
  struct Entry {
    SelectorId selector;
    Function* function;
  };
  uint32_t mask;
  const Entry* entries;

  Function* find(SelectorId selector) const {
    for (uint32_t i = selector & mask;; i = (i + 1) & mask) {
      if (entries[i].selector == selector) return entries[i].function;
      if (entries[i].selector == 0) return nullptr;
    }
  }
};

enum TypeFlags : uint16_t {
  kTypeNamed = 1 << 0,
  kTypeComparable = 1 << 1, // == compiles; may still panic if interfaces are inside
  kTypeHasPointers = 1 << 2,
  kTypePointerShaped = 1 << 3, // the value is one pointer word (pointer, map, chan, func, unsafe.Pointer)
  kTypeDirect = 1 << 4,        // size <= 8: the data word holds the value
  kTypeDataPointer =
      1 << 5, // the data word is a pointer for the collector (boxed, or direct with a pointer in it)
  kTypePlainMemory =
      1 << 6,               // == is memory equality (no floats, strings, interfaces, padding or blank fields)
  kTypeVariadic = 1 << 7,   // of a func type
  kTypeLaidOut = 1 << 8,    // size, shape and the rest are known
  kTypeSignExtend = 1 << 9, // loads into a slot sign-extend (signed ints)
  kTypeScalar = 1 << 10,    // sits in one slot in canonical form (not structs, arrays, strings, slices,
                            // interfaces, complex128)
};

// Layout of the groups of a map type's table; see runtime/object/Map.h.
struct MapLayout {
  uint32_t elemOffset; // of the element in a key/element pair
  uint32_t pairSize;
  uint32_t groupSize; // 8 control bytes and 8 pairs
  bool keyIndirect;   // keys over 128 bytes are kept behind a pointer, and so are elements
  bool elemIndirect;
  enum class Fast : uint8_t { None, Bits32, Bits64, String } fast; // key kinds with paths of their own
  const Shape* groupShape;
  const Shape* headerShape; // of the Map itself
};
inline constexpr size_t kMapHeaderWords = 8, kMapGroupsWord = 1;

struct TypeInfo {
  uint64_t size = 0;
  uint32_t id = 0; // dense from 1, the same order in every run that makes the same types in the same order
  Kind kind = Kind::Invalid;
  uint8_t align = 1;
  ChanDir chanDir = ChanDir::Both;
  std::atomic<uint16_t> flags = 0;
  const Shape* shape = nullptr;
  // Allocation class of new(T); 0 until the heap has chosen one.
  mutable std::atomic<uint32_t> allocClass = 0;
  // Null until first needed: see TypeTable::methodFor.
  mutable std::atomic<const MethodTable*> methodTable = nullptr;

  std::string_view string; // as reflect and %T print it: "map[string]main.T"
  std::string_view name;   // of a named or predeclared type, "" otherwise; with type arguments if any
  std::string_view pkgPath;

  const TypeInfo* underlying = nullptr;    // a type literal (itself for an unnamed type); null until set
  const TypeInfo* elem = nullptr;          // pointer, slice, array, chan, map
  const TypeInfo* key = nullptr;           // map
  uint64_t length = 0;                     // array
  std::span<const TypeField> fields;       // struct
  std::span<const TypeInfo* const> params; // func, receiver not among them; the last is a slice if variadic
  std::span<const TypeInfo* const> results;
  std::span<const InterfaceMethod> interfaceMethods; // interface: all of them, sorted by name, then package

  mutable std::atomic<const TypeInfo*> pointerType = nullptr;                // *T once made
  mutable std::atomic<const MapLayout*> mapLayout = nullptr;                 // TypeTable::mapLayoutOf
  mutable std::atomic<const std::span<const TypeMethod>*> methods = nullptr; // TypeTable::methodsOf

  bool has(TypeFlags flag) const { return (flags.load(std::memory_order_relaxed) & flag) != 0; }
  bool isInterface() const { return kind == Kind::Interface; }
  bool isNamed() const { return has(kTypeNamed); }
  bool isComparable() const { return has(kTypeComparable); }
  bool hasPointers() const { return has(kTypeHasPointers); }
  bool isDirect() const { return has(kTypeDirect); }
  bool isVariadic() const { return has(kTypeVariadic); }
  size_t slots() const { return slotsFor(size); }
  Extension extension() const { return has(kTypeSignExtend) ? Extension::Sign : Extension::Zero; }

  // The function behind `selector`, or null if the table has not been built yet (then ask
  // TypeTable::methodFor).
  Function* methodNoBuild(SelectorId selector) const {
    const MethodTable* table = methodTable.load(std::memory_order_acquire);
    return table ? table->find(selector) : nullptr;
  }
};

// An interface value, empty or not. A nil interface has a null type.
struct Interface {
  const TypeInfo* type;
  Slot data;

  bool isNil() const { return type == nullptr; }
  // The value in memory form (valid as long as this Interface and the box live).
  const void* value() const { return type->isDirect() ? static_cast<const void*>(&data) : data.p; }
};
static_assert(sizeof(Interface) == 16);

} // namespace gossamer
