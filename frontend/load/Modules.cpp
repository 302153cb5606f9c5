#include "frontend/load/Modules.h"

#include <algorithm>

namespace gossamer::load {
namespace {

std::string describe(const ModuleVersion& module) {
  return module.version.empty() ? module.path : module.path + "@" + module.version;
}

/// Upper case is told by an exclamation mark, for file systems that do not tell it (Go modules reference,
/// "Module cache").
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') {
      out += '!';
      c = char(c - 'A' + 'a');
    }
    out += c;
  }
  return out;
}

std::string withoutVersion(std::string_view text) {
  return std::string(text.substr(0, text.find(' ')));
}

} // namespace

std::string Modules::goFlag(std::string_view name) const {
  std::string flags = files_.environment("GOFLAGS"), value;
  std::string_view rest = flags;
  while (!rest.empty()) {
    std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    if (!word.starts_with('-')) continue;
    word.remove_prefix(word.starts_with("--") ? 2 : 1);
    if (word.starts_with(name) && word.size() > name.size() && word[name.size()] == '=')
      value = word.substr(name.size() + 1);
  }
  return value;
}

bool Modules::open(const std::string& start, std::vector<ModuleProblem>& problems) {
  std::string directory = files_.absolute(start);
  std::string work = files_.environment("GOWORK");
  for (std::string at = directory; work.empty(); at = parentPath(at)) {
    if (files_.isFile(joinPath(at, "go.work"))) work = joinPath(at, "go.work");
    if (at == "/" || at == ".") break;
  }
  if (!work.empty() && work != "off") {
    governed_ = workspace_ = true;
    return readWorkspace(work, problems);
  }
  for (std::string at = directory;; at = parentPath(at)) {
    if (files_.isFile(joinPath(at, "go.mod"))) {
      governed_ = true;
      return readMain(at, problems);
    }
    if (at == "/" || at == ".") return true;
  }
}

void Modules::addReplacements(const ModFile& file, const std::string& directory) {
  for (Replacement replacement : file.replacements) {
    if (replacement.by.version.empty()) replacement.by.path = joinPath(directory, replacement.by.path);
    replacements_.push_back(std::move(replacement));
  }
}

bool Modules::readMain(const std::string& directory, std::vector<ModuleProblem>& problems) {
  std::string path = joinPath(directory, "go.mod"), name = files_.shown(path), text, reason;
  if (!files_.readOrdinary(path, text, reason)) {
    problems.push_back({{}, {0, 0, "error reading " + name + ": open " + name + ": " + reason}});
    return false;
  }
  ModFile file;
  std::vector<FileProblem> wrong;
  parseModFile(name, text, ModFileKind::Main, file, wrong);
  for (FileProblem& problem : wrong) problems.push_back({name, std::move(problem)});
  if (!wrong.empty()) return false;
  if (file.module.empty()) {
    problems.push_back({{},
                        {0, 0,
                         "error reading " + name +
                             ": missing module declaration. To specify the module path:\n"
                             "go mod edit -module=example.com/mod"}});
    return false;
  }
  if (file.goMinor() > kNewestGoMinor) {
    problems.push_back(
        {{},
         {0, 0,
          name + " requires go >= " + file.go + " (running go 1." + std::to_string(kNewestGoMinor) + ")"}});
    return false;
  }
  for (const Module& other : modules_)
    if (other.path == file.module) {
      problems.push_back({{}, {0, 0, "module " + file.module + " appears multiple times in workspace"}});
      return false;
    }
  modules_.push_back(
      {.path = file.module, .directory = directory, .goMinor = file.goMinor(), .isMain = true});
  mainCount_ = modules_.size();
  required_.insert(required_.end(), file.requires_.begin(), file.requires_.end());
  addReplacements(file, directory);
  complete_ = complete_ && file.goMinor() >= 17;
  if (workspace_) return true; // vendor folders of its modules are passed over

  std::string mode = goFlag("mod");
  std::string vendor = joinPath(directory, "vendor");
  vendorAsked_ = mode == "vendor";
  if (vendorAsked_ || (mode.empty() && file.goMinor() >= 14 && files_.isDirectory(vendor) &&
                       files_.isFile(joinPath(vendor, "modules.txt"))))
    return readVendor(vendor, problems);
  return true;
}

bool Modules::readWorkspace(const std::string& path, std::vector<ModuleProblem>& problems) {
  std::string name = files_.shown(path), text, reason;
  if (!files_.readOrdinary(path, text, reason)) {
    problems.push_back({{}, {0, 0, "reading go.work: open " + name + ": " + reason}});
    return false;
  }
  ModFile file;
  std::vector<FileProblem> wrong;
  parseModFile(name, text, ModFileKind::Workspace, file, wrong);
  for (FileProblem& problem : wrong) problems.push_back({name, std::move(problem)});
  if (!wrong.empty()) return false;
  std::string root = parentPath(path);
  bool good = true;
  for (const std::string& use : file.uses) {
    std::string directory = joinPath(root, use);
    if (files_.isFile(joinPath(directory, "go.mod"))) {
      good = readMain(directory, problems) && good;
      continue;
    }
    problems.push_back({{},
                        {0, 0,
                         "cannot load module " + use + " listed in go.work file: open " +
                             files_.shown(joinPath(directory, "go.mod")) + ": no such file or directory"}});
    good = false;
  }
  // Those of the workspace come before those of its modules.
  std::vector<Replacement> ofModules = std::move(replacements_);
  replacements_.clear();
  addReplacements(file, root);
  replacements_.insert(replacements_.end(), ofModules.begin(), ofModules.end());
  return good;
}

