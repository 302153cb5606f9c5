#include "CommandLine.h"
#include "gossamer/Vet.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>

namespace gossamer {
namespace {

constexpr std::array<std::string_view, 6> kCommands = {"run", "check", "vet", "dump", "book", "version"};
constexpr std::array<std::string_view, 7> kFlagsWithValue = {"tags", "lang",      "seed",   "memory-limit",
                                                             "gc-stress", "stdlib", "report-end"};

bool isGoFile(std::string_view name) { return name.size() > 3 && name.substr(name.size() - 3) == ".go"; }

/// Turns Go's `-lang=go1.21` into `--lang=go1.21` and puts `run` before a bare file, up to the first operand: what follows
/// belongs to the program.
std::vector<std::string> normalise(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  size_t at = 0;
  if (!arguments.empty()) {
    const std::string& first = arguments.front();
    bool isCommand = std::find(kCommands.begin(), kCommands.end(), first) != kCommands.end();
    if (isCommand) at = 1;
    else if (first == "-" || isGoFile(first) || (first.find('/') != std::string::npos && first[0] != '-')) {
      arguments.insert(arguments.begin(), "run");
      at = 1;
    } else if (first == "help") {
      arguments.erase(arguments.begin());
      arguments.emplace_back("--help");
    }
  }
  for (; at < arguments.size(); ++at) {
    std::string& argument = arguments[at];
    if (argument == "--" || argument == "-" || argument.empty() || argument[0] != '-') break;
    if (argument.size() > 2 && argument[1] != '-') argument.insert(0, "-");
    std::string_view name = std::string_view(argument).substr(argument.find_first_not_of('-'));
    if (std::find(kFlagsWithValue.begin(), kFlagsWithValue.end(), name) != kFlagsWithValue.end()) ++at;
  }
  return arguments;
}

/// Splits operands as `go run` does: leading .go files (or one directory, or `-`), then the program's arguments.
int takeOperands(const CLI::App& command, bool programFollows, CommandLine& line) {
  std::vector<std::string> operands = command.remaining();
  if (!operands.empty() && operands.front() == "--") operands.erase(operands.begin());
  else if (!operands.empty() && operands.front().size() > 1 && operands.front()[0] == '-') {
    std::fprintf(stderr, "gossamer %s: flag provided but not defined: %s\nRun 'gossamer %s --help' for usage.\n",
                 command.get_name().c_str(), operands.front().c_str(), command.get_name().c_str());
    return 2;
  }
  if (operands.empty()) {
    std::fprintf(stderr, "gossamer %s: no Go files listed\nRun 'gossamer %s --help' for usage.\n",
                 command.get_name().c_str(), command.get_name().c_str());
    return 2;
  }
  auto end = operands.begin() + 1;
  if (!programFollows) end = operands.end();
  else if (isGoFile(operands.front()))
    end = std::find_if_not(operands.begin(), operands.end(), [](const std::string& name) { return isGoFile(name); });
  line.files.assign(operands.begin(), end);
  line.programArguments.assign(end, operands.end());
  return CommandLine::kGoOn;
}

void addLanguageFlag(CLI::App* command, Options& options) {
  command->add_option("--lang", options.languageVersion, "language version to accept, such as go1.21")->type_name("goX.Y");
}

void addCompileFlags(CLI::App* command, Options& options) {
  addLanguageFlag(command, options);
  command->add_flag_callback("-e", [&options] { options.maxErrors = 0; }, "report every error, not only the first ten");
  command->add_option("--tags", options.tags, "build tags that hold besides the platform's, separated by commas")->type_name("LIST");
  command->add_option("--stdlib", options.libraryRoot, "read the Go library from this folder instead of the built-in copy")
      ->type_name("DIR");
}

void addRunFlags(CLI::App* command, Options& options) {
  command->add_flag("--virtual-time", options.virtualTime,
                    "when every goroutine is blocked, let the clock jump to the next timer");
  command->add_option("--seed", options.seed, "fix every random choice of the runtime")->type_name("N");
  command->add_option("--memory-limit", options.memoryLimit, "greatest size of the Go heap, such as 512MB")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE");
  command->add_option("--gc-stress", options.collectEvery, "collect at every N-th allocation, to bring out bugs")
      ->type_name("N");
  command->add_flag("--verify", options.verifyBytecode, "verify the bytecode of every function before it runs, to bring out bugs");
}

/// A flag for each analyzer, as go vet has them: those asked for are run, or all but those turned off.
class AnalyzerFlags {
public:
  explicit AnalyzerFlags(CLI::App& command) {
    for (const Analyzer& analyzer : analyzers()) {
      Flag& flag = flags_.emplace_back();
      flag.name = analyzer.name;
      flag.option = command.add_flag("--" + flag.name, flag.on, std::string(analyzer.doc))->group("Analyzers");
    }
  }

