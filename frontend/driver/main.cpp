// The gossamer command: the first client of include/gossamer, and nothing else of ours is included here.
#include "CommandLine.h"
#include "gossamer/Document.h"
#include "gossamer/Engine.h"
#include "gossamer/Host.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace gossamer;

namespace {

constexpr int kFailed = 1, kUsage = 2, kInterrupted = 130;

Colour colourFor(int fd) {
  const char* noColour = std::getenv("NO_COLOR");                       // NOLINT(concurrency-mt-unsafe)
  const char* terminal = std::getenv("TERM");                           // NOLINT(concurrency-mt-unsafe)
  bool dumb = !terminal || std::string_view(terminal) == "dumb";
  return isatty(fd) && !(noColour && *noColour) && !dumb ? Colour::Always : Colour::Never;
}

/// Ends the program on Ctrl-C: first by asking the VM, and after a grace period, should it be inside a blocking call, by force.
class InterruptWatch {
public:
  explicit InterruptWatch(Engine& engine, Host& host) {
    sigset_t interrupts;
    sigemptyset(&interrupts);
    sigaddset(&interrupts, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);
    std::thread([&engine, &host, interrupts] {
      int signal = 0;
      sigwait(&interrupts, &signal);
      engine.requestStop();
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      host.flush();
      _exit(kInterrupted);
    }).detach();
  }
};

int report(const Compilation& result) {
  std::fputs(result.text(colourFor(STDERR_FILENO)).c_str(), stderr);
  return result.ok() ? 0 : kFailed;
}

/// Tells what an exit status does not: a program that returned from main and one that called os.Exit(0) or panicked and
/// os.Exit(2) are told apart. The descriptor is none of the program's: its children do not get it.
class EndReport {
public:
  explicit EndReport(int fd) : fd_(fd) {
    if (fd_ >= 0) fcntl(fd_, F_SETFD, FD_CLOEXEC);
  }
  void write(const std::string& how) const {
    if (fd_ < 0) return;
    std::string text = how + "\n";
    if (::write(fd_, text.data(), text.size()) != ssize_t(text.size())) std::perror("gossamer run: --report-end");
  }
  static std::string textFor(const Exit& exit) {
    switch (exit.kind) {
    case ExitKind::Returned: return "returned";
    case ExitKind::Exited: return "exited " + std::to_string(exit.exitCode);
    case ExitKind::Panicked: return "panicked";
    case ExitKind::Fatal: return "fatal";
    case ExitKind::Stopped: return "stopped";
    }
    return {};
  }

private:
  int fd_;
};

int run(const CommandLine& line) {
  EndReport end(line.reportEnd);
  std::vector<std::string> arguments{line.files.front()};
  arguments.insert(arguments.end(), line.programArguments.begin(), line.programArguments.end());
  std::unique_ptr<Host> host = systemHost(std::move(arguments));
  Options options = line.options;
  options.host = host.get();
  // The process ends right after the run: what the engine holds goes with it, and taking it apart would only cost time.
  auto* engine = new Engine(options);
  if (int failed = report(engine->compileFiles(line.files))) {
    end.write("rejected");
    return failed;
  }
  InterruptWatch watch(*engine, *host);
  Exit exit = engine->run();
  host->flush();
  std::fflush(stderr);
  end.write(EndReport::textFor(exit));
  _exit(exit.kind == ExitKind::Stopped ? kInterrupted : exit.exitCode);
}

int check(const CommandLine& line) {
  Options options = line.options;
  Engine engine(options);
  return report(engine.compileFiles(line.files, Goal::Package));
}

/// The path relative to the working folder if that is shorter, without "./" in front: how go vet names files.
std::string shortPath(const std::string& path) {
  namespace fs = std::filesystem;
  std::string normal = fs::path(path).lexically_normal().string();
  std::error_code error;
  if (!normal.starts_with('/')) return normal;
  fs::path here = fs::current_path(error);
  std::string relative = error ? normal : fs::path(normal).lexically_relative(here).string();
  return !relative.empty() && relative.size() < normal.size() ? relative : normal;
}

int vet(const CommandLine& line) {
  if (line.analyzers.empty()) return 0; // all were turned off
  Engine engine(line.options);
  Colour colour = colourFor(STDERR_FILENO);
  Compilation compiled = engine.compileFiles(line.files, Goal::Package);
  for (Message& message : compiled.messages) {
    if (!message.file.empty()) message.file = shortPath(message.file);
    std::fprintf(stderr, "%s%s", message.file.empty() ? "" : "vet: ", render(message, colour).c_str());
  }
  if (compiled.tooMany) std::fputs("too many errors\n", stderr);
  std::vector<Message> findings = engine.vet(line.analyzers);
  for (Message& finding : findings) {
    finding.file = shortPath(finding.file);
    std::fputs(render(finding, colour).c_str(), stderr);
  }
  return compiled.ok() && findings.empty() ? 0 : kFailed;
}

int dump(const CommandLine& line) {
  Engine engine(line.options);
  Compilation result;
  std::string text = engine.dump(line.dumpKind, line.files, result);
  std::fputs(text.c_str(), stdout);
  return report(result);
}

const char* wordFor(CellState state) {
  switch (state) {
  case CellState::Evaluated: return "evaluated";
  case CellState::EvaluatedWithFixes: return "evaluated with fixes";
  case CellState::Failed: return "failed";
  }
  return "";
}

int book(const CommandLine& line) {
  std::unique_ptr<Host> host = systemHost({line.files.front()});
  Options options = line.options;
  options.host = host.get();
  options.maxErrors = 0;
  auto* engine = new Engine(options);
  InterruptWatch watch(*engine, *host);
  Document document(*engine);
  Colour colour = colourFor(STDERR_FILENO);
  DocumentOptions how;
  how.fix = line.fix;
  how.onChecked = [&](const CellResult& cell) {
    host->flush();
    for (const std::string& fix : cell.fixes) std::fprintf(stderr, "%s\n", fix.c_str());
    for (const Message& message : cell.messages) std::fputs(render(message, colour).c_str(), stderr);
  };
  Compilation problems;
  std::vector<CellResult> cells = document.evaluate(line.files.front(), how, problems);
  host->flush();
  if (report(problems)) return kFailed;
  bool failed = false, stopped = false;
  std::fprintf(stderr, "\n%s: %zu block%s\n", line.files.front().c_str(), cells.size(), cells.size() == 1 ? "" : "s");
  for (const CellResult& cell : cells) {
    std::fprintf(stderr, "  block %2u, line %4u: %s", cell.number, cell.line, wordFor(cell.state));
    if (cell.exit.kind == ExitKind::Stopped) std::fputs(" (interrupted)", stderr);
    else if (cell.exit.kind != ExitKind::Returned) std::fprintf(stderr, " (exit status %d)", cell.exit.exitCode);
    std::fputs("\n", stderr);
    failed |= cell.state == CellState::Failed;
    stopped |= cell.exit.kind == ExitKind::Stopped;
  }
  std::fflush(stderr);
  _exit(stopped ? kInterrupted : failed ? kFailed : 0);
}

} // namespace

int main(int argc, char** argv) {
  CommandLine line;
  if (int outcome = parseCommandLine(argc, argv, line); outcome != CommandLine::kGoOn) return outcome;
  switch (line.command) {
  case Command::Run: return run(line);
  case Command::Check: return check(line);
  case Command::Vet: return vet(line);
  case Command::Dump: return dump(line);
  case Command::Book: return book(line);
  case Command::Version:
    std::printf("gossamer version %.*s, language %.*s\n", int(version().size()), version().data(),
                int(goVersion().size()), goVersion().data());
    return 0;
  }
  return kUsage;
}
