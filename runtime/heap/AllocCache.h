// AllocCache: one P's allocation cache, the fast path of every allocation.
//
// For each allocation class (size class and shape) it holds a free run of zeroed cells to bump through. Owned
// by one thread at a time (whoever runs the P), no locks until a run is used up. Allocation never collects
// and never parks: when it is time to, the heap raises Heap::collectionWanted(), which the interpreter tests
// at its next safepoint. So C++ code may hold pointers to new objects in plain variables until it returns to
// the interpreter.
//
// Memory is zeroed. There is no failure to handle: when the limit is reached, or the host has no more memory,
// the heap calls its out-of-memory handler, which does not return.
#pragma once

#include "runtime/heap/Poison.h"
#include "runtime/heap/SizeClasses.h"
#include "runtime/type/TypeInfo.h"

#include <cstddef>
#include <cstdint>

namespace gossamer {

class Heap;
struct Span;

class AllocCache {
public:
  explicit AllocCache(Heap& heap);
  ~AllocCache();
  AllocCache(const AllocCache&) = delete;
  AllocCache& operator=(const AllocCache&) = delete;

  Heap& heap() const { return heap_; }

  // new(T).
  void* newObject(const TypeInfo* type) {
    if (void* cell = tryNewObject(type)) return cell;
    return newObjectSlow(type);
  }
  // The fast path alone: null if the run is used up (or there is none yet). The interpreter uses it to test
  // for a wanted collection before going the slow way.
  void* tryNewObject(const TypeInfo* type) { return bump(type->allocClass.load(std::memory_order_relaxed)); }

  // An array of `count` values of type `elem`; count * size must be at most kMaxAlloc (callers check, as Go
  // panics).
  void* newArray(const TypeInfo* elem, uint64_t count) { return newBlock(elem->size * count, elem->shape); }
  // `bytes` bytes without pointers.
  void* newBytes(uint64_t bytes) { return newBlock(bytes, noscan_); }
  // `bytes` bytes scanned as `shape`: closures, maps' groups and other objects without a Go type.
  void* newBlock(uint64_t bytes, const Shape* shape);
  // newBytes for whoever overwrites all of it at once: large blocks are not zeroed.
  void* newBytesForOverwrite(uint64_t bytes);

private:
  friend class Heap;
  struct Run {
    char* next = nullptr;
    char* end = nullptr;
    uint64_t cell = 0;
    Span* span = nullptr; // whose unmarked cells the run and its successors are
  };

  void* bump(uint32_t allocClass) {
    Run& run = runs_[allocClass];
    char* cell = run.next;
    if (__builtin_expect(cell == run.end, 0)) return nullptr;
    run.next = cell + run.cell;
    unpoisonMemory(cell, run.cell);
    return cell;
  }
  void* newObjectSlow(const TypeInfo* type);
  void* newBlockSlow(uint64_t bytes, const Shape* shape);
  void* refill(uint32_t allocClass);
  bool nextRun(Run& run);

  Heap& heap_;
  Run* runs_; // a reservation with room for every allocation class there can be; class 0 has no cells
  const Shape* noscan_;
  // What was handed out to runs, used or not; written by the owner, read by anyone.
  std::atomic<uint64_t> bytes_ = 0;
  std::atomic<uint64_t> objects_ = 0;
};

inline void* AllocCache::newBlock(uint64_t bytes, const Shape* shape) {
  if (bytes - 1 < kMaxSmallSize) { // neither 0 nor large
    uint32_t allocClass = shape->classes[sizeClassOf(bytes)].load(std::memory_order_relaxed);
    if (void* cell = bump(allocClass)) return cell;
  }
  return newBlockSlow(bytes, shape);
}

} // namespace gossamer
