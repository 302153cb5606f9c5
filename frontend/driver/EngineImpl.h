// What an Engine holds: the front end of one program and the VM it runs on.
#pragma once

#include "frontend/ast/Arena.h"
#include "frontend/ast/Symbol.h"
#include "frontend/driver/Loader.h"
#include "frontend/load/PackageGraph.h"
#include "frontend/sema/Checker.h"
#include "frontend/source/Diagnostic.h"
#include "frontend/source/SourceFile.h"
#include "gossamer/Engine.h"
#include "gossamer/Host.h"

#include <atomic>
#include <memory>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace gossamer {

class Runtime;

class Engine::Impl {
public:
  explicit Impl(Options given);
  ~Impl();

  Compilation compile(std::vector<Source> given, Goal goal);
  Compilation compileFiles(const std::vector<std::string>& paths, Goal goal);
  std::vector<Message> vet(const std::vector<std::string>& analyzers);
  Exit run();
  void requestStop();
  std::string dump(DumpKind kind, const std::vector<std::string>& paths, Compilation& result);

  /// Moves what the diagnostics hold into `result`, sorted and limited.
  void takeMessages(Compilation& result);
  Message messageOf(const Diagnostic& diagnostic) const;
  /// A source's name as traces show it: absolute, as gc does, if it was read from a file.
  std::string traceName(const std::string& name) const;
  /// The VM, made on first use. From any thread.
  Runtime& runtime();

  Options options;
  std::unique_ptr<Host> ownedHost;
  Host* host;
  int goMinor = load::kNewestGoMinor; ///< of code that belongs to no module
  load::FileSystem files;
  std::string startupProblem; ///< of the options; reported by the first compilation

  SourceManager sources;
  Arena arena;
  SymbolTable symbols;
  DiagnosticEngine diagnostics{sources};
  ParseContext context{arena, symbols, diagnostics};
  Loader loader{context, sources};
  load::PackageGraph graph{context, sources, files, [this](std::string_view path) { return loader.isStandard(path); }};
  sema::Checker checker{context, loader};
  sema::Package* package = nullptr;
  std::unordered_set<std::string> filesRead; ///< names of sources that are paths
  bool runnable = false; ///< there is a program, and it has not run yet

private:
  /// Whether a compilation may begin; otherwise why not.
  bool mayCompile(Compilation& result) const;
  /// Checks what the graph's roots need, each package after those it imports.
  void build(Goal goal, Compilation& result);
  /// Null if an import of the package failed, or it cannot be looked at.
  sema::Package* check(load::Package& given);
  void checkPackageNames(std::span<ast::File* const> files);
  void requireMain(const load::Package& given);

  bool compiled_ = false; ///< a compilation was begun
  std::vector<const sema::Package*> checkedRoots_; ///< the packages named that have no errors
  std::unique_ptr<Runtime> runtime_;
  /// Rules of requestStop, which may come from another thread or a signal handler while run() makes the runtime
  /// (both sequentially consistent, so that one side sees the other):
  ///   E1 the engine's thread sets published_ to the finished runtime, then takes stopRequested_ and hands it on;
  ///   E2 requestStop sets stopRequested_, then looks at published_; if there is one it takes the request and hands it on.
  std::atomic<Runtime*> published_{nullptr};
  std::atomic<bool> stopRequested_{false};
};

} // namespace gossamer
