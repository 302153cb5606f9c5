#include "frontend/driver/Runtime.h"

#include "frontend/driver/InitialisationOrder.h"
#include "runtime/explain/WaitGraph.h"
#include "runtime/type/TypeTable.h"
#include "stdlib/Registry.h"
#include "vm/bytecode/Builder.h"
#include "vm/bytecode/Disassembler.h"
#include "vm/bytecode/Verifier.h"
#include "vm/interp/Frame.h"

namespace gossamer {
namespace {

VmOptions vmOptionsOf(const Options& options) {
  VmOptions result;
  result.seed = options.seed;
  result.virtualTime = options.virtualTime;
  result.memoryLimit = options.memoryLimit;
  result.explainWaits = options.reportLeaks;
  result.collectEvery = options.collectEvery;
  return result;
}

} // namespace

Runtime::Runtime(Engine::Impl& engine)
    : engine_(engine), vm_(*engine.host, vmOptionsOf(engine.options)),
      lowering_({engine.checker, engine.sources, vm_.types(), module_, stdlib::Library::findNative,
                 [&engine](const std::string& name) { return engine.traceName(name); },
                 engine.options.reportLeaks ? reportLeaks : nullptr}),
      interpreter_(vm_, module_) {
  if (engine.options.verifyBytecode) module_.setCompiler(this);
  else module_.setCompiler(&lowering_);
  module_.setZeroPlace(vm_.heap().zeroBase());
  vm_.types().setMethodResolver(&lowering_);
  // Runtime errors are values of types that package runtime declares, whether or not the program imports it.
  std::string error;
  engine_.loader.import("runtime", Pos(), error);
  interpreter_.setRuntimeTypes(this);
}

Runtime::~Runtime() = default;

const TypeInfo* Runtime::errorType(TrapCarrier carrier) {
  switch (carrier) {
  case TrapCarrier::BoundsError: return lowering_.lookupType("runtime", "boundsError");
  case TrapCarrier::ErrorString: return lowering_.lookupType("runtime", "errorString");
  case TrapCarrier::PlainError: return lowering_.lookupType("runtime", "plainError");
  case TrapCarrier::TypeAssertionError: return vm_.types().pointerTo(lowering_.lookupType("runtime", "TypeAssertionError"));
  case TrapCarrier::PanicNilError: return vm_.types().pointerTo(lowering_.lookupType("runtime", "PanicNilError"));
  default: return nullptr;
  }
}

bool Runtime::compile(Function& function, std::string& error) {
  if (!lowering_.compile(function, error)) return false;
  for (const std::string& problem : verify(function, &vm_.types())) error += "malformed bytecode: " + problem + "\n";
  return error.empty();
}

void Runtime::appendInitialisers(std::vector<Function*>& functions) {
  std::span<sema::Package* const> fresh = engine_.loader.loaded();
  for (sema::Package* package : initialisationOrder(fresh.subspan(initialised_)))
    if (Function* function = lowering_.initFunction(package)) functions.push_back(function);
  initialised_ = engine_.loader.loaded().size();
}

Exit Runtime::runFunctions(const std::vector<Function*>& functions) {
  Function* entry = module_.addFunction("runtime.main");
  entry->flags = kHiddenFrame;
  Builder builder(*entry);
  constexpr SlotIndex kWindow = 0;
  for (Function* function : functions) builder.emitCall(kWindow, function);
  builder.emitReturn();
  builder.finish(kFrameHeaderSlots);

  RunResult result = vm_.scheduler().run(vm_.scheduler().newGoroutine(entry->closure()));
  engine_.host->flush();
  switch (result.end) {
  case RunEnd::MainReturned: return {ExitKind::Returned, 0};
  case RunEnd::Stopped: return {ExitKind::Stopped, 0};
  case RunEnd::Exited: return {ExitKind::Exited, result.exitCode};
  case RunEnd::Panicked: return {ExitKind::Panicked, result.exitCode};
  case RunEnd::Fatal: return {ExitKind::Fatal, result.exitCode};
  }
  return {};
}

Exit Runtime::run(sema::Package& main) {
  std::vector<Function*> functions;
  appendInitialisers(functions);
  if (Function* function = lowering_.initFunction(&main)) functions.push_back(function);
  functions.push_back(lowering_.mainFunction(&main));
  return runFunctions(functions);
}

std::vector<Function*> Runtime::compileCell(sema::Package& document, const sema::Checker::CellResult& cell,
                                            std::string& error) {
  std::vector<Function*> functions;
  Function* body = lowering_.compileCell(&document, cell, error);
  if (!body) return functions;
  appendInitialisers(functions);
  for (sema::Object* init : cell.initFuncs) functions.push_back(lowering_.function(init));
  functions.push_back(body);
  if (cell.mainFunc) functions.push_back(lowering_.function(cell.mainFunc));
  return functions;
}

std::string Runtime::dumpBytecode(sema::Package& package, std::vector<std::string>& problems) {
  std::string out;
  for (Function* function : lowering_.compileAll(&package, problems)) {
    out += disassemble(*function) + "\n";
    for (const std::string& problem : verify(*function, &vm_.types()))
      problems.push_back("malformed bytecode of " + function->name + ": " + problem);
  }
  return out;
}

} // namespace gossamer