bool Modules::readVendor(const std::string& vendor, std::vector<ModuleProblem>& problems) {
  std::string path = joinPath(vendor, "modules.txt"), text, reason;
  if (!files_.readOrdinary(path, text, reason)) {
    problems.push_back({{}, {0, 0, "open " + files_.shown(path) + ": " + reason}});
    return false;
  }
  vendor_ = vendor;
  // "# path version", "## explicit; go 1.20", then a line for each package.
  std::vector<ModuleVersion> markedExplicit;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    if (line.starts_with("## ")) {
      size_t go = line.find("go ");
      if (modules_.size() > mainCount_ && go != std::string_view::npos) {
        int minor = goMinorOf(withoutVersion(line.substr(go + 3)));
        if (minor >= 0) modules_.back().goMinor = minor;
      }
      if (modules_.size() > mainCount_ && line.find("explicit") != std::string_view::npos)
        markedExplicit.push_back({modules_.back().path, modules_.back().version});
    } else if (line.starts_with("# ")) {
      line.remove_prefix(2);
      std::string name = withoutVersion(line);
      line.remove_prefix(std::min(line.size(), name.size() + 1));
      modules_.push_back({.path = std::move(name), .version = withoutVersion(line), .directory = vendor});
    } else if (!line.empty() && modules_.size() > mainCount_) {
      vendored_.push_back({std::string(line), modules_.size() - 1});
    }
  }
  return modules_.front().goMinor < 14 || isConsistent(markedExplicit, problems);
}

bool Modules::isConsistent(const std::vector<ModuleVersion>& markedExplicit,
                           std::vector<ModuleProblem>& problems) const {
  std::string wrong;
  auto contains = [](const std::vector<ModuleVersion>& list, const ModuleVersion& module) {
    return std::find(list.begin(), list.end(), module) != list.end();
  };
  for (const ModuleVersion& module : required_)
    if (!contains(markedExplicit, module))
      wrong += describe(module) +
               ": is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt\n";
  for (const ModuleVersion& module : markedExplicit)
    if (!contains(required_, module))
      wrong += describe(module) +
               ": is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod\n";
  if (wrong.empty()) return true;
  problems.push_back(
      {{},
       {0, 0,
        "inconsistent vendoring in " + modules_.front().directory + ":\n" + wrong +
            "To ignore the vendor directory, use GOFLAGS=-mod=readonly or GOFLAGS=-mod=mod."}});
  return false;
}

const Module* Modules::moduleOf(const std::string& directory, std::string& importPath) const {
  const Module* best = nullptr;
  for (size_t i = 0; i < mainCount_; ++i) {
    const Module& module = modules_[i];
    std::string_view rest;
    if (!isWithin(directory, module.directory, &rest)) continue;
    if (best && best->directory.size() >= module.directory.size()) continue;
    best = &module;
    importPath = rest.empty() ? module.path : module.path + "/" + std::string(rest);
  }
  return best;
}

bool Modules::belongsToNested(const std::string& directory, const std::string& root) const {
  for (std::string at = directory; at.size() > root.size(); at = parentPath(at))
    if (files_.isFile(joinPath(at, "go.mod"))) return true;
  return false;
}

bool Modules::hasGoFiles(const std::string& directory) const {
  std::vector<std::string> names;
  std::string reason;
  if (!files_.isDirectory(directory) || !files_.list(directory, names, reason)) return false;
  return std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return name.ends_with(".go"); });
}

Modules::Found Modules::findInVendor(std::string_view importPath) {
  for (const Vendored& entry : vendored_)
    if (entry.package == importPath) {
      std::string directory = joinPath(vendor_, importPath);
      if (files_.isDirectory(directory)) return {directory, &modules_[entry.module], {}};
    }
  return {{},
          nullptr,
          "cannot find module providing package " + std::string(importPath) +
              ": import lookup disabled by -mod=vendor" +
              (vendorAsked_ ? "" : "\n(Go version in go.mod is at least 1.14 and vendor directory exists.)")};
}

