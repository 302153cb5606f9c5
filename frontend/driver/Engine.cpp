#include "gossamer/Engine.h"

#include "frontend/driver/EngineImpl.h"
#include "frontend/driver/Inputs.h"
#include "frontend/driver/Runtime.h"
#include "frontend/lex/Lexer.h"

#include <utility>

namespace gossamer {
namespace {

/// "go1.21" and "go1.21.3" give 21; -1 for anything else.
int minorOfVersion(std::string_view text) {
  int minor = text.starts_with("go") ? load::goMinorOf(text.substr(2)) : -1;
  return minor >= 1 ? minor : -1;
}

} // namespace

std::string_view version() { return GOSSAMER_VERSION; }
std::string_view goVersion() { return "go1.26"; }

Engine::Impl::Impl(Options given)
    : options(std::move(given)), ownedHost(options.host ? nullptr : systemHost({"gossamer"})),
      host(options.host ? options.host : ownedHost.get()), files(*host) {
  loader.setChecker(checker);
  loader.setGraph(graph);
  graph.addTags(options.tags);
  if (options.allowMissingBodies) checker.allowMissingBodies();
  if (!options.languageVersion.empty()) {
    goMinor = minorOfVersion(options.languageVersion);
    graph.setGoMinor(goMinor);
    if (goMinor < 0)
      startupProblem =
          "invalid value \"" + options.languageVersion + "\" for -lang: should be something like \"go1.21\"";
    else if (goMinor > load::kNewestGoMinor)
      startupProblem =
          "invalid value \"" + options.languageVersion + "\" for -lang: max known version is \"go1.26\"";
  }
  if (std::string error; !options.libraryRoot.empty() && !loader.useDirectory(options.libraryRoot, error))
    startupProblem = error;
}

Engine::Impl::~Impl() = default;

std::string Engine::Impl::traceName(const std::string& name) const {
  return filesRead.contains(name) ? files.absolute(name) : name;
}

Runtime& Engine::Impl::runtime() {
  if (!runtime_) {
    runtime_ = std::make_unique<Runtime>(*this);
    published_ = runtime_.get(); // E1
    if (stopRequested_.exchange(false)) runtime_->requestStop();
  }
  return *runtime_;
}

void Engine::Impl::checkPackageNames(std::span<ast::File* const> files) {
  for (ast::File* file : files)
    if (file->package && files[0]->package && file->package->name != files[0]->package->name)
      diagnostics.error(file->package->pos, DiagCode::General,
                        "package " + std::string(file->package->name.view()) + "; expected package " +
                            std::string(files[0]->package->name.view()));
}

void Engine::Impl::requireMain(const load::Package& given) {
  if (package->name.view() != "main") {
    diagnostics.error(given.files[0]->package->pos, DiagCode::General,
                      "package " + std::string(package->name.view()) + " is not a main package");
    return;
  }
  const sema::Object* main = package->scope->lookup(symbols.intern("main"));
  if (!main || !main->isFunc())
    diagnostics.error(Pos(), DiagCode::General, "function main is undeclared in the main package");
}

bool Engine::Impl::mayCompile(Compilation& result) const {
  if (!startupProblem.empty())
    load::addProblem(result, startupProblem);
  else if (compiled_)
    load::addProblem(result, "an engine compiles one program");
  return result.ok();
}

Compilation Engine::Impl::compile(std::vector<Source> given, Goal goal) {
  Compilation result;
  if (!mayCompile(result)) return result;
  compiled_ = true;
  if (given.empty())
    load::addProblem(result, "no Go files listed");
  else
    graph.addTexts(std::move(given));
  build(goal, result);
  return result;
}

Compilation Engine::Impl::compileFiles(const std::vector<std::string>& paths, Goal goal) {
  Compilation result;
  if (!mayCompile(result)) return result;
  compiled_ = true;
  addInputs(paths, files, graph, result);
  build(goal, result);
  return result;
}

sema::Package* Engine::Impl::check(load::Package& given) {
  for (const load::Package::Import& import : given.imports)
    if (import.package->failed) return nullptr;
  checkPackageNames(given.files);
  if (given.malformed) return nullptr;
  // gc knows a program's main package by its name; files without a path must not pass for a package of the library.
  std::string path = given.path;
  if (path.empty() || given.isMain()) path = given.name();
  if (given.path.empty() && loader.isStandard(path)) path = "command-line-arguments";
  sema::Package* checked =
      checker.checkPackage({.path = path, .files = given.files, .mayLackBodies = given.hasAssembly, .goMinor = given.goMinor});
  if (!given.isRoot || !given.isMain()) loader.addChecked(checked);
  return checked;
}

void Engine::Impl::build(Goal goal, Compilation& result) {
  if (!result.ok() || !graph.resolve(result)) return takeMessages(result);
  if (std::vector<load::Package*> roots = graph.roots(); goal == Goal::Program && roots.size() > 1) {
    std::string message = "pattern matches multiple packages:";
    for (const load::Package* root : roots) message += "\n" + (root->path.empty() ? root->directory : root->path);
    load::addProblem(result, std::move(message));
    return takeMessages(result);
  }
  for (load::Package* given : graph.order()) {
    if (!given->directory.empty())
      for (const ast::File* file : given->files) filesRead.insert(sources.fileOf(file->pos)->name());
    size_t before = diagnostics.errorCount();
    sema::Package* checked = check(*given);
    given->failed = !checked || diagnostics.errorCount() != before;
    if (given->isRoot) package = checked;
    if (given->isRoot && !given->failed) checkedRoots_.push_back(checked);
    if (goal == Goal::Program && given->isRoot && !given->failed) requireMain(*given);
  }
  takeMessages(result);
  runnable = goal == Goal::Program && result.ok();
}

Message Engine::Impl::messageOf(const Diagnostic& diagnostic) const {
  Message message;
  message.kind = diagnostic.severity == Severity::Error ? MessageKind::Error : MessageKind::Warning;
  message.text = diagnostic.message;
  for (size_t at = 0; (at = message.text.find('\n', at)) != std::string::npos; at += 2) message.text.insert(at + 1, "\t");
  Location place = sources.locate(diagnostic.pos);
  if (place.file) {
    message.file = place.fileName();
    message.line = place.line;
    message.column = place.column;
    message.sourceLine = place.file->lineText(place.textLine);
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
  std::string out;
  if (kind == DumpKind::Tokens || kind == DumpKind::Ast) {
    addInputs(paths, files, graph, result);
    if (kind == DumpKind::Tokens) diagnostics.clear(); // the lexer is to report again, the parser not at all
    for (const load::Package* root : graph.roots())
      for (const ast::File* file : root->files)
        out += kind == DumpKind::Tokens ? dumpTokens(*sources.fileOf(file->pos), diagnostics)
                                        : ast::dump(*file, &sources);
    takeMessages(result);
    return out;
  }
  result = compileFiles(paths, Goal::Package);
  if (kind == DumpKind::Types && package) return sema::dumpTypes(*package, sources);
  if (!result.ok()) return {};
  std::vector<std::string> problems;
  out = runtime().dumpBytecode(*package, problems);
  for (std::string& problem : problems) load::addProblem(result, std::move(problem));
  return out;
}

Engine::Engine(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Engine::~Engine() = default;

void Engine::addPackage(std::string importPath, std::vector<Source> sources) {
  impl_->graph.offer(std::move(importPath), std::move(sources));
}

Compilation Engine::compile(std::vector<Source> sources, Goal goal) { return impl_->compile(std::move(sources), goal); }

Compilation Engine::compileFiles(const std::vector<std::string>& paths, Goal goal) {
  return impl_->compileFiles(paths, goal);
}

Exit Engine::run() { return impl_->run(); }
void Engine::requestStop() { impl_->requestStop(); }

std::string Engine::dump(DumpKind kind, const std::vector<std::string>& paths, Compilation& result) {
  return impl_->dump(kind, paths, result);
}

} // namespace gossamer
