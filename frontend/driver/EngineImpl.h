// What an Engine holds: the front end of one program and the VM it runs on.
#pragma once

#include "frontend/ast/Arena.h"
#include "frontend/ast/Symbol.h"
#include "frontend/driver/Loader.h"
#include "frontend/sema/Checker.h"
#include "frontend/source/Diagnostic.h"
#include "frontend/source/SourceFile.h"
#include "gossamer/Engine.h"
#include "gossamer/Host.h"

#include <memory>
#include <mutex>
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
  int goMinor = 26;
  std::string startupProblem; ///< of the options; reported by the first compilation

  SourceManager sources;
  Arena arena;
  SymbolTable symbols;
  DiagnosticEngine diagnostics{sources};
  ParseContext context{arena, symbols, diagnostics};
  Loader loader{context, sources};
  sema::Checker checker{context, loader};
  sema::Package* package = nullptr;
  std::unordered_set<std::string> filesRead; ///< names of sources that are paths

private:
  std::vector<ast::File*> parse(std::vector<Source> given);
  void checkPackageNames(std::span<ast::File* const> files);
  void requireMain(std::span<ast::File* const> files);

  std::once_flag runtimeMade_;
  std::unique_ptr<Runtime> runtime_;
};

} // namespace gossamer
