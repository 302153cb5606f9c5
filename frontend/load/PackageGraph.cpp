#include "frontend/load/PackageGraph.h"

#include "frontend/load/Embed.h"

#include <algorithm>

namespace gossamer::load {
namespace {

/// What an import's string literal says. Escapes never occur in a path that leads anywhere.
std::string_view textOf(const ast::BasicLit& literal) {
  std::string_view text = literal.text;
  return text.size() >= 2 ? text.substr(1, text.size() - 2) : std::string_view();
}

template <class Found> void forEachImport(const ast::File& file, Found found) {
  for (ast::Decl* decl : file.decls) {
    auto* group = decl->as<ast::GenDecl>();
    if (!group || group->decl != ast::DeclKind::Import) continue;
    for (ast::Node* node : group->specs) {
      auto* spec = node->as<ast::ImportSpec>();
      if (spec && spec->path && !spec->path->bad)
        found(textOf(*spec->path), spec->name ? spec->name->pos : spec->path->pos);
    }
  }
}

/// Whether a directory's package would need cgo for this file: Go without it leaves the file out.
bool needsCgo(const ast::File& file) {
  bool found = false;
  forEachImport(file, [&](std::string_view path, Pos) { found |= path == "C"; });
  return found;
}

} // namespace

void addProblem(Compilation& problems, std::string text) {
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at + 1, "\t");
  problems.failed = true;
  problems.messages.push_back({.text = "gossamer: " + std::move(text)});
}

std::string_view Package::name() const {
  for (const ast::File* file : files)
    if (file->package) return file->package->name.view();
  return {};
}

PackageGraph::PackageGraph(const ParseContext& context, SourceManager& sources, FileSystem& files,
                           IsStandard isStandard)
    : context_(context), sources_(sources), files_(files), isStandard_(std::move(isStandard)),
      modules_(files) {}

void PackageGraph::addTags(std::string_view list) {
  while (!list.empty()) {
    std::string_view tag = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), tag.size() + 1));
    if (!tag.empty()) tags_.extra.emplace_back(tag);
  }
}

Package* PackageGraph::newPackage(std::string path, std::string directory, int goMinor) {
  Package& package = packages_.emplace_back();
  package.path = std::move(path);
  package.directory = std::move(directory);
  package.goMinor = goMinor;
  if (!package.path.empty()) byPath_[package.path] = &package;
  return &package;
}

void PackageGraph::parseInto(Package& package, std::vector<Source> sources) {
  size_t before = context_.diags.syntaxErrorCount();
  for (Source& source : sources) {
    SourceFile* file = sources_.add(std::move(source.name), std::move(source.text));
    if (!file) {
      context_.diags.error(Pos(), DiagCode::Syntax, "the program is larger than 4 GB");
      break;
    }
    package.files.push_back(parseFile(context_, *file));
  }
  // gc goes on to types after a malformed token, but not after a syntax error.
  package.malformed = context_.diags.syntaxErrorCount() != before || package.name().empty();
}

Package* PackageGraph::newFromDirectory(std::string path, const std::string& directory,
                                        const std::string& shownAs, int goMinor, Absence absence,
                                        std::string& problem) {
  std::vector<Source> sources = readDirectory(directory, shownAs, absence, problem);
  if (sources.empty()) return nullptr;
  auto isAssembly = [](const Source& source) { return source.name.ends_with(".s"); };
  bool hasAssembly = std::erase_if(sources, isAssembly) > 0;
  Package* package = newPackage(std::move(path), directory, goMinor);
  package->hasAssembly = hasAssembly;
  parseInto(*package, std::move(sources));
  std::erase_if(package->files, [](const ast::File* file) { return needsCgo(*file); });
  if (package->files.empty() && absence == Absence::IsProblem)
    problem = "build constraints exclude all Go files in " + shownAs;
  if (std::string mixture = mixtureOf(*package); !mixture.empty()) problem = mixture + shownAs;
  if (problem.empty() && !package->files.empty()) return package;
  byPath_.erase(package->path);
  packages_.pop_back();
  return nullptr;
}

