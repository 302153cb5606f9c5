// The scheduler: all goroutines of a VM, the global run queue, and the loop that runs them until main
// returns, nothing can run, or someone asks for the end.
//
// What a worker does next: a goroutine from its processor's queue (every 61st time the global queue first, so
// neither starves), else the global queue, else due timers, else goroutines readied by host threads, else it
// waits on the clock for the next timer. Timers are also looked at between goroutines. If there is no timer
// and no host thread owes a wake-up either, that is deadlock.
//
// Rules
//   S1 before an instruction or native that may allocate, park, trap or exit, the executor has stored the
//   goroutine's pc and fp; so
//      scanning, traces and resumption read the G alone.
//   S2 a goroutine off every queue and not running is reachable only through the object it waits on; whoever
//   takes its node off that queue owns it
//      until ready().
//   S3 a waker writes results straight into the waiter's slots, then sets `delivered`, then readies. A
//   blocked sender's
//      operand is scanned through its node. So slot maps need contain neither.
//   P1 while parallel() is false one thread at a time runs the VM: no lock is taken and no atomic
//   read-modify-write is done on these
//      paths. With several workers the locks of LockRanks.def guard the global structures, and local ones
//      stay with their processor.
//   P2 (several workers) a G becomes takeable only after its worker has left it: the status goes Running ->
//   Waiting
//      when Executor::run has returned Parked; a waker that comes earlier leaves a wake-up permit instead.
//   H1 host threads touch only the structures under hostMutex_, and then wake the clock.
//
// Thread safety: requestStop, beginHostWait and readyFromHost from any thread, the rest from the thread that
// runs the VM.
#pragma once

#include "runtime/heap/Roots.h"
#include "runtime/sched/Executor.h"
#include "runtime/sched/Goroutine.h"
#include "runtime/sched/Park.h"
#include "runtime/sched/Processor.h"
#include "runtime/sched/StackPool.h"
#include "runtime/sched/Worker.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace gossamer {

class Clock;
class Policy;
class Vm;

/// How a run ended.
enum class RunEnd : uint8_t {
  MainReturned, ///< the main goroutine's function returned; others may live on
  Exited,       ///< os.Exit
  Panicked,     ///< an unrecovered panic, reported already
  Fatal,        ///< a fatal error, reported already
  Stopped       ///< requestStop
};

struct RunResult {
  RunEnd end = RunEnd::MainReturned;
  int exitCode = 0;   ///< of Exited, Panicked and Fatal
  int stopReason = 0; ///< of Stopped: what requestStop was given
};

class Scheduler final : public RootProvider {
public:
  Scheduler(Vm& vm, Clock& clock, Policy& policy);
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  // Running.

  /// A goroutine that will call `entry`, runnable, with no parent. Null without memory.
  Goroutine* newGoroutine(Closure* entry);

  /// Runs goroutines until `main` has ended, the run is exited or stopped. Goroutines that are still there
  /// stay as they are: another run() lets them go on beside a new main (the cells of a document), or the VM
  /// is destroyed.
  RunResult run(Goroutine* main);

  /// Ends the run() in progress with this exit code and end once the executor comes back. The first call counts.
  void exit(int code, RunEnd end);
  bool exiting() const { return exiting_; }

  /// Ends the run() in progress, or the next one, as soon as the running goroutine polls. Any thread.
  /// `reason` is non-zero and the caller's own.
  void requestStop(int reason);

  // Waking by host threads.

  /// Announces that a host thread will call readyFromHost: until then waiting is not deadlock.
  void beginHostWait();
  void readyFromHost(Goroutine* g);

  // State.

  bool parallel() const { return false; }
  Vm& vm() { return vm_; }
  Clock& clock() { return clock_; }
  Policy& policy() { return policy_; }
  StackPool& stacks() { return stacks_; }
  Worker& worker() { return worker_; }
  /// Number of goroutines that are not the system's.
  size_t liveCount() const { return all_.size() - systemCount_; }
  /// Every goroutine, oldest first only as far as none has ended.
  const std::vector<Goroutine*>& all() const { return all_; }
  Goroutine* mainGoroutine() const { return main_; }
  /// Whether a goroutine waits for its turn.
  bool hasRunnable() const { return global_.first || !processor_.queue.empty(); }

