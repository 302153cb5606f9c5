// Where goroutines and their stack chunks come from: large slabs with huge pages, carved once, then recycled
// through free lists.
//
// Page faults, not instructions, dominate the cost of spawning: so slabs of 2 MiB advised MADV_HUGEPAGE, and
// nothing is ever unmapped before the VM ends except chunks over half a slab (1 MiB), which are mapped by
// themselves.
//
// Thread safety: rule P1 (one worker: none needed; several: StackPool lock, each processor keeping a cache in
// front).
#pragma once

#include "runtime/sched/Goroutine.h"

#include <cstddef>
#include <vector>

namespace gossamer {

class StackPool {
public:
  static constexpr size_t kFirstChunkBytes = 512;
  static constexpr size_t kSlabBytes = size_t{2} << 20;
  static constexpr size_t kFirstSlabBytes = size_t{64} << 10;
  static constexpr unsigned kClasses = 24; ///< class k holds chunks of 512 << k bytes

  StackPool() = default;
  ~StackPool();
  StackPool(const StackPool&) = delete;
  StackPool& operator=(const StackPool&) = delete;

  /// A Goroutine with all fields zero but `chunk`, an empty first chunk. Null when the system has no memory.
  Goroutine* allocGoroutine();
  /// Takes the stack back too; the first chunk stays with the Goroutine for its next use.
  void freeGoroutine(Goroutine* g);

  /// A chunk of at least this many bytes, header included; contents undefined. Null when the system has no
  /// memory.
  StackChunk* allocChunk(size_t bytes);
  void freeChunk(StackChunk* c);

  /// Makes a chunk with room for `slots` slots the goroutine's current one, linked behind its present one
  /// (which keeps its frames); a chunk left there by an earlier call is used again if it is big enough. Sizes
  /// double up to 256 KiB. Null, with nothing changed, when the stack would pass `limitBytes` or there is no
  /// memory.
  StackChunk* enterChunk(Goroutine& g, size_t slots, size_t limitBytes);
  /// Undoes the last enterChunk; the chunk stays linked for the next one.
  void leaveChunk(Goroutine& g) { g.chunk = g.chunk->previous; }
  /// Frees every chunk of the goroutine but the first, which becomes the current one.
  void trim(Goroutine& g);

  size_t mappedBytes() const { return mapped_; }

private:
  void* carve(size_t bytes);
  void* map(size_t bytes);

  struct Mapping {
    void* address;
    size_t bytes;
  };
  std::vector<Mapping> mappings_;
  /// Size of the next slab: the first one is small, so that a short program does not pay for a huge page.
  size_t slabBytes_ = kFirstSlabBytes;
  char* slabNext_ = nullptr;
  char* slabEnd_ = nullptr;
  Goroutine* freeGoroutines_ = nullptr;
  StackChunk* free_[kClasses] = {};
  size_t mapped_ = 0;
};

} // namespace gossamer