std::vector<Source> PackageGraph::readDirectory(const std::string& directory, const std::string& shownAs,
                                                Absence absence, std::string& problem) const {
  std::vector<std::string> names;
  std::vector<Source> sources;
  std::string reason;
  if (!files_.list(directory, names, reason)) {
    problem = "open " + shownAs + ": " + reason;
    return sources;
  }
  bool anyGo = false, anyTest = false;
  for (const std::string& name : names) {
    bool assembly = name.ends_with(".s");
    if (!name.ends_with(".go") && !assembly) continue;
    bool test = name.ends_with("_test.go");
    anyTest |= test;
    anyGo |= !test && !assembly;
    if (!(assembly ? assemblyNameAdmits(name, tags_) : fileNameAdmits(name, tags_))) continue;
    Source source{shownAs == "." ? name : shownAs.ends_with('/') ? shownAs + name : shownAs + "/" + name, {}};
    std::string path = joinPath(directory, name);
    if (files_.isDirectory(path)) continue;
    if (!files_.readOrdinary(path, source.text, reason)) {
      problem = "open " + source.name + ": " + reason;
      return {};
    }
    if (buildLineAdmits(source.text, tags_)) sources.push_back(std::move(source));
  }
  if (std::none_of(sources.begin(), sources.end(),
                   [](const Source& source) { return source.name.ends_with(".go"); }))
    sources.clear();
  if (sources.empty() && absence == Absence::IsProblem)
    problem = (anyGo     ? "build constraints exclude all Go files in "
               : anyTest ? "no non-test Go files in "
                         : "no Go files in ") +
              shownAs;
  return sources;
}

std::string PackageGraph::mixtureOf(const Package& package) const {
  const ast::File* first = nullptr;
  for (const ast::File* file : package.files) {
    if (!file->package) continue;
    if (!first) first = file;
    if (file->package->name == first->package->name) continue;
    auto describe = [&](const ast::File* one) {
      const SourceFile* source = sources_.fileOf(one->pos);
      return std::string(one->package->name.view()) + " (" + std::string(lastElement(source->name())) + ")";
    };
    return "found packages " + describe(first) + " and " + describe(file) + " in ";
  }
  return {};
}

bool PackageGraph::openModules(const std::string& directory, Compilation& problems) {
  if (modulesOpened_) return true;
  modulesOpened_ = true;
  addTags(modules_.goFlag("tags"));
  std::vector<ModuleProblem> wrong;
  if (modules_.open(directory, wrong)) return true;
  for (ModuleProblem& one : wrong) {
    if (one.file.empty()) {
      addProblem(problems, std::move(one.what.text));
      continue;
    }
    problems.failed = true;
    problems.messages.push_back({.file = std::move(one.file),
                                 .line = one.what.line,
                                 .column = one.what.column,
                                 .text = std::move(one.what.text)});
  }
  return false;
}

Package* PackageGraph::addTexts(std::vector<Source> sources, const std::string& directory) {
  Package* package = newPackage({}, directory, goMinor_ < 0 ? kNewestGoMinor : goMinor_);
  package->isRoot = true;
  parseInto(*package, std::move(sources));
  return package;
}

Package* PackageGraph::addDirectory(const std::string& directory, Compilation& problems) {
  return addDirectory(directory, Absence::IsProblem, problems);
}

Package* PackageGraph::addDirectory(const std::string& directory, Absence absence, Compilation& problems) {
  std::string absolute = files_.absolute(directory);
  if (!openModules(absolute, problems)) return nullptr;
  std::string path;
  const Module* module = modules_.moduleOf(absolute, path);
  if (!module && modules_.present()) {
    if (modules_.inWorkspace())
      addProblem(
          problems,
          "directory " + directory +
              " is contained in a module that is not one of the workspace modules listed in go.work. You "
              "can add the module to the workspace using:\ngo work use " +
              directory);
    else
      addProblem(problems, "directory " + directory + " outside main module or its selected dependencies");
    return nullptr;
  }
  if (auto known = byPath_.find(path); module && known != byPath_.end()) return known->second;

  int minor = goMinor_ >= 0 ? goMinor_ : module ? module->goMinor : kNewestGoMinor;
  std::string problem;
  Package* package =
      newFromDirectory(module ? path : std::string(), absolute, directory, minor, absence, problem);
  if (package)
    package->isRoot = true;
  else if (!problem.empty())
    addProblem(problems, std::move(problem));
  return package;
}