  /// Excludes a goroutine from deadlock detection and traces.
  void markSystem(Goroutine* g);

  /// Visits the roots of every goroutine, timer and queue, and the executor's globals.
  void visitRoots(RootVisitor& visitor) override;
  bool visitReached(RootVisitor& visitor, const Heap& heap) override;

  /// Runs a collection. The executor calls it at a safepoint of the running goroutine (rule S1) when
  /// Heap::collectionWanted(); natives (runtime.GC) ask for it by Heap::wantCollection().
  void collectGarbage();
  /// How many there have been.
  uint32_t collections() const { return collections_; }

  /// Goroutines that can never go on, since what they wait for is reached neither from package variables, timers and the host
  /// nor from a goroutine that runs or can be woken: all of a leak's victims, and nobody else. In the order of their
  /// ids. Runs a collection that takes the stacks of waiting goroutines for roots only once what they wait for is
  /// reached (Saioc et al., "Dynamic Partial Deadlock Detection and Recovery via Garbage Collection", ASPLOS 2025); call it at
  /// a safepoint of the running goroutine (rule S1).
  std::vector<Goroutine*> findStuck();

  /// What fires a channel timer; runtime/chan sets it when it puts one into the heap.
  void (*fireChannelTimer)(Worker&, Timer*, int64_t now) = nullptr;

  // For Park.h.
  Goroutine* create(Closure* entry, Goroutine* parent, const uint64_t* pc);
  void makeReady(Worker& worker, Goroutine* g);
  void enqueueLocal(Worker& worker, Goroutine* g);
  void enqueueGlobal(Goroutine* g);

private:
  Goroutine* pick(Worker& worker, bool& inheritsSlice);
  Goroutine* pickByPolicy(Worker& worker);
  void runOne(Worker& worker, Goroutine* g, bool inheritsSlice);
  void runDueTimers(Worker& worker);
  void drainHostReady(Worker& worker);
  bool waitForWork(Worker& worker);
  void reportDeadlock(Worker& worker);
  void release(Goroutine* g);
  void visitGoroutine(Goroutine& g, RootVisitor& visitor);
  static void visitWaiter(Goroutine& g, RootVisitor& visitor);
  static bool mayBeStuck(const Goroutine& g);
  static bool canBeWoken(Goroutine& g, const Heap& heap);

  Vm& vm_;
  Clock& clock_;
  Policy& policy_;
  const bool policyChooses_;
  const bool yieldStress_;
  StackPool stacks_;
  Processor processor_;
  Worker worker_;
  GoroutineList global_;
  std::vector<Goroutine*> all_;
  size_t systemCount_ = 0;
  uint64_t nextId_ = 1;
  Goroutine* main_ = nullptr;
  uint32_t collections_ = 0;
  /// While findStuck collects: the goroutines that nothing found so far can wake; sorted out to the end by visitReached.
  std::vector<Goroutine*>* stuck_ = nullptr;
  bool stuckVisited_ = false;
  bool mainGoexited_ = false;
  bool exiting_ = false;
  bool mainReturned_ = false;
  int exitCode_ = 0;
  RunEnd exitEnd_ = RunEnd::Exited;

  std::mutex hostMutex_;
  GoroutineList hostReady_;           // H1
  std::atomic<uint32_t> hostOwes_{0}; ///< host waits begun and not yet readied
  std::atomic<uint32_t> hostReadyCount_{0};
  std::atomic<int> stopReason_{0};
};

/// What a waiting goroutine waits for: a channel for each case of a select, a channel, the address of a word of a lock; nothing
/// where it waits for nil, or for what is not an object of the program.
template <class Visit> void forEachWaitedObject(Goroutine& g, Visit visit) {
  if (g.select) {
    for (uint32_t i = 0; i < g.select->count; i++) visit(g.select->nodes()[i].object);
    return;
  }
  switch (g.waitReason) {
  case WaitReason::ChanReceiveNil:
  case WaitReason::ChanSendNil:
  case WaitReason::SelectNoCases:
  case WaitReason::Select: return; // of a select only nil channels are left
  default: visit(g.node.object);
  }
}

} // namespace gossamer
