// The interpreter: executes bytecode for the scheduler.
//
// One Interpreter serves one VM. It implements Executor: lays a goroutine's first frame, runs it until it parks, yields or ends,
// walks its frames for traces, and shows its roots to the collector. Op bodies are in Ops.inc, what they do out of line in SlowPaths.cpp,
// panics in Unwind.cpp, reports in Trace.cpp, calls by package reflect in Adapters.cpp.
//
//   Interpreter interpreter(vm, module);   // registers itself with the VM
//   interpreter.setRuntimeTypes(…);        // once package runtime is there
//   RunResult r = vm.scheduler().run(vm.scheduler().newGoroutine(module's main function->closure()));
//
// Ownership: refers to the Vm and the Module, which outlive it. Its pseudo-functions (see Frame.h) are its own.
// Thread safety: as the scheduler's (one thread at a time while there is one worker).
#pragma once

#include "runtime/panic/Panic.h"
#include "runtime/sched/Executor.h"
#include "runtime/sched/Goroutine.h"
#include "vm/bytecode/Module.h"
#include "vm/interp/Frame.h"

#include <map>
#include <memory>
#include <unordered_map>
#include <utility>

namespace gossamer {

class Vm;
struct Machine;

class Interpreter final : public Executor {
public:
  Interpreter(Vm& vm, Module& module);
  ~Interpreter() override;
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  void setRuntimeTypes(RuntimeTypes* types) { runtimeTypes_ = types; }
  Module& module() const { return module_; }
  Vm& vm() const { return vm_; }

  // Executor.
  void start(Goroutine& g, Closure* entry) override;
  RunOutcome run(Worker& worker, Goroutine& g) override;
  void visitStack(Goroutine& g, RootVisitor& visitor) override;
  void visitGlobals(RootVisitor& visitor) override;
  void appendTrace(const Goroutine& g, std::string& out) override;
  void reportFatal(Worker& worker, std::string_view message, TraceScope scope) override;
  size_t callers(const Goroutine& g, size_t skip, std::span<const void*> pcs) override;
  std::vector<TraceFrame> describe(const void* pc) override;
  Closure* callAdapter(size_t resultSlots, size_t paramSlots) override;
  Function* frameAdapter(const TypeInfo* type) override;
  Closure* bindMethod(AllocCache& alloc, const TypeInfo* type, const TypeInfo* receiver, Closure* method,
                      const Slot* slots) override;
  void forget(Goroutine& g) override;

private:
  friend struct Machine;
  friend class Unwinder;

  /// Code and identity of the machine's own frames.
  struct PseudoFunction {
    Function function;
    Word code[2];
    void set(std::string name, uint32_t frameSlots, std::initializer_list<Word> words);
  };

  /// A function of this func type whose closures bindMethod makes.
  Function* bindAdapter(const TypeInfo* type, const TypeInfo* receiver);

  Vm& vm_;
  Module& module_;
  RuntimeTypes* runtimeTypes_ = nullptr;
  PseudoFunction bottom_;      ///< slot 0: the closure that the goroutine is to call
  PseudoFunction chunkSwitch_; ///< slot 0: the window in the old chunk, slot 1: the function called
  PseudoFunction panic_;       ///< slot 0: its PanicRecord; then a window for one deferred call, or one of Error
  PseudoFunction goexit_;      ///< the same for runtime.Goexit
  std::unique_ptr<Machine> machine_; ///< of the one worker
  std::map<std::pair<size_t, size_t>, Function*> callAdapters_; ///< by slots of results and parameters
  std::unordered_map<const TypeInfo*, Function*> frameAdapters_;
  std::map<std::pair<const TypeInfo*, const TypeInfo*>, Function*> bindAdapters_; ///< by func type and receiver
};

/// Heap shape of a function's closures, made when it is first asked for.
const Shape* closureShapeOf(Function& function, ShapeTable& shapes);

} // namespace gossamer
