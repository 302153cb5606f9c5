// Closures: what a func value points at. Word 0 is the function, then the captured words as lowering laid
// them out. A nil func is a null pointer. Functions without captures use the static closure inside their
// Function, outside the heap.
#pragma once

#include "runtime/heap/AllocCache.h"

namespace gossamer {

struct Closure {
  Function* function;

  // The capture area, `words` long, begins behind the header.
  Slot* captures() { return reinterpret_cast<Slot*>(this + 1); }
  const Slot* captures() const { return reinterpret_cast<const Slot*>(this + 1); }
};
static_assert(sizeof(Closure) == 8);

// The shape of a closure whose captured words have these kinds (packed map); lowering keeps it with the
// function.
const Shape* closureShape(ShapeTable& shapes, const uint64_t* captureMap, size_t words);

// A closure with `words` captured words, all zero.
inline Closure* newClosure(AllocCache& cache, Function* function, size_t words, const Shape* shape) {
  auto* closure = static_cast<Closure*>(cache.newBlock(sizeof(Closure) + words * sizeof(Slot), shape));
  closure->function = function;
  return closure;
}

} // namespace gossamer
