#include "runtime/sched/Scheduler.h"

#include "gossamer/Host.h"
#include "runtime/base/Check.h"
#include "runtime/heap/Heap.h"
#include "runtime/object/Closure.h"
#include "runtime/sched/Clock.h"
#include "runtime/sched/Policy.h"
#include "runtime/sched/Vm.h"

#include <algorithm>

namespace gossamer {

namespace {
// How often (in goroutines run) the global queue comes first, and how often timers and host threads are
// looked at while there is local work: reading the clock costs two goroutine switches.
constexpr uint32_t kGlobalEvery = 61;
constexpr uint32_t kPollEvery = 16;
constexpr uint32_t kStressSlice = 3;
} // namespace

Scheduler::Scheduler(Vm& vm, Clock& clock, Policy& policy)
    : vm_(vm), clock_(clock), policy_(policy), policyChooses_(policy.choosesNext()),
      yieldStress_(vm.options().yieldStress), processor_(0, vm.heap()), worker_(vm, *this, &processor_) {
  vm_.heap().addRoots(this);
}

Scheduler::~Scheduler() {
  for (Goroutine* g : all_)
    if (g->select) processor_.giveSelectBlock(g->select);
  vm_.heap().removeRoots(this);
}

// Making and ending goroutines.

Goroutine* Scheduler::create(Closure* entry, Goroutine* parent, const uint64_t* pc) {
  Goroutine* g = stacks_.allocGoroutine();
  if (!g) return nullptr;
  g->id = nextId_++;
  g->entry = entry;
  g->node.g = g;
  g->createdPc = pc;
  if (parent) {
    g->parentId = parent->id;
    g->labels = parent->labels;
  }
  g->allIndex = static_cast<uint32_t>(all_.size());
  all_.push_back(g);
  vm_.executor().start(*g, entry);
  g->status = GStatus::Runnable;
  return g;
}

Goroutine* Scheduler::newGoroutine(Closure* entry) {
  Goroutine* g = create(entry, nullptr, nullptr);
  if (g) enqueueGlobal(g);
  return g;
}

Goroutine* spawn(Worker& worker, Closure* entry, const uint64_t* pc) {
  Scheduler& s = worker.scheduler();
  Goroutine* g = s.create(entry, worker.current(), pc);
  if (g) s.enqueueLocal(worker, g);
  return g;
}

void Scheduler::release(Goroutine* g) {
  vm_.executor().forget(*g);
  if (g->isSystem) systemCount_--;
  Goroutine* last = all_.back();
  all_[g->allIndex] = last;
  last->allIndex = g->allIndex;
  all_.pop_back();
  g->status = GStatus::Dead;
  stacks_.freeGoroutine(g);
}

void Scheduler::markSystem(Goroutine* g) {
  if (g->isSystem) return;
  g->isSystem = 1;
  systemCount_++;
}

// Blocking and waking.

Status park(Worker& worker, WaitReason reason) {
  Goroutine* g = worker.current();
  g->status = GStatus::Waiting;
  g->waitReason = reason;
  g->waitSince = 0;
  return Status::Park;
}

void ready(Worker& worker, Goroutine* g) {
  GOSSAMER_DCHECK(g->status == GStatus::Waiting);
  g->status = GStatus::Runnable;
  Scheduler& s = worker.scheduler();
  if (Goroutine* displaced = worker.p().queue.setNext(g)) s.enqueueLocal(worker, displaced);
}

Status parkSleep(Worker& worker, int64_t ns) {
  if (ns <= 0) return Status::Ok;
  int64_t now = worker.scheduler().clock().now();
  int64_t when = ns > Clock::kForever - 1 - now ? Clock::kForever - 1 : now + ns;
  worker.p().timers.addSleeper(when, worker.current());
  return park(worker, WaitReason::Sleep);
}

void Scheduler::enqueueLocal(Worker& worker, Goroutine* g) {
  RunQueue& queue = worker.p().queue;
  if (queue.push(g)) return;
  // Q3: half the ring goes to the global queue, and so does g.
  bool inherits;
  Goroutine* next = queue.setNext(nullptr);
  for (uint32_t i = 0; i < RunQueue::kCapacity / 2; i++) global_.push(queue.pop(inherits));
  queue.setNext(next);
  global_.push(g);
}

void Scheduler::enqueueGlobal(Goroutine* g) {
  global_.push(g);
}

// Host threads.

void Scheduler::exit(int code, RunEnd end) {
  if (exiting_) return;
  exiting_ = true;
  exitCode_ = code;
  exitEnd_ = end;
}

void Scheduler::requestStop(int reason) {
  stopReason_.store(reason, std::memory_order_release);
  worker_.attention.store(1, std::memory_order_release);
  clock_.wake();
}

void Scheduler::beginHostWait() {
  hostOwes_.fetch_add(1, std::memory_order_relaxed);
}

void Scheduler::readyFromHost(Goroutine* g) {
  {
    std::lock_guard lock(hostMutex_); // H1
    hostReady_.push(g);
    hostReadyCount_.fetch_add(1, std::memory_order_relaxed);
    hostOwes_.fetch_sub(1, std::memory_order_relaxed);
  }
  clock_.wake();
}

void Scheduler::drainHostReady(Worker& worker) {
  if (hostReadyCount_.load(std::memory_order_relaxed) == 0) return;
  std::lock_guard lock(hostMutex_);
  while (Goroutine* g = hostReady_.pop()) {
    g->status = GStatus::Runnable;
    enqueueLocal(worker, g);
  }
  hostReadyCount_.store(0, std::memory_order_relaxed);
}

// The loop.

RunResult Scheduler::run(Goroutine* main) {
  Worker& worker = worker_;
  main_ = main;
  mainGoexited_ = mainReturned_ = exiting_ = false;
  exitCode_ = 0;
  for (;;) {
    worker.attention.store(0, std::memory_order_relaxed);
    if (int reason = stopReason_.exchange(0, std::memory_order_acquire)) return {RunEnd::Stopped, 0, reason};
    // Inner loop: no read-modify-write (P1).
    while (stopReason_.load(std::memory_order_relaxed) == 0) {
      bool inheritsSlice = false;
      Goroutine* g = pick(worker, inheritsSlice);
      if (g) {
        runOne(worker, g, inheritsSlice);
        if (vm_.heap().overLimit() && !exiting_) {
          vm_.executor().reportFatal(worker, "runtime: out of memory", TraceScope::None);
          exit(2, RunEnd::Fatal);
        }
      } else if (!waitForWork(worker)) {
        reportDeadlock(worker);
      }
      if (exiting_) return {exitEnd_, exitCode_, 0};
      if (mainReturned_) return {RunEnd::MainReturned, 0, 0};
    }
  }
}

void Scheduler::runOne(Worker& worker, Goroutine* g, bool inheritsSlice) {
  if (!inheritsSlice) worker.budget = yieldStress_ ? kStressSlice : policy_.timeSlice();
  worker.current_ = g;
  g->status = GStatus::Running;
  if (g->onResume) {
    auto resume = g->onResume;
    g->onResume = nullptr;
    if (!resume(worker, *g)) {
      worker.current_ = nullptr;
      return;
    }
  }
  g->delivered = nullptr;
  RunOutcome outcome = vm_.executor().run(worker, *g);
  worker.current_ = nullptr;
  switch (outcome) {
  case RunOutcome::Parked:
    if (g->status == GStatus::Running) { // it ended the run
      GOSSAMER_CHECK(exiting_, "goroutine %llu left the executor unparked",
                     static_cast<unsigned long long>(g->id));
      if (g == main_) main_ = nullptr;
      release(g);
    }
    return;
  case RunOutcome::Yielded:
    g->status = GStatus::Runnable;
    enqueueGlobal(g);
    worker.attention.store(0, std::memory_order_relaxed);
    return;
  case RunOutcome::Exited:
    if (g == main_) {
      main_ = nullptr;
      mainReturned_ = true;
    }
    release(g);
    return;
  case RunOutcome::Goexited:
    if (g == main_) {
      main_ = nullptr;
      mainGoexited_ = true;
    }
    release(g);
    return;
  }
}

Goroutine* Scheduler::pick(Worker& worker, bool& inheritsSlice) {
  Processor& p = worker.p();
  uint32_t tick = p.tick++;
  if (tick % kPollEvery == 0) {
    runDueTimers(worker);
    drainHostReady(worker);
  }
  if (policyChooses_) {
    if (Goroutine* g = pickByPolicy(worker)) return g;
  } else {
    if (tick % kGlobalEvery == 0)
      if (Goroutine* g = global_.pop()) return g;
    // A pair that readies each other has used up its slice: to the back with it.
    if (worker.budget <= 0)
      if (Goroutine* g = p.queue.setNext(nullptr)) enqueueLocal(worker, g);
    if (Goroutine* g = p.queue.pop(inheritsSlice)) return g;
    if (Goroutine* g = global_.pop()) return g;
  }
  runDueTimers(worker);
  drainHostReady(worker);
  return p.queue.pop(inheritsSlice);
}

Goroutine* Scheduler::pickByPolicy(Worker& worker) {
  RunQueue& queue = worker.p().queue;
  while (global_.first && queue.size() < RunQueue::kCapacity) queue.push(global_.pop());
  size_t n = queue.total();
  return n ? queue.popAt(n == 1 ? 0 : policy_.next(n)) : nullptr;
}

void Scheduler::runDueTimers(Worker& worker) {
  TimerHeap& timers = worker.p().timers;
  if (timers.empty()) return;
  int64_t now = clock_.now();
  TimerHeap::Entry due;
  while (timers.popDue(now, due)) {
    if (due.g) {
      // At the back of the queue, in the order of the deadlines.
      due.g->status = GStatus::Runnable;
      enqueueLocal(worker, due.g);
      continue;
    }
    Timer* t = due.timer;
    if (t->channel) {
      fireChannelTimer(worker, t, now);
      continue;
    }
    t->when = 0;
    if (Goroutine* g = create(t->fn, nullptr, nullptr)) {
      enqueueLocal(worker, g);
    } else {
      vm_.executor().reportFatal(worker, "runtime: out of memory", TraceScope::None);
      exit(2, RunEnd::Fatal);
      return;
    }
  }
}

bool Scheduler::waitForWork(Worker& worker) {
  int64_t deadline = worker.p().timers.nextDeadline();
  bool hostOwes =
      hostOwes_.load(std::memory_order_relaxed) != 0 || hostReadyCount_.load(std::memory_order_relaxed) != 0;
  if (deadline == Clock::kForever && !hostOwes) return false;
  vm_.host().flush();
  clock_.waitUntil(deadline);
  return true;
}

void Scheduler::reportDeadlock(Worker& worker) {
  bool none = mainGoexited_ && liveCount() == 0;
  vm_.executor().reportFatal(worker,
                             none ? "no goroutines (main called runtime.Goexit) - deadlock!"
                                  : "all goroutines are asleep - deadlock!",
                             TraceScope::All);
  exit(2, RunEnd::Fatal);
}

// Roots.

void Scheduler::collectGarbage() {
  vm_.heap().collect(static_cast<uint64_t>(clock_.wall()));
}

void Scheduler::visitRoots(RootVisitor& visitor) {
  vm_.executor().visitGlobals(visitor);
  for (Goroutine* g : all_) {
    if (stuck_ && mayBeStuck(*g)) stuck_->push_back(g);
    else visitGoroutine(*g, visitor);
  }
  for (const TimerHeap::Entry& e : processor_.timers.entries())
    if (e.timer) visitor.visitPointer(e.timer);
}

void Scheduler::visitGoroutine(Goroutine& g, RootVisitor& visitor) {
  visitor.visitPointer(g.entry);
  vm_.executor().visitStack(g, visitor);
  visitWaiter(g, visitor);
}

// Finding goroutines that are blocked for ever.

std::vector<Goroutine*> Scheduler::findStuck() {
  std::vector<Goroutine*> stuck;
  stuck_ = &stuck;
  stuckVisited_ = false;
  collectGarbage();
  stuck_ = nullptr;
  std::sort(stuck.begin(), stuck.end(), [](const Goroutine* a, const Goroutine* b) { return a->id < b->id; });
  return stuck;
}

bool Scheduler::visitReached(RootVisitor& visitor, const Heap& heap) {
  if (!stuck_ || stuckVisited_) return false;
  std::vector<Goroutine*> woken;
  std::erase_if(*stuck_, [&](Goroutine* g) {
    if (!canBeWoken(*g, heap)) return false;
    woken.push_back(g);
    return true;
  });
  for (Goroutine* g : woken) visitGoroutine(*g, visitor);
  if (!woken.empty()) return true;
  // The rest stays blocked for ever, but it is alive all the same: it is in traces, and nobody has run its deferred calls.
  for (Goroutine* g : *stuck_) visitGoroutine(*g, visitor);
  return stuckVisited_ = true;
}

// Waits on objects of the program; timers and the host end the others.
bool Scheduler::mayBeStuck(const Goroutine& g) {
  if (g.status != GStatus::Waiting || g.isSystem) return false;
  switch (g.waitReason) {
  case WaitReason::ChanReceive:
  case WaitReason::ChanSend:
  case WaitReason::ChanReceiveNil:
  case WaitReason::ChanSendNil:
  case WaitReason::Select:
  case WaitReason::SelectNoCases:
  case WaitReason::MutexLock:
  case WaitReason::RWMutexRLock:
  case WaitReason::RWMutexLock:
  case WaitReason::WaitGroupWait:
  case WaitReason::CondWait: return true;
  default: return false;
  }
}

bool Scheduler::canBeWoken(Goroutine& g, const Heap& heap) {
  bool can = false;
  forEachWaitedObject(g, [&](const void* object) { can = can || heap.isMarked(object); });
  return can;
}

// S3.
void Scheduler::visitWaiter(Goroutine& g, RootVisitor& visitor) {
  auto visitSlots = [&](const TypeInfo* type, const Slot* slots) {
    if (type && slots) visitor.visitValue(type, slots);
  };
  if (g.delivered) visitSlots(g.deliveredType, g.delivered);
  if (g.status != GStatus::Waiting) return;
  auto visitNode = [&](const WaitNode& n) {
    if (n.isSend && n.isQueued) visitSlots(n.type, n.elem);
  };
  if (g.select) {
    for (uint32_t i = 0; i < g.select->count; i++) visitNode(g.select->nodes()[i]);
  } else {
    visitNode(g.node);
  }
}

} // namespace gossamer
