// What Ops.inc, SlowPaths, Unwind and Trace share: a worker's machine state, and the protocol between an op's body and its slow
// path.
//
// Protocol. Before a slow path the body stores pc (of its own instruction) and fp into the goroutine (rule S1 of the scheduler). The
// slow path says how to go on: Continue behind the instruction with the same frame; Reload: at the pc and fp now in the goroutine;
// Leave: return Machine::outcome to the scheduler, the goroutine's pc, fp and Resume having been set.
#pragma once

#include "runtime/base/Native.h"
#include "runtime/heap/AllocCache.h"
#include "runtime/heap/Heap.h"
#include "runtime/object/Closure.h"
#include "runtime/object/Interface.h"
#include "runtime/sched/Vm.h"
#include "vm/interp/Frame.h"
#include "vm/interp/Interpreter.h"

namespace gossamer {

enum class Next : uint64_t { Continue, Reload, Leave };

struct Machine {
  Machine(Interpreter& interpreter, Worker& worker)
      : worker(worker), vm(worker.vm()), heap(vm.heap()), alloc(worker.alloc()), interpreter(interpreter),
        native{vm, nullptr, alloc, nullptr} {}

  Slot* stackLimit = nullptr; ///< end of the goroutine's current chunk
  Goroutine* g = nullptr;
  Worker& worker;
  Vm& vm;
  Heap& heap;
  AllocCache& alloc;
  Interpreter& interpreter;
  NativeCall native; ///< reused for every native; its trap serves all operations
  const Shape* mapIterShape = nullptr;
  RunOutcome outcome = RunOutcome::Parked;

  Trap& trap() { return native.trap; }

  void setResume(Resume how) { g->executorWord = static_cast<uint64_t>(how); }
  Resume resume() const { return static_cast<Resume>(g->executorWord); }

  Next leave(RunOutcome how) {
    outcome = how;
    return Next::Leave;
  }
  /// The goroutine waits; it goes on behind the instruction.
  Next parked() {
    setResume(Resume::After);
    return leave(RunOutcome::Parked);
  }
  /// Collects if the heap wants it. The instruction's operands must still be in the frame.
  void safepoint() {
    if (__builtin_expect(heap.collectionWanted(), 0)) collect();
  }
  void collect();

  /// Calls a closure: the window's arguments are in place, `window` is the callee's slot 0 in the caller's chunk. Sets the goroutine's pc
  /// and fp to the callee; links a chunk if need be.
  Next enter(Slot* window, Slot* callerFp, const Word* returnTo, const Closure* closure);

  // Panics (Unwind.cpp).

  /// Raises what trap() describes at the goroutine's pc.
  Next raise();
  Next raise(TrapCode code) {
    trap().raise(code);
    return raise();
  }
  /// Starts a panic (or Goexit) in the goroutine's innermost frame.
  Next startPanic(const Interface& value, bool isGoexit);
  /// The panic pseudo-frame at fp got control.
  Next panicStep(Slot* fp);
  /// RunDefers at pc, fp of the goroutine.
  Next runDefers();
  void defer(Slot* fp, Closure* closure);
  /// For a frame further out: behind what the frames between have deferred.
  void deferFor(Slot* fp, Slot* frame, Closure* closure);
  /// The value of recover() in the frame at fp.
  Interface recover(Slot* fp);

  /// Reports a fatal error and ends the run with status 2.
  Next fatal(std::string_view message, TraceScope scope);

private:
  Slot* above(Slot* fp) { return fp + frameFunction(fp)->frameSlots + kFrameHeaderSlots; }
  Next finishRecovery(PanicRecord* panic);
  Next printStep(PanicRecord* panic);
  void dropPanic();
};

/// Copies a value from memory to slots, canonical form.
inline void loadValue(const TypeInfo* type, const void* from, Slot* to) {
  size_t size = type->size;
  if (size == 8) {
    std::memcpy(to, from, 8);
  } else if (type->has(kTypeScalar)) {
    *to = loadCanonical(from, size, type->extension());
  } else if (size != 0) {
    to[(size - 1) / sizeof(Slot)] = Slot::zero();
    std::memcpy(to, from, size);
  }
}
inline void zeroSlots(Slot* to, size_t count) {
  for (size_t i = 0; i < count; ++i) to[i] = Slot::zero();
}

// One slow path per op that has one (SlowPaths.cpp).
#define GOSSAMER_SLOW(name) Next slow##name(Machine& m, const Word* pc, Slot* fp);
#include "vm/interp/SlowOps.def"

/// Where execution goes on at a taken branch.
const Word* branchTarget(const Word* pc);

} // namespace gossamer
