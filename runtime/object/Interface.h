// Interface values: boxing, unboxing, assertions. The struct itself is in runtime/type/TypeInfo.h, equality
// in Equality.h.
#pragma once

#include "runtime/heap/AllocCache.h"
#include "runtime/type/Equality.h"
#include "runtime/type/TypeTable.h"

namespace gossamer {

// The interface value of type `type` (not an interface type) holding a copy of `value`, which is in memory
// form, or in slot form if the type is a scalar. Allocates only for sizes over 8.
Interface box(AllocCache& cache, const TypeInfo* type, const void* value);

// Writes the value held (memory form, type->size bytes) to `to`.
inline void unboxToMemory(const Interface& value, void* to) {
  std::memcpy(to, value.value(), value.type->size);
}
// Writes the value held to a frame: slots in canonical form or whole slots of memory form.
inline void unboxToSlots(const Interface& value, Slot* to) {
  if (!value.type->isDirect())
    std::memcpy(to, value.data.p, value.type->size);
  else if (value.type->size != 0)
    *to = value.data;
}

// x.(T) for an interface type T: whether the dynamic value fits. Cached per pair of types.
inline bool assertsTo(TypeTable& types, const Interface& value, const TypeInfo* iface) {
  return value.type && types.implements(value.type, iface);
}

} // namespace gossamer
