#include "runtime/object/Interface.h"

namespace gossamer {

Interface box(AllocCache& cache, const TypeInfo* type, const void* value) {
  Interface boxed = {type, Slot::zero()};
  if (!type->isDirect()) {
    void* copy = cache.newObject(type);
    std::memcpy(copy, value, type->size);
    boxed.data = Slot::ofPointer(copy);
  } else if (type->size != 0) {
    // Reading the value's own bytes and extending them gives the canonical form from memory and from slots
    // alike.
    boxed.data = loadCanonical(value, type->size, type->extension());
  }
  return boxed;
}

} // namespace gossamer
