// Where goroutines and their stack chunks come from: large slabs with huge pages, carved once, then recycled through free lists.
//
// Page faults, not instructions, dominate the cost of spawning: so slabs of 2 MiB advised MADV_HUGEPAGE, and nothing is ever unmapped before
// the VM ends except chunks over half a slab.
//
// Thread safety: rule P1 (one worker: none needed; several: StackPool lock, each processor keeping a cache in front).
#pragma once

#include "runtime/sched/Goroutine.h"

#include <cstddef>
#include <vector>

namespace gossamer {

class StackPool {
public:
  static constexpr size_t kFirstChunkBytes = 512;
  static constexpr size_t kSlabBytes = size_t{2} << 20;
  static constexpr unsigned kClasses = 24; ///< class k holds chunks of 512 << k bytes

  StackPool() = default;
  ~StackPool();
  StackPool(const StackPool&) = delete;
  StackPool& operator=(const StackPool&) = delete;

  /// A zeroed Goroutine without a stack.
  Goroutine* allocGoroutine();
  void freeGoroutine(Goroutine* g);

  /// A chunk of at least this many bytes, header included; contents undefined. Null when the system has no memory.
  StackChunk* allocChunk(size_t bytes);
  void freeChunk(StackChunk* c);

  size_t mappedBytes() const { return mapped_; }

private:
  void* carve(size_t bytes);
  void* map(size_t bytes);

  struct Mapping {
    void* address;
    size_t bytes;
  };
  std::vector<Mapping> slabs_;
  char* slabNext_ = nullptr;
  char* slabEnd_ = nullptr;
  Goroutine* freeGoroutines_ = nullptr;
  StackChunk* free_[kClasses] = {};
  size_t mapped_ = 0;
};

} // namespace gossamer
