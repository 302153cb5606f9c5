// From checked syntax trees to bytecode: one Lowering for each VM's program.
//
//   Lowering lowering({checker, sources, types, module, [&](std::string_view name) { return registry.native(name); }});
//   module.setCompiler(&lowering);          // functions are lowered when first called
//   types.setMethodResolver(&lowering);     // method tables are made when first needed
//   for (Package* p : packages) run(lowering.initFunction(p));   // imported packages before importing ones
//   run(lowering.mainFunction(main));
//
// A Function exists as soon as something refers to it (its signature is known, so calls of it can be lowered) and is lowered
// by `compile`, the LazyCompiler hook, which for library functions first has the checker parse and check the body. Package
// variables are Globals of the module, made on first mention. Nothing here runs Go code.
//
// What is decided where: TypeReps (layout, descriptors), Instances (type parameters), Escape (frame or heap), FunctionLowerer (code of one function),
// Thunks (receivers unboxed, promoted methods, method values, the closures of go and defer).
//
// Thread safety: every entry point takes the compile lock, a recursive mutex; the machine's workers may call `compile` and
// `methodsOf` at any time. The checker is used under the same lock (`lock()` for the driver).
#pragma once

#include "frontend/sema/Checker.h"
#include "frontend/source/SourceFile.h"
#include "runtime/type/TypeTable.h"
#include "vm/bytecode/Module.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

namespace lower {
class Program;
}

struct LoweringInput {
  sema::Checker& checker;
  const SourceManager& sources;
  TypeTable& types;
  Module& module;
  // The native of a library function without a body, by full name ("strings.IndexByte", "sync.(*Mutex).Lock"); null if
  // there is none (calling it is then a fatal error).
  std::function<NativeFn(std::string_view)> native;
  // The name that traces and runtime.Caller show for a source file (gc shows absolute paths); null: its own.
  std::function<std::string(const std::string& fileName)> traceName = nullptr;
  // Called where func main returns, before its deferred calls and while its variables are in scope; null: nothing is.
  NativeFn mainReturns = nullptr;
  // Small leaf functions are inlined; off for debugging.
  bool inlining = true;
};

class Lowering final : public LazyCompiler, public MethodResolver {
public:
  explicit Lowering(LoweringInput input);
  ~Lowering();
  Lowering(const Lowering&) = delete;
  Lowering& operator=(const Lowering&) = delete;

  // A func() that runs the package's variable initialisers in the checker's order, then its init functions. Null if there is
  // nothing to run. Imported packages are the caller's business.
  Function* initFunction(sema::Package* package);
  // func main; null if the package has none.
  Function* mainFunction(sema::Package* package);

  // Of package-level declarations, for the machine's well-known names: lookupType("runtime", "boundsError"),
  // lookupFunction("runtime", "(*TypeAssertionError).Error"). Null if the package was not checked or lacks the name.
  const TypeInfo* lookupType(std::string_view packagePath, std::string_view name);
  Function* lookupFunction(std::string_view packagePath, std::string_view name);
  // The storage of a package variable, and its type's descriptor; null if there is none.
  const Global* lookupVariable(std::string_view packagePath, std::string_view name);

  // A declared function.
  Function* function(sema::Object* object);

  // A document's cell as a func(): its items in order, its top-level variables globals of the document. Lowered at once;
  // null with `error` set if that is not possible.
  Function* compileCell(sema::Package* document, const sema::Checker::CellResult& cell, std::string& error);

  // Lowers everything declared in the package (dump --bytecode). Functions made on the way (literals, thunks) as well. Those
  // that could not be lowered are not among the answer; `errors` says why, in a line each.
  std::vector<Function*> compileAll(sema::Package* package, std::vector<std::string>& errors);

  // The descriptor of a checker's type.
  const TypeInfo* typeInfo(sema::Type* type);

  std::unique_lock<std::recursive_mutex> lock();

  // LazyCompiler
  bool compile(Function& function, std::string& error) override;
  // MethodResolver
  std::vector<TypeMethod> methodsOf(const TypeInfo* type) override;

private:
  std::recursive_mutex mutex_;
  std::unique_ptr<lower::Program> program_;
};

} // namespace gossamer
