// What Heap.cpp, Collect.cpp and AllocCache.cpp share.
#pragma once

#include "runtime/heap/PageArena.h"
#include "runtime/heap/Heap.h"
#include "runtime/heap/Span.h"

#include <array>
#include <deque>
#include <mutex>
#include <map>
#include <vector>

namespace gossamer {

// Objects of one size class and shape.
struct AllocClass {
  const Shape* shape;
  uint32_t sizeClass;
  std::vector<Span*> available; // with unmarked cells, in no cache; the heap's mutex
};

struct Heap::Impl {
  explicit Impl(const HeapOptions& options);
  ~Impl();

  mutable std::mutex mutex; // guards everything but the atomics
  HeapOptions options;
  PageArena arena;
  Span** pages; // by page number, as far as the arena is reserved
  std::vector<Span*> spans;
  std::vector<Span*> spareSpans;  // descriptors to use again
  std::deque<AllocClass> classes; // class 0 is never used
  std::vector<AllocCache*> caches;
  std::vector<RootProvider*> roots;
  std::vector<CollectionListener*> listeners;
  std::map<void*, void*> finalizers; // object → func value; ordered, so that runs are alike
  struct Cleanup {
    void* object;
    void* function;
  };
  std::map<uint64_t, Cleanup> cleanups; // by number
  uint64_t lastCleanup = 0;
  std::vector<Finalizable> finalizable;

  std::atomic<uint64_t> allocated = 0; // bytes handed out since the last collection
  std::atomic<uint64_t> trigger = 0;   // a collection is wanted when `allocated` reaches this
  std::atomic<uint32_t> stressCount = 0;
  uint64_t live = 0; // bytes marked by the last collection
  uint64_t liveObjects = 0;
  uint64_t usedPages = 0;
  // Of caches that are gone and of large objects.
  uint64_t retiredBytes = 0;
  uint64_t retiredObjects = 0;
  uint64_t mallocsAtCollection = 0;
  uint64_t bytesAtCollection = 0;
  HeapStats figures = {};
  std::array<uint64_t, kPauses> pauseNanos{}, pauseEnds{};

  void setTriggerLocked();
  uint64_t goalLocked() const;
  uint32_t classForLocked(const Shape* shape, uint32_t sizeClass);
  // A span for the class with cells to give, never null.
  Span* takeSpanLocked(Heap& heap, uint32_t allocClass);
  Span* newSpanLocked(Heap& heap, uint64_t pages, const Shape* shape, bool zero);
  void freeSpanLocked(Span* span);
  void retireRunsLocked(AllocCache& cache);
  struct Totals {
    uint64_t bytes;
    uint64_t objects;
  };
  Totals totalsLocked() const;
  void markAll(Heap& heap, class Marker& marker);
  void sweepLocked();
};

} // namespace gossamer
