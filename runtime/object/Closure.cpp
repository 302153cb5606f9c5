#include "runtime/object/Closure.h"

namespace gossamer {

const Shape* closureShape(ShapeTable& shapes, const uint64_t* captureMap, size_t words) {
  // Functions live outside the heap, so the header word is a scalar to the collector.
  WordMapBuilder map(words + 1);
  for (size_t i = 0; i < words; ++i) map.set(i + 1, wordKindAt(captureMap, i));
  return shapes.intern(map.map(), map.words());
}

} // namespace gossamer