// Go command, "Package lists and patterns": folders named .x, _x, testdata and vendor are passed over, as are
// other modules; links are not followed.
void PackageGraph::addTree(const std::string& directory, Compilation& problems) {
  std::vector<std::string> open{directory.empty() ? "." : directory};
  bool any = false;
  while (!open.empty()) {
    std::string at = std::move(open.back());
    open.pop_back();
    any |= addDirectory(at, Absence::IsFine, problems) != nullptr;
    std::vector<std::string> names;
    std::string reason;
    if (!files_.list(at, names, reason)) continue;
    for (size_t i = names.size(); i-- > 0;) { // so that the first is taken first
      const std::string& name = names[i];
      if (name[0] == '.' || name[0] == '_' || name == "testdata" || name == "vendor" || name.ends_with(".go"))
        continue;
      std::string below = at == "." ? name : at.ends_with('/') ? at + name : at + "/" + name;
      if (files_.isDirectory(below, Links::Stay) && !files_.isFile(joinPath(below, "go.mod")))
        open.push_back(std::move(below));
    }
  }
  if (!any && problems.ok()) addProblem(problems, "\"" + directory + "/...\" matched no packages");
}

std::vector<Package*> PackageGraph::roots() {
  std::vector<Package*> found;
  for (Package& package : packages_)
    if (package.isRoot) found.push_back(&package);
  return found;
}

Package* PackageGraph::load(const std::string& path, const Modules::Found& found, std::string& problem) {
  int minor =
      found.module->isMain && goMinor_ >= 0 ? goMinor_ : std::min(found.module->goMinor, kNewestGoMinor);
  return newFromDirectory(path, found.directory, files_.shown(found.directory), minor, Absence::IsProblem,
                          problem);
}

Package* PackageGraph::find(const Package& importer, const std::string& path, std::string& problem,
                            Compilation& problems) {
  Package* package = nullptr;
  if (auto known = byPath_.find(path); known != byPath_.end()) {
    package = known->second;
  } else if (auto offer = offered_.find(path); offer != offered_.end()) {
    package = newPackage(path, {}, goMinor_ < 0 ? kNewestGoMinor : goMinor_);
    parseInto(*package, std::move(offer->second));
  } else if (auto failed = problems_.find(path); failed != problems_.end()) {
    return nullptr;
  } else if (!importer.directory.empty() && !openModules(importer.directory, problems)) {
    return nullptr;
  } else if (path.starts_with("./") || path.starts_with("../") || path == "." || path == "..") {
    problem = "\"" + path + "\" is relative, but relative import paths are not supported in module mode";
  } else if (modules_.present()) {
    Modules::Found found = modules_.find(path);
    if (found.module) {
      package = load(path, found, problem);
    } else {
      bool dotted = path.substr(0, path.find('/')).find('.') != std::string::npos;
      problem = dotted ? std::move(found.problem) : "package " + path + " is not in std";
    }
  } else if (modulesOpened_ && path.substr(0, path.find('/')).find('.') != std::string::npos) {
    problem = "no required module provides package " + path +
              ": go.mod file not found in current directory or any parent directory; see 'go help modules'";
  }
  if (package && package->isMain()) {
    problem = "import \"" + path + "\" is a program, not an importable package";
    return nullptr;
  }
  return package;
}

// Go command, "Internal Directories": code below the parent of "internal" may import it.
bool PackageGraph::mayImport(const Package& importer, const Package& imported) const {
  const std::string& path = imported.path;
  for (size_t at = path.find("internal"); at != std::string::npos; at = path.find("internal", at + 1)) {
    bool element = (at == 0 || path[at - 1] == '/') && (at + 8 == path.size() || path[at + 8] == '/');
    if (!element) continue;
    std::string parent = at == 0 ? std::string() : path.substr(0, at - 1);
    if (importer.path.empty() && !imported.directory.empty() && !importer.directory.empty()) {
      // Files named one by one have no path; their folder tells where they are.
      std::string above = imported.directory;
      for (size_t i = at; i != std::string::npos; i = path.find('/', i + 1)) above = parentPath(above);
      if (!isWithin(importer.directory, above)) return false;
    } else if (!isWithin(importer.path, parent)) {
      return false;
    }
  }
  return true;
}

