#include "gossamer/Engine.h"

#include "frontend/driver/EngineImpl.h"
#include "frontend/driver/Inputs.h"
#include "frontend/driver/Runtime.h"
#include "frontend/lex/Lexer.h"

#include <charconv>
#include <filesystem>
#include <utility>

namespace gossamer {
namespace {

constexpr int kNewestMinor = 26, kOldestMinor = 1;

/// "go1.21" and "go1.21.3" give 21; -1 for anything else.
int minorOfVersion(std::string_view text) {
  if (!text.starts_with("go1.")) return -1;
  int minor = -1;
  auto [end, error] = std::from_chars(text.data() + 4, text.data() + text.size(), minor);
  bool whole = end == text.data() + text.size() || *end == '.';
  return error == std::errc() && whole && minor >= kOldestMinor ? minor : -1;
}

} // namespace

std::string_view version() { return GOSSAMER_VERSION; }
std::string_view goVersion() { return "go1.26"; }

Engine::Impl::Impl(Options given) : options(std::move(given)), host(options.host) {
  if (!host) {
    ownedHost = systemHost({"gossamer"});
    host = ownedHost.get();
  }
  loader.setChecker(checker);
  if (options.allowMissingBodies) checker.allowMissingBodies();
  if (!options.languageVersion.empty()) {
    goMinor = minorOfVersion(options.languageVersion);
    if (goMinor < 0)
      startupProblem = "invalid value \"" + options.languageVersion + "\" for -lang: should be something like \"go1.21\"";
    else if (goMinor > kNewestMinor)
      startupProblem = "invalid value \"" + options.languageVersion + "\" for -lang: max known version is \"go1.26\"";
  }
  if (std::string error; !options.libraryRoot.empty() && !loader.useDirectory(options.libraryRoot, error))
    startupProblem = error;
}

Engine::Impl::~Impl() = default;

std::string Engine::Impl::traceName(const std::string& name) const {
  if (!filesRead.contains(name)) return name;
  std::error_code error;
  std::filesystem::path path = std::filesystem::absolute(name, error);
  return error ? name : path.lexically_normal().string();
}

Runtime& Engine::Impl::runtime() {
  if (!runtime_) {
    runtime_ = std::make_unique<Runtime>(*this);
    published_ = runtime_.get(); // E1
    if (stopRequested_.exchange(false)) runtime_->requestStop();
  }
  return *runtime_;
}

std::vector<ast::File*> Engine::Impl::parse(std::vector<Source> given) {
  std::vector<ast::File*> files;
  for (Source& source : given) {
    SourceFile* file = sources.add(std::move(source.name), std::move(source.text));
    if (!file) {
      diagnostics.error(Pos(), DiagCode::General, "the program is larger than 4 GB");
      break;
    }
    files.push_back(parseFile(context, *file));
  }
  return files;
}

void Engine::Impl::checkPackageNames(std::span<ast::File* const> files) {
  for (ast::File* file : files)
    if (file->package && files[0]->package && file->package->name != files[0]->package->name)
      diagnostics.error(file->package->pos, DiagCode::General,
                        "package " + std::string(file->package->name.view()) + "; expected package " +
                            std::string(files[0]->package->name.view()));
}

void Engine::Impl::requireMain(std::span<ast::File* const> files) {
  if (package->name.view() != "main") {
    diagnostics.error(files[0]->package->pos, DiagCode::General,
                      "package " + std::string(package->name.view()) + " is not a main package");
    return;
  }
  const sema::Object* main = package->scope->lookup(symbols.intern("main"));
  if (!main || !main->isFunc())
    diagnostics.error(Pos(), DiagCode::General, "function main is undeclared in the main package");
}

Compilation Engine::Impl::compile(std::vector<Source> given, Goal goal) {
  Compilation result;
  if (!startupProblem.empty()) addProblem(result, startupProblem);
  else if (package) addProblem(result, "an engine compiles one program");
  else if (given.empty()) addProblem(result, "no Go files listed");
  if (!result.ok()) return result;

  std::vector<ast::File*> files = parse(std::move(given));
  checkPackageNames(files);
  // gc goes on to types after a malformed token, but not after a syntax error.
  if (diagnostics.syntaxErrorCount() == 0 && files[0]->package) {
    std::string path = std::string(files[0]->package->name.view());
    package = checker.checkPackage({.path = path, .files = files, .goMinor = goMinor});
    if (goal == Goal::Program && !diagnostics.hasErrors()) requireMain(files);
  }
  takeMessages(result);
  runnable = goal == Goal::Program && result.ok();
  return result;
}

Message Engine::Impl::messageOf(const Diagnostic& diagnostic) const {
  Message message;
  message.kind = diagnostic.severity == Severity::Error ? MessageKind::Error : MessageKind::Warning;
  message.text = diagnostic.message;
  for (size_t at = 0; (at = message.text.find('\n', at)) != std::string::npos; at += 2) message.text.insert(at + 1, "\t");
  Location place = sources.locate(diagnostic.pos);
  if (place.file) {
    message.file = place.file->name();
    message.line = place.line;
    message.column = place.column;
    message.sourceLine = place.file->lineText(place.line);
  }
  for (const Note& note : diagnostic.notes)
    message.notes.push_back(note.pos ? sources.describe(note.pos) + ": " + note.message : note.message);
  return message;
}

void Engine::Impl::takeMessages(Compilation& result) {
  unsigned errors = 0;
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    if (diagnostic->severity == Severity::Error && options.maxErrors && errors++ == options.maxErrors) {
      result.tooMany = true;
      break;
    }
    result.messages.push_back(messageOf(*diagnostic));
  }
  result.failed |= diagnostics.hasErrors();
  diagnostics.clear();
}

