// A processor (P): the right to run Go code, with everything that a worker uses without a lock: run queue,
// timers, allocation cache, caches of select nodes.
//
// Thread safety: belongs to the worker that holds it (rule P1).
#pragma once

#include "runtime/heap/AllocCache.h"
#include "runtime/sched/RunQueue.h"
#include "runtime/sched/Timer.h"

#include <cstdint>

namespace gossamer {

/// Nodes of one blocked select (runtime/chan/Select.h), recycled by the processor.
struct SelectBlock {
  SelectBlock* nextFree;
  uint32_t capacity; ///< a power of two
  uint32_t count;
  Slot* indexDst;  ///< slot for the chosen case's index
  uint64_t chosen; ///< case index set by the waker

  WaitNode* nodes() { return reinterpret_cast<WaitNode*>(this + 1); }
};

struct Processor {
  Processor(uint32_t id, Heap& heap) : id(id), alloc(heap) {}
  ~Processor();
  Processor(const Processor&) = delete;
  Processor& operator=(const Processor&) = delete;

  const uint32_t id;
  uint32_t tick = 0; ///< goroutines run so far; each 61st comes from the global queue
  RunQueue queue;
  TimerHeap timers;
  AllocCache alloc;

  /// A block for at least n nodes; the nodes' contents are undefined. Allocates only when the cache is empty.
  SelectBlock* takeSelectBlock(uint32_t n);
  void giveSelectBlock(SelectBlock* b);

private:
  static constexpr unsigned kSelectClasses = 17; // capacity 1 << k: up to 65536 cases
  SelectBlock* freeSelects_[kSelectClasses] = {};
};

} // namespace gossamer
