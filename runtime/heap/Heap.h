// Heap: a VM's garbage-collected memory. Precise, non-moving, mark-sweep, without object headers.
//
// Memory is one reserved range of addresses (the arena) cut into spans of whole pages. A span serves one
// *allocation class*: cells of one size class holding objects of one shape, so that an address leads to its
// span (a table indexed by page), and the span tells the object's base and how to scan it. Objects over 32 KB
// have a span each. Mark bits are also the free map: after a collection an allocation cache takes runs of
// unmarked cells straight from them, so there is no sweep but the release of spans without a marked cell.
//
// Who may do what: allocation goes through an AllocCache, owned by one thread at a time, and takes the heap's
// lock only to refill. collect() must be called with the world stopped (no thread inside an AllocCache or
// reading heap objects); any thread may then do it. Everything else is thread-safe. Allocation never
// collects: it raises collectionWanted(), and the scheduler calls collect() from a safepoint. Nothing is
// global: heaps are independent and give all their memory back when destroyed.
#pragma once

#include "runtime/heap/AllocCache.h"
#include "runtime/heap/Roots.h"
#include "runtime/type/TypeTable.h"

#include <atomic>
#include <functional>
#include <memory>

namespace gossamer {

struct HeapOptions {
  uint64_t limitBytes = 0;                   // of memory from the system; 0: no limit but the reservation
  uint64_t reserveBytes = uint64_t{1} << 38; // addresses to reserve; less is tried if the host refuses
  uint64_t minimumHeap =
      uint64_t{4} << 20;    // no collection below this much live + new memory (at 100 percent)
  int percent = 100;        // GOGC; negative: collect only when asked
  uint32_t stressEvery = 0; // gc-stress: want a collection at every Nth allocation (slow paths included)
};

// Figures as runtime.MemStats has them.
struct HeapStats {
  uint64_t totalAlloc; // bytes ever allocated
  uint64_t mallocs;
  uint64_t frees;
  uint64_t heapAlloc; // bytes of objects alive or not yet found dead
  uint64_t heapObjects;
  uint64_t heapSys;      // bytes of arena ever taken from the system, given back or not
  uint64_t heapInuse;    // bytes in spans that are in use
  uint64_t heapIdle;     // bytes in free spans
  uint64_t heapReleased; // of these, given back to the system
  uint64_t nextGC;       // heapAlloc at which the next collection is wanted
  uint64_t lastGCNanos;  // when the last one ended, on the host's real-time clock as given to collect()
  uint64_t pauseTotalNanos;
  uint64_t lastPauseNanos;
  uint32_t numGC;
};

// Told about collections: weak tables, pools, tracing. Called with the world stopped, on the collecting
// thread.
class CollectionListener {
public:
  virtual void beforeMark() {}
  // Marking is done, nothing has been freed: Heap::isMarked tells what will survive. Must not allocate.
  virtual void afterMark() {}

protected:
  ~CollectionListener() = default;
};

class Heap {
public:
  // The table's shapes are tied to this heap from now on.
  Heap(TypeTable& types, const HeapOptions& options = {});
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  TypeTable& types() const { return types_; }

  void addRoots(RootProvider* provider);
  void removeRoots(RootProvider* provider);
  void addListener(CollectionListener* listener);
  void removeListener(CollectionListener* listener);

  // Set once enough was allocated; read at safepoints. The notifier is called (on the allocating thread,
  // under no lock) when it becomes set, so that the scheduler can make every P reach a safepoint soon.
  bool collectionWanted() const { return wanted_.load(std::memory_order_relaxed); }
  void wantCollection();
  void setWantedNotifier(std::function<void()> notifier) { notifier_ = std::move(notifier); }
  // Before an allocation of `bytes` that may be large: whether a collection should come first (because of the
  // pace or of the limit). Ask at a safepoint.
  bool shouldCollectBefore(uint64_t bytes) const;
  // Whether `bytes` more stay within the limit. The limit is kept at two places: operations that allocate
  // much at once (make, append, concatenation) ask here and raise TrapCode::OutOfMemory; and the scheduler
  // ends the program if after a collection the heap is overLimit(). In between, small allocations may
  // overshoot.
  bool permits(uint64_t bytes) const;
  // Whether the last collection left more in use than the limit.
  bool overLimit() const { return overLimit_.load(std::memory_order_relaxed); }

  // The world must be stopped.
  void collect(uint64_t nowNanos = 0);

  // For when the host itself has no more memory to give, which no operation can survive. It must not return.
  // Default: prints "fatal error: runtime: out of memory" and exits the process with 2.
  void setOutOfMemoryHandler(std::function<void()> handler) { outOfMemory_ = std::move(handler); }

  // The object that holds `address`: its base, size and shape; {} if the address is not in a live span. (A
  // cell that is free looks like an object.)
  struct ObjectInfo {
    void* base = nullptr;
    uint64_t size = 0;
    const Shape* shape = nullptr;
  };
  ObjectInfo findObject(const void* address) const;
  bool contains(const void* address) const;
  // During marking whether the object at `address` has been reached so far; after it, until the next collection, whether it
  // was. True outside the arena.
  bool isMarked(const void* address) const;

  // Where pointers to values of size 0 point.
  void* zeroBase() { return &zeroBase_; }

  // When the object at `base` is found unreachable, `finalizer` (a func value, kept alive meanwhile, as is
  // the object once more) is queued with it; null takes a finalizer away. False if there is one already.
  // takeFinalizable returns what is queued; the caller runs it.
  struct Finalizable {
    void* object; // null for a cleanup
    void* finalizer;
  };
  bool setFinalizer(void* base, void* finalizer);
  // When the object at `base` is found unreachable and no finalizer keeps it, `function` (a func value, kept
  // alive until then) is queued. There may be any number. Returns what removeCleanup takes.
  uint64_t addCleanup(void* base, void* function);
  void removeCleanup(uint64_t id);
  std::vector<Finalizable> takeFinalizable();

  // Exact while no other thread allocates.
  HeapStats stats() const;
  // The last kPauses collections' pauses and ends, that of the n-th at (n - 1) % kPauses.
  static constexpr size_t kPauses = 256;
  void pauses(std::span<uint64_t, kPauses> nanos, std::span<uint64_t, kPauses> endNanos) const;
  int percent() const;
  int setPercent(int percent); // returns the former one, as debug.SetGCPercent
  void setLimit(uint64_t bytes);
  // Gives the memory of free spans back to the system now (debug.FreeOSMemory after a collection).
  void releaseFreeMemory();

private:
  friend class AllocCache;
  struct Impl;
  void* newLarge(uint64_t bytes, const Shape* shape, bool zero);
  void noteAllocated(uint64_t bytes);
  [[noreturn]] void reportOutOfMemory();

  TypeTable& types_;
  std::atomic<bool> wanted_ = false;
  std::atomic<bool> overLimit_ = false;
  uint64_t zeroBase_ = 0;
  std::function<void()> notifier_;
  std::function<void()> outOfMemory_;
  std::unique_ptr<Impl> impl_;
};

} // namespace gossamer