Modules::Found Modules::find(std::string_view importPath) {
  std::vector<Found> found;
  std::string_view rest;
  for (size_t i = 0; i < mainCount_; ++i) {
    const Module& module = modules_[i];
    if (!isWithin(importPath, module.path, &rest)) continue;
    std::string directory = joinPath(module.directory, rest);
    if (!belongsToNested(directory, module.directory) && hasGoFiles(directory))
      found.push_back({directory, &module, {}});
  }
  if (found.empty() && !vendor_.empty()) return findInVendor(importPath);
  if (found.empty() || found.size() > 1) {
    if (!selected_) selectVersions();
    for (Listed& listed : listed_) {
      if (!isWithin(importPath, listed.at.path, &rest)) continue;
      const Module& module = locate(listed);
      if (!module.missing.empty()) return {{}, nullptr, module.missing};
      std::string directory = joinPath(module.directory, rest);
      if (!belongsToNested(directory, module.directory) && hasGoFiles(directory))
        found.push_back({directory, &module, {}});
    }
  }
  if (found.size() == 1) return std::move(found.front());
  std::string path(importPath);
  if (found.empty()) {
    for (const Replacement& replacement : replacements_)
      if (isWithin(importPath, replacement.of.path) && !isListed(replacement.of.path))
        return {{},
                nullptr,
                "module " + replacement.of.path + " provides package " + path +
                    " and is replaced but not required; to add it:\ngo get " + describe(replacement.of)};
    return {{}, nullptr, "no required module provides package " + path + "; to add it:\ngo get " + path};
  }
  std::string problem = "ambiguous import: found package " + path + " in multiple modules:";
  for (const Found& one : found)
    problem += "\n" + describe({one.module->path, one.module->version}) + " (" + one.directory + ")";
  return {{}, nullptr, std::move(problem)};
}

bool Modules::isListed(std::string_view path) const {
  return std::any_of(listed_.begin(), listed_.end(), [&](const Listed& one) { return one.at.path == path; });
}

const Replacement* Modules::replacementOf(const ModuleVersion& module) const {
  const Replacement* general = nullptr;
  for (const Replacement& replacement : replacements_) {
    if (replacement.of.path != module.path) continue;
    if (replacement.of.version == module.version) return &replacement;
    if (replacement.of.version.empty() && !general) general = &replacement;
  }
  return general;
}

/// Minimal version selection: of each module the highest version that anything required asks for.
void Modules::selectVersions() {
  selected_ = true;
  std::vector<ModuleVersion> open = required_;
  while (!open.empty()) {
    ModuleVersion wanted = std::move(open.back());
    open.pop_back();
    if (std::any_of(modules_.begin(), modules_.begin() + ptrdiff_t(mainCount_),
                    [&](const Module& main) { return main.path == wanted.path; }))
      continue;
    auto known = std::find_if(listed_.begin(), listed_.end(),
                              [&](const Listed& one) { return one.at.path == wanted.path; });
    if (known != listed_.end() && compareVersions(known->at.version, wanted.version) >= 0) continue;
    if (known == listed_.end())
      known = listed_.insert(known, Listed{wanted});
    else
      *known = Listed{wanted};
    if (complete_) continue;
    ModFile file;
    if (readGoMod(locate(*known), file))
      open.insert(open.end(), file.requires_.begin(), file.requires_.end());
  }
}

bool Modules::readGoMod(const Module& module, ModFile& out) const {
  if (module.directory.empty()) return false;
  std::string path = joinPath(module.directory, "go.mod"), text, reason;
  if (!files_.readOrdinary(path, text, reason)) return false;
  std::vector<FileProblem> ignored;
  parseModFile(path, text, ModFileKind::Dependency, out, ignored);
  return true;
}

std::string Modules::cacheDirectory(const ModuleVersion& module) {
  if (cache_.empty()) {
    cache_ = files_.environment("GOMODCACHE");
    std::string goPath = files_.environment("GOPATH"), home = files_.environment("HOME");
    goPath = goPath.substr(0, goPath.find(':'));
    if (cache_.empty()) cache_ = joinPath(goPath.empty() ? joinPath(home, "go") : goPath, "pkg/mod");
  }
  return joinPath(cache_, escaped(module.path) + "@" + escaped(module.version));
}

const Module& Modules::locate(Listed& listed) {
  if (listed.module != SIZE_MAX) return modules_[listed.module];
  listed.module = modules_.size();
  Module& module = modules_.emplace_back(Module{.path = listed.at.path, .version = listed.at.version});
  const Replacement* replacement = replacementOf(listed.at);
  const ModuleVersion& by = replacement ? replacement->by : listed.at;
  std::string name = describe(listed.at);
  if (replacement)
    name += " (replaced by " + (by.version.empty() ? files_.shown(by.path) : describe(by)) + ")";
  if (by.version.empty()) {
    module.directory = by.path;
    std::string mod = joinPath(by.path, "go.mod");
    if (!files_.isFile(mod)) {
      module.missing =
          name + ": reading " + files_.shown(mod) + ": open " + mod + ": no such file or directory";
      return module;
    }
  } else {
    std::string directory = cacheDirectory(by);
    if (!files_.isDirectory(directory)) {
      module.missing = name + " is not in the module cache (" + cache_ + ")";
      return module;
    }
    module.directory = std::move(directory);
  }
  ModFile file;
  if (readGoMod(module, file)) module.goMinor = file.goMinor();
  return module;
}

} // namespace gossamer::load
