#include "frontend/ast/Arena.h"

#include <algorithm>

namespace gossamer {

void* Arena::allocateSlow(size_t size, size_t align) {
  constexpr size_t kBlock = size_t(64) << 10, kLargest = size_t(1) << 20;
  // Blocks double up to a megabyte, so that a small program reserves little.
  size_t block = std::clamp(reserved_, kBlock, kLargest);
  block = std::max(block, size + align);
  blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
  next_ = reinterpret_cast<uintptr_t>(blocks_.back().get());
  end_ = next_ + block;
  reserved_ += block;
  uintptr_t start = (next_ + align - 1) & ~(uintptr_t(align) - 1);
  next_ = start + size;
  return reinterpret_cast<void*>(start);
}

} // namespace gossamer