Exit Engine::Impl::run() {
  if (!std::exchange(runnable, false)) return {ExitKind::Fatal, 2};
  return runtime().run(*package);
}

void Engine::Impl::requestStop() {
  stopRequested_ = true; // E2
  if (Runtime* runtime = published_)
    if (stopRequested_.exchange(false)) runtime->requestStop();
}

std::string Engine::Impl::dump(DumpKind kind, const std::vector<std::string>& paths, Compilation& result) {
  std::vector<Source> given = readInputs(paths, result);
  if (!result.ok()) return {};
  std::string out;
  if (kind == DumpKind::Tokens) {
    for (Source& source : given)
      if (SourceFile* file = sources.add(std::move(source.name), std::move(source.text)))
        out += dumpTokens(*file, diagnostics);
    takeMessages(result);
    return out;
  }
  if (kind == DumpKind::Ast) {
    for (ast::File* file : parse(std::move(given))) out += ast::dump(*file, &sources);
    takeMessages(result);
    return out;
  }
  result = compile(std::move(given), Goal::Package);
  if (kind == DumpKind::Types && package) return sema::dumpTypes(*package, sources);
  if (!result.ok()) return {};
  std::vector<std::string> problems;
  out = runtime().dumpBytecode(*package, problems);
  for (std::string& problem : problems) addProblem(result, std::move(problem));
  return out;
}

Engine::Engine(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Engine::~Engine() = default;

Compilation Engine::compile(std::vector<Source> sources, Goal goal) { return impl_->compile(std::move(sources), goal); }

Compilation Engine::compileFiles(const std::vector<std::string>& paths, Goal goal) {
  Compilation problems;
  std::vector<Source> sources = readInputs(paths, problems);
  for (const Source& source : sources)
    if (source.name != kStdinName) impl_->filesRead.insert(source.name);
  return problems.ok() ? impl_->compile(std::move(sources), goal) : problems;
}

Exit Engine::run() { return impl_->run(); }
void Engine::requestStop() { impl_->requestStop(); }

std::string Engine::dump(DumpKind kind, const std::vector<std::string>& paths, Compilation& result) {
  return impl_->dump(kind, paths, result);
}

} // namespace gossamer
