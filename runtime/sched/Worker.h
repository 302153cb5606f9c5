// A worker (M): an OS thread that executes goroutines while it holds a processor.
//
// Natives and slow paths get a Worker& and reach everything from it.
//
// Thread safety: used by its own thread; `attention` may be set by any.
#pragma once

#include "runtime/sched/Processor.h"

#include <atomic>
#include <cstdint>

namespace gossamer {

class Vm;
class Scheduler;

class Worker {
public:
  Worker(Vm& vm, Scheduler& scheduler, Processor* p) : vm_(vm), scheduler_(scheduler), p_(p) {}

  Vm& vm() { return vm_; }
  Scheduler& scheduler() { return scheduler_; }
  Processor& p() { return *p_; }
  AllocCache& alloc() { return p_->alloc; }
  /// The goroutine being run; null between goroutines.
  Goroutine* current() { return current_; }

  /// Back-edges and calls left in the current time slice. The executor loads it on entry and stores the rest
  /// on exit; it yields when it is used up.
  int64_t budget = 0;

  /// Non-zero asks the executor to return Yielded at its next poll (stop request, collection by another
  /// worker).
  std::atomic<uint32_t> attention{0};

  /// For the executor: its per-thread state.
  void* executorData = nullptr;

private:
  friend class Scheduler;
  Vm& vm_;
  Scheduler& scheduler_;
  Processor* p_;
  Goroutine* current_ = nullptr;
};

} // namespace gossamer