  std::vector<std::string> chosen() const {
    bool named = std::any_of(flags_.begin(), flags_.end(), [](const Flag& flag) { return flag.on; });
    std::vector<std::string> out;
    for (const Flag& flag : flags_)
      if (named ? flag.on : flag.option->count() == 0) out.push_back(flag.name);
    return out;
  }

private:
  struct Flag {
    std::string name;
    bool on = false;
    CLI::Option* option = nullptr;
  };
  std::deque<Flag> flags_; // CLI11 keeps references
};

} // namespace

int parseCommandLine(int argc, char** argv, CommandLine& line) {
  CLI::App app{"Gossamer runs Go programs straight from source.", "gossamer"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "gossamer version " + std::string(version()));
  app.footer("'gossamer FILE.go' is short for 'gossamer run FILE.go'. Flags take one dash or two.\n"
             "Exit status: the program's own; 1 when it does not compile, 2 for wrong usage, a panic or a deadlock, "
             "130 after Ctrl-C.");

  CLI::App* run = app.add_subcommand("run", "compile and run a program: FILE.go... | DIR | - [arguments]");
  CLI::App* check = app.add_subcommand("check", "report what is wrong: FILE.go... | DIR... | DIR/... | -");
  CLI::App* vet = app.add_subcommand("vet", "report what is probably wrong: FILE.go... | DIR... | DIR/... | -");
  CLI::App* dump = app.add_subcommand("dump", "print what a phase of compilation makes of the files");
  CLI::App* book = app.add_subcommand("book", "evaluate the Go blocks of a Markdown document in order");
  CLI::App* version = app.add_subcommand("version", "print the version");
  for (CLI::App* command : {run, check, vet, dump, book}) {
    command->prefix_command();
    addCompileFlags(command, line.options);
  }
  AnalyzerFlags analyzerFlags(*vet);
  vet->footer("Without analyzer flags all analyzers run; -NAME runs only those named, -NAME=false all others.\n"
              "Exit status: 1 when something is found or the package does not compile, 2 for wrong usage.");
  for (CLI::App* command : {run, check, vet, dump})
    command->add_flag("--incomplete", line.options.allowMissingBodies,
                      "functions may lack a body, as in packages whose other half is assembly");
  for (CLI::App* command : {run, book}) addRunFlags(command, line.options);
  run->add_flag("--leaks", line.options.reportLeaks,
                "report goroutines that are blocked for ever when main returns, and explain deadlocks");
  run->add_option("--report-end", line.reportEnd, "write how the run ended to this file descriptor")
      ->check(CLI::NonNegativeNumber)
      ->type_name("FD");
  book->add_flag("--fix", line.fix, "apply corrections of evident misprints, and say so");
  bool tokens = false, ast = false, types = false, bytecode = false;
  auto* kinds = dump->add_option_group("what", "one of");
  kinds->add_flag("--tokens", tokens, "the tokens");
  kinds->add_flag("--ast", ast, "the syntax tree");
  kinds->add_flag("--types", types, "the types and constants of expressions");
  kinds->add_flag("--bytecode", bytecode, "the bytecode");
  kinds->require_option(1);

  std::vector<std::string> arguments = normalise(argc, argv);
  if (!arguments.empty() && !arguments.front().starts_with("-") &&
      std::find(kCommands.begin(), kCommands.end(), arguments.front()) == kCommands.end()) {
    std::fprintf(stderr, "gossamer %s: unknown command\nRun 'gossamer --help' for usage.\n", arguments.front().c_str());
    return 2;
  }
  if (arguments.empty()) {
    std::fputs(app.help().c_str(), stderr);
    return 2;
  }
  std::reverse(arguments.begin(), arguments.end()); // CLI11 takes a vector from its end
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }

  line.dumpKind = tokens ? DumpKind::Tokens : ast ? DumpKind::Ast : types ? DumpKind::Types : DumpKind::Bytecode;
  if (*version) {
    line.command = Command::Version;
    return CommandLine::kGoOn;
  }
  CLI::App* chosen = *run ? run : *check ? check : *vet ? vet : *dump ? dump : book;
  line.command = *run ? Command::Run : *check ? Command::Check : *vet ? Command::Vet : *dump ? Command::Dump : Command::Book;
  if (*vet) line.analyzers = analyzerFlags.chosen();
  return takeOperands(*chosen, chosen == run, line);
}

} // namespace gossamer
