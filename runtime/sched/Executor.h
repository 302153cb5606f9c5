// The scheduler's view of whatever executes goroutines: vm/interp implements it, tests fake it.
//
// The executor owns the meaning of frames, pcs, defers and panics. It knows nothing of queues.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

struct Closure;
struct Function;
struct Goroutine;
struct TypeInfo;
class AllocCache;
class RootVisitor;
class Worker;
union Slot;

/// Why Executor::run came back.
enum class RunOutcome : uint8_t {
  Parked,  ///< an operation returned Status::Park; or the run is over, the executor having called
           ///< Scheduler::exit
  Yielded, ///< its time slice is used up, Worker::attention was set, or Status::Yield; still runnable
  Exited,  ///< its function returned
  Goexited ///< runtime.Goexit ran, its defers are done
};

/// Which goroutines a fatal error's report shows.
enum class TraceScope : uint8_t { None, Current, All };

/// A call as traces and package runtime show it.
struct TraceFrame {
  std::string function; ///< main.(*T).Method
  std::string file;
  int line = 0;
  const void* entry = nullptr; ///< its Function: the same for every pc in it
};

class Executor {
public:
  virtual ~Executor() = default;

  /// Lays the first frame of a goroutine that is to call this func() value. The G has a first chunk.
  virtual void start(Goroutine& g, Closure* entry) = 0;

  /// Executes the goroutine from g.pc, g.fp until it stops. worker.current() is g. On Parked and Yielded g.pc
  /// and g.fp say where to go on. An unrecovered panic or a fatal trap is reported by the executor, which
  /// then calls Scheduler::exit(2) and returns Parked; so it does with the code of Status::Exit.
  virtual RunOutcome run(Worker& worker, Goroutine& g) = 0;

  /// Visits every root in the goroutine's frames, defers and panics.
  virtual void visitStack(Goroutine& g, RootVisitor& visitor) = 0;

  /// Visits the executor's own roots: module constants, package variables.
  virtual void visitGlobals(RootVisitor& visitor) = 0;

  /// Appends gc's "goroutine 7 [chan receive]:" block for one goroutine, frames and "created by" included.
  virtual void appendTrace(const Goroutine& g, std::string& out) = 0;

  /// Reports "fatal error: message" and traces on standard error, as gc does. The caller then exits with
  /// status 2.
  virtual void reportFatal(Worker& worker, std::string_view message, TraceScope scope) = 0;

  /// Writes where the goroutine's calls are at, innermost first, leaving out the first `skip`; returns how
  /// many. For the running goroutine only at a safepoint. Calls of natives are left out.
  virtual size_t callers(const Goroutine& g, size_t skip, std::span<const void*> pcs) { return 0; }

  /// The functions at a pc that callers() gave, innermost first if calls were inlined there; or the one whose
  /// Function is at that address, at its declaration. Empty for anything else.
  virtual std::vector<TraceFrame> describe(const void* pc) { return {}; }

  // For package reflect. Functions are made once for each signature and then kept; null if it has too many slots.

  /// A func(closure, args, results unsafe.Pointer) that calls a closure with so many slots from args and stores so many result
  /// slots at results.
  virtual Closure* callAdapter(size_t resultSlots, size_t paramSlots) { return nullptr; }
  /// A function of this func type. A closure of it has one captured word, a func(frame unsafe.Pointer): that is called with the
  /// address of the frame, where the parameters lie behind the (zeroed) results it is to set.
  virtual Function* frameAdapter(const TypeInfo* type) { return nullptr; }
  /// A func value of this type that calls a method's function with the receiver in these slots before the parameters. It
  /// stands between a deferred call and the method as the compiler's wrappers do, so the method may recover.
  virtual Closure* bindMethod(AllocCache& alloc, const TypeInfo* type, const TypeInfo* receiver, Closure* method,
                              const Slot* slots) {
    return nullptr;
  }

  /// Tells that the goroutine is gone and its stack about to be freed. Not called for those left when the VM
  /// is destroyed.
  virtual void forget(Goroutine& g) {}
};

} // namespace gossamer
