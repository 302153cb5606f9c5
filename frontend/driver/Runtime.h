// The VM behind an engine, and the lowering that feeds it: made when a program is about to run.
//
// Packages are initialised once each, imported ones first. A program runs as one goroutine: all initialisers, then main.
// Documents run cell by cell, each as a new main goroutine beside those that earlier cells left.
#pragma once

#include "frontend/driver/EngineImpl.h"
#include "frontend/lower/Lowering.h"
#include "runtime/panic/Panic.h"
#include "runtime/sched/Vm.h"
#include "vm/bytecode/Module.h"
#include "vm/interp/Interpreter.h"

#include <initializer_list>
#include <string>
#include <unordered_set>
#include <vector>

namespace gossamer {

class Runtime final : RuntimeTypes, LazyCompiler {
public:
  explicit Runtime(Engine::Impl& engine);
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  /// Initialises everything the checked program imports and runs its main.
  Exit run(sema::Package& main);
  /// What running the cell means: the initialisers of newly imported packages, the cell's own, its items (or what defines
  /// functions in it, if it failed), its func main. Empty with `error` set if it cannot be compiled.
  std::vector<Function*> compileCell(sema::Package& document, const sema::Checker::CellResult& cell, std::string& error);
  /// Runs the functions one after another as a main goroutine.
  Exit runFunctions(const std::vector<Function*>& functions);

  /// From any thread.
  void requestStop() { vm_.scheduler().requestStop(1); }

  /// What could not be lowered, or not well, goes to `problems`, a line each.
  std::string dumpBytecode(sema::Package& package, std::vector<std::string>& problems);

private:
  const TypeInfo* errorType(TrapCarrier carrier) override;
  /// Lowers the function and verifies what came of it (Options::verifyBytecode).
  bool compile(Function& function, std::string& error) override;

  /// Appends the init functions of packages not yet initialised.
  void appendInitialisers(std::vector<Function*>& functions);
  Engine::Impl& engine_;
  Module module_;
  Vm vm_;
  Lowering lowering_;
  Interpreter interpreter_;
  size_t initialised_ = 0; ///< how many of the loader's packages are
};

} // namespace gossamer