void PackageGraph::resolveImports(Package& package, Compilation& problems) {
  package.resolved = true;
  for (const ast::File* file : package.files)
    forEachImport(*file, [&](std::string_view path, Pos at) {
      if (path.empty()) return;
      std::string problem, key(path);
      if (isStandard_(path) || path.starts_with("internal/")) {
        if (path.starts_with("internal/") || path.find("/internal") != std::string_view::npos)
          context_.diags.error(at, DiagCode::Import, "use of internal package " + key + " not allowed");
        return;
      }
      Package* imported = find(package, key, problem, problems);
      if (!imported) {
        if (!problem.empty()) problems_[key] = std::move(problem);
        return;
      }
      if (!mayImport(package, *imported))
        context_.diags.error(at, DiagCode::Import, "use of internal package " + key + " not allowed");
      package.imports.push_back({imported, at, file});
    });
}

void PackageGraph::resolveEmbeds(const Package& package) {
  for (const ast::File* file : package.files) {
    bool imported = false;
    forEachImport(*file, [&](std::string_view path, Pos) { imported |= path == "embed"; });
    if (!imported) continue;
    for (ast::Directive* directive : file->directives) {
      std::vector<EmbedPattern> patterns;
      if (directive->name != "embed" || !splitPatterns(directive->args, patterns)) continue;
      const SourceFile* source = sources_.fileOf(file->pos);
      auto argumentsAt = static_cast<uint32_t>(directive->args.data() - source->text().data());
      std::vector<ast::EmbeddedFile>& found = embedded_.emplace_back();
      bool good = true;
      for (const EmbedPattern& pattern : patterns) {
        std::string problem = "no matching files found";
        if (!package.directory.empty() &&
            findEmbedded(files_, package.directory, pattern.text, found, problem))
          continue;
        context_.diags.error(source->pos(argumentsAt + uint32_t(pattern.at)), DiagCode::General,
                             "pattern " + pattern.text + ": " + problem);
        good = false;
      }
      if (good) directive->files = &found;
    }
  }
}

bool PackageGraph::resolve(Compilation& problems) {
  for (size_t i = 0; i < packages_.size() && problems.ok(); ++i) // grows on the way
    if (!packages_[i].resolved) {
      resolveImports(packages_[i], problems);
      resolveEmbeds(packages_[i]);
    }
  return problems.ok() && sort();
}

std::string PackageGraph::titleOf(const Package& package) const {
  return package.path.empty() ? "command-line-arguments" : package.path;
}

void PackageGraph::reportCycle(const std::vector<std::pair<Package*, size_t>>& stack, const Package* again) {
  std::string message = "package " + titleOf(*stack.front().first);
  for (auto& [package, next] : stack) {
    const Package::Import& edge = package->imports[next - 1];
    const SourceFile* file = sources_.fileOf(edge.file->pos);
    message += "\nimports " + edge.package->path + " from " + std::string(lastElement(file->name()));
  }
  context_.diags.error(Pos(), DiagCode::Import, message + ": import cycle not allowed");
}

bool PackageGraph::sort() {
  for (Package& root : packages_) {
    if (root.visit != Package::Visit::New) continue;
    std::vector<std::pair<Package*, size_t>> stack{{&root, 0}};
    root.visit = Package::Visit::Active;
    while (!stack.empty()) {
      auto& [package, next] = stack.back();
      if (next == package->imports.size()) {
        package->visit = Package::Visit::Done;
        order_.push_back(package);
        stack.pop_back();
        continue;
      }
      Package* imported = package->imports[next++].package;
      if (imported->visit == Package::Visit::Active) {
        reportCycle(stack, imported);
        return false;
      }
      if (imported->visit == Package::Visit::Done) continue;
      imported->visit = Package::Visit::Active;
      stack.emplace_back(imported, 0);
    }
  }
  return true;
}

std::string PackageGraph::problemOf(std::string_view importPath) const {
  auto found = problems_.find(importPath);
  return found == problems_.end() ? std::string() : found->second;
}

} // namespace gossamer::load
