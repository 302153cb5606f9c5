// A Go virtual machine for a C++ host.
//
//   gossamer::Engine engine({});
//   gossamer::Compilation compiled = engine.compile({{"hello.go", source}});
//   if (!compiled.ok()) { std::fputs(compiled.text().c_str(), stderr); return 1; }
//   return engine.run().exitCode;
//
// An Engine holds one program: its sources, types, heap, goroutines and clock. Engines share nothing; any number may
// live in a process, each used by one thread at a time (`requestStop` alone may be called from any thread).
// No function here throws.
#pragma once

#include "gossamer/Options.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

/// A Go source text and the name it has in messages.
struct Source {
  std::string name;
  std::string text;
};

enum class MessageKind : uint8_t { Error, Warning };

/// One message about the source, worded as gc words it.
struct Message {
  MessageKind kind = MessageKind::Error;
  std::string file; ///< empty when the message has no place
  uint32_t line = 0, column = 0; ///< from 1; a column of 0 means the whole line, or one that a //line comment leaves unknown
  std::string text;
  std::string sourceLine;         ///< the line it is about, without its newline; empty when there is none
  std::vector<std::string> notes; ///< remarks that belong to it, such as: did you mean Println?
};

enum class Colour : uint8_t { Never, Always };

/// `file:line:col: text` and a newline; with colour also the source line and a caret.
std::string render(const Message& message, Colour colour);

/// What compiling gave: sorted messages, and whether a program came of it.
struct Compilation {
  std::vector<Message> messages;
  bool failed = false;
  bool tooMany = false; ///< there were more errors than Options::maxErrors

  bool ok() const { return !failed; }
  /// All messages as the command prints them.
  std::string text(Colour colour = Colour::Never) const;
};

enum class ExitKind : uint8_t {
  Returned, ///< main returned
  Exited,   ///< os.Exit was called
  Panicked, ///< a panic was not recovered; its report is on standard error
  Fatal,    ///< a fatal error such as a deadlock; its report is on standard error
  Stopped,  ///< requestStop was called
};

struct Exit {
  ExitKind kind = ExitKind::Returned;
  int exitCode = 0; ///< what a process would end with: 0, os.Exit's argument, or 2
};

/// What a compilation is for: a program needs package main with a main function, a package just has to be right.
enum class Goal : uint8_t { Program, Package };

enum class DumpKind : uint8_t { Tokens, Ast, Types, Bytecode };

class Engine {
public:
  explicit Engine(Options options = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Offers a package that exists only in memory to what is compiled afterwards: it is found by its import path, before
  /// any on disk, but a package of the standard library cannot be replaced. It is parsed only if it is imported.
  void addPackage(std::string importPath, std::vector<Source> sources);

  /// Parses and checks the files of one package and all it imports: from the library and from what addPackage
  /// offered. Nothing is read from disk. Once per Engine.
  Compilation compile(std::vector<Source> sources, Goal goal = Goal::Program);
  /// The same for what is read through the Host: files that make up a package, directories that are a package each, trees
  /// of them ("dir/..."), or standard input ("-"). Their imports are also looked for in the module that a go.mod in or above
  /// the directory describes, and in what it requires: replaced by local folders, in vendor/ or in the module cache.
  /// A program is one package: several roots are for Goal::Package.
  Compilation compileFiles(const std::vector<std::string>& paths, Goal goal = Goal::Program);

  /// What the analyzers of these names (gossamer/Vet.h; none: all of them) find in the packages named that
  /// compiled (not in what they import): messages in go vet's words, sorted by place.
  std::vector<Message> vet(const std::vector<std::string>& analyzers = {});

  /// Runs the compiled program to its end on the calling thread. Once per Engine: again, or without a program that
  /// compiled, it does nothing and answers Fatal.
  Exit run();

  /// Asks the running program to end at its next safepoint, or the one to be run not to begin. Safe from any thread and
  /// from a signal handler.
  void requestStop();

  /// A text of what a phase of compilation made of the sources given. Messages go to `result`.
  std::string dump(DumpKind kind, const std::vector<std::string>& paths, Compilation& result);

  class Impl;

private:
  friend class Document;
  std::unique_ptr<Impl> impl_;
};

/// The version of this library, such as "0.1.0", and the newest Go language version it speaks, such as "go1.26".
std::string_view version();
std::string_view goVersion();

} // namespace gossamer
