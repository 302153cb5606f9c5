// Roots: how the collector learns what is alive, without knowing who holds it.
//
// Whoever keeps pointers to heap objects outside the heap (goroutine stacks, package variables, timers, an
// embedder's handles) is a RootProvider registered with the heap. During a collection the heap asks each,
// with all goroutines stopped at safepoints, on one thread. Pointers outside the arena (stacks, static data,
// null) are legal and ignored; interior pointers keep their whole object.
#pragma once

#include "runtime/base/Slot.h"
#include "runtime/type/TypeInfo.h"

#include <vector>

namespace gossamer {

class RootVisitor {
public:
  virtual void visitPointer(const void* pointer) = 0;
  // `count` words from `base`, of the kinds in the packed map (see WordKind). A pair is never cut in two.
  virtual void visitWords(const Slot* base, const uint64_t* map, size_t count) = 0;
  // `bytes` bytes from `base` (8-aligned) of values of shape `shape`.
  virtual void visitShape(const void* base, size_t bytes, const Shape& shape) = 0;

  void visitInterface(const Interface& value) {
    if (value.type && value.type->has(kTypeDataPointer)) visitPointer(value.data.p);
  }
  void visitValue(const TypeInfo* type, const void* value) {
    if (type->hasPointers()) visitShape(value, type->size, *type->shape);
  }

protected:
  ~RootVisitor() = default;
};

class Heap;

class RootProvider {
public:
  virtual void visitRoots(RootVisitor& visitor) = 0;
  // Roots that count only if something else has been reached (Heap::isMarked tells): asked again when everything known so
  // far is marked, until no provider has visited more. True if it has.
  virtual bool visitReached(RootVisitor& visitor, const Heap& heap) { return false; }

protected:
  ~RootProvider() = default;
};

// A root that lives as long as a C++ object: for hosts and for the VM's own long-lived pointers. Owned by a
// HandleTable.
class HandleTable final : public RootProvider {
public:
  using Handle = uint32_t;
  // Not thread-safe; the owner locks.
  Handle add(const Interface& value);
  Handle addPointer(void* pointer);
  void remove(Handle handle);
  Interface get(Handle handle) const { return entries_[handle].value; }
  void* pointer(Handle handle) const { return entries_[handle].value.data.p; }
  void visitRoots(RootVisitor& visitor) override;

private:
  enum class Use : uint8_t { Free, Value, Pointer };
  struct Entry {
    Interface value;
    Use use;
  };
  Handle place(const Entry& entry);
  std::vector<Entry> entries_;
  std::vector<Handle> free_;
};

} // namespace gossamer
