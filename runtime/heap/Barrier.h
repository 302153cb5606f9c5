// Every store of a pointer into the heap goes through here, so that concurrent marking can be added in one
// place.
//
// Today the collector stops the world and the hooks are empty. The rule to keep meanwhile: a store of a
// pointer, an interface or a value with pointers into anything but the running goroutine's own frame uses one
// of these, or fills an object that nothing else has seen yet (initialising stores).
#pragma once

#include "runtime/base/Slot.h"
#include "runtime/type/TypeInfo.h"

#include <cstring>

namespace gossamer {

// Before `slot`, which holds a pointer, is overwritten or cleared.
inline void beforePointerStore([[maybe_unused]] void* slot) {}
// Before `bytes` bytes at `target`, holding values of shape `shape`, are overwritten or cleared.
inline void beforeBulkStore([[maybe_unused]] void* target, [[maybe_unused]] size_t bytes,
                            [[maybe_unused]] const Shape& shape) {}

inline void storePointer(void* slot, const void* value) {
  beforePointerStore(slot);
  *static_cast<const void**>(slot) = value;
}

inline void storeInterface(void* slot, const Interface& value) {
  beforePointerStore(static_cast<Interface*>(slot)->data.p ? &static_cast<Interface*>(slot)->data : nullptr);
  *static_cast<Interface*>(slot) = value;
}

// Overlapping ranges are allowed.
inline void copyValues(const TypeInfo* elem, void* to, const void* from, size_t count) {
  if (elem->hasPointers()) beforeBulkStore(to, elem->size * count, *elem->shape);
  if (count != 0 && elem->size != 0) std::memmove(to, from, elem->size * count);
}
inline void copyValue(const TypeInfo* type, void* to, const void* from) {
  copyValues(type, to, from, 1);
}

inline void clearValues(const TypeInfo* elem, void* at, size_t count) {
  if (elem->hasPointers()) beforeBulkStore(at, elem->size * count, *elem->shape);
  if (count != 0 && elem->size != 0) std::memset(at, 0, elem->size * count);
}

} // namespace gossamer
