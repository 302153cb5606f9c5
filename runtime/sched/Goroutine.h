// A goroutine (G): its identity, its saved place, its stack, and the node by which it waits.
//
// A goroutine has no native stack. Its frames are runs of slots in StackChunks that belong to it; frames
// never move. When it does not run, `fp` and `pc` say where it goes on; while it runs they are current only
// at safepoints (the interpreter stores them before anything that may allocate, park, trap or exit: rule S1
// in Scheduler.h).
//
// Ownership: Goroutines and chunks live in slabs of the VM's StackPool and are recycled; nothing here is in
// the Go heap. Roots (see Scheduler::visitRoots): the frames, through Executor::visitStack; `entry`;
// `deferHead` and `panicHead` through the executor; wait nodes of senders; a value delivered but not yet seen
// by the goroutine.
//
// Thread safety: a G is touched by the worker that runs it, or by whoever took it off a wait queue under that
// queue's lock.
#pragma once

#include "runtime/sched/WaitNode.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gossamer {

struct Closure;
struct TypeInfo;
struct SelectBlock;
class Worker;

enum class WaitReason : uint8_t {
#define GOSSAMER_WAIT_REASON(Name, words) Name,
#include "runtime/sched/WaitReasons.def"
};

/// The words a trace shows.
std::string_view waitReasonText(WaitReason reason);

enum class GStatus : uint8_t {
  Free,     ///< in the pool
  Runnable, ///< on a run queue
  Running,  ///< its worker executes it
  Waiting,  ///< on a wait queue, or blocked for ever
  Dead      ///< ended, not yet recycled
};

/// A piece of a goroutine's stack. Chunks form a list from the first (oldest) on; `next` may keep a chunk
/// that is not in use, so that a call in a loop at a chunk's end does not allocate each time round.
struct StackChunk {
  StackChunk* previous;
  StackChunk* next;
  uint32_t bytes; ///< of the whole chunk, this header included
  uint32_t sizeClass;

  Slot* begin() { return reinterpret_cast<Slot*>(this + 1); }
  Slot* end() { return reinterpret_cast<Slot*>(reinterpret_cast<char*>(this) + bytes); }
  bool contains(const void* p) const {
    return p >= static_cast<const void*>(this + 1) && p < reinterpret_cast<const char*>(this) + bytes;
  }
};
static_assert(sizeof(StackChunk) == 24);

struct Goroutine {
  // Hot on a switch.
  Slot* fp;           ///< frame to go on in; slot 0
  const uint64_t* pc; ///< instruction to go on at
  StackChunk* chunk;  ///< the chunk that holds fp
  Goroutine* next;    ///< link of the one list it is on: global run queue, free list

  GStatus status;
  WaitReason waitReason;
  uint8_t flags; ///< the executor's own
  /// A TrapCode set by a waker: the executor, when it runs the goroutine again, raises it at the instruction
  /// it waited in, and clears it (a send that is blocked when its channel is closed).
  uint8_t wakeTrap;
  uint32_t allIndex; ///< place in Scheduler::all
  uint64_t id;       ///< goid; the first is 1, never reused

  // What the executor and runtime/panic keep here; opaque to the scheduler.
  void* deferHead;
  void* panicHead;
  uint64_t executorWord; ///< for instance the reason to resume specially (stop, panic to raise)

  // How it waits. `node` serves every wait but a select of several cases, which borrows a SelectBlock.
  WaitNode node;
  SelectBlock* select;    ///< the select it is blocked in (nodes from the processor's cache); else null
  uint16_t selectDecided; ///< 1 once a waker has chosen this select's case; other wakers pass its nodes by
  uint8_t isSystem;       ///< not counted by deadlock detection nor NumGoroutine, not shown in traces
  uint8_t wasHandedOver;  ///< for onResume: the waker gave what was waited for, there is nothing to try again
  uint32_t stackUnits;    ///< sum of its chunks' sizes in units of 512 bytes
  /// If set, cleared and called by the worker before it runs the goroutine again: leaves the other queues of
  /// a select, tries again for a mutex. False: it has parked the goroutine again.
  bool (*onResume)(Worker&, Goroutine&);

  /// Value put into its slots by a waker and not yet seen by its own code: the collector scans it with this
  /// type, since the slot map of the instruction it waits at need not contain the destination (rule S3).
  /// Cleared when it runs again.
  Slot* delivered;
  const TypeInfo* deliveredType;

  int64_t waitSince; ///< monotonic ns, set when the collector or a trace first sees it waiting; 0: not known

  // Where it came from.
  Closure* entry;            ///< what it was started on; kept for the first run and for traces
  uint64_t parentId;         ///< goroutine that executed the go statement; 0 for the first
  const uint64_t* createdPc; ///< of that go statement; null for the first
  void* labels;              ///< profiler labels; opaque
};
static_assert(sizeof(Goroutine) <= 216);

} // namespace gossamer
