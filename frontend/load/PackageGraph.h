// The packages of a program: from what the user names to syntax trees, each package after those it imports.
//
// Roots are given as texts or directories. Their imports that the library does not have are looked for among
// packages offered by the host, then among the modules that govern the first root on disk. What can be said
// before checking types is said here, in the go command's words: packages that are not there, import cycles,
// internal packages, programs that are imported.
//
//   PackageGraph graph(context, sources, files, isStandard);
//   graph.addDirectory("cmd/tool", problems);
//   if (graph.resolve()) for (load::Package* package : graph.order()) …
//
// Nothing recurses along imports: a chain of any length is fine. Thread safety: none; belongs to one engine.
#pragma once

#include "frontend/load/BuildConstraint.h"
#include "frontend/load/Modules.h"
#include "frontend/parse/Parser.h"
#include "gossamer/Engine.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer::load {

/// Adds an error without a place.
void addProblem(Compilation& problems, std::string text);

struct Package {
  std::string path;      ///< by which it is imported; empty for files named one by one
  std::string directory; ///< absolute; empty for one that is not on disk
  std::vector<ast::File*> files;
  int goMinor = kNewestGoMinor;
  bool isRoot = false;
  bool hasAssembly = false; ///< so functions may lack bodies, until they are called
  bool malformed = false; ///< has syntax errors
  bool failed = false;    ///< set by who checks it: so are those that import it

  struct Import {
    Package* package;
    Pos at;
    const ast::File* file;
  };
  std::vector<Import> imports; ///< of packages that are not the library's, in source order

  std::string_view name() const;
  bool isMain() const { return name() == "main"; }

  enum class Visit : uint8_t { New, Active, Done };
  Visit visit = Visit::New; // of the graph's walk
  bool resolved = false;
};

class PackageGraph {
public:
  using IsStandard = std::function<bool(std::string_view path)>;

  PackageGraph(const ParseContext& context, SourceManager& sources, FileSystem& files, IsStandard isStandard);

  /// The language of packages of the main module and of those without a module; -1 for what their go.mod
  /// says.
  void setGoMinor(int minor) { goMinor_ = minor; }
  void addTags(std::string_view list); // separated by commas

  /// Offers a package that exists only in memory.
  void offer(std::string importPath, std::vector<Source> sources) {
    offered_[std::move(importPath)] = std::move(sources);
  }

  /// A root made of texts; `directory` is where they came from, if from anywhere.
  Package* addTexts(std::vector<Source> sources, const std::string& directory = {});
  /// A root that is a directory, shown as the user wrote it. Null with a problem if there is no package in
  /// it.
  Package* addDirectory(const std::string& directory, Compilation& problems);
  /// Every directory with a package at and below one, as the pattern `directory/...` means.
  void addTree(const std::string& directory, Compilation& problems);

  /// Follows the imports of the roots. False with problems or diagnostics if checking would be pointless.
  bool resolve(Compilation& problems);
  /// Every package, each after those it imports.
  const std::vector<Package*>& order() const { return order_; }
  /// The roots, in the order they were added.
  std::vector<Package*> roots();

  /// Why an import path leads nowhere; empty if nothing is known against it.
  std::string problemOf(std::string_view importPath) const;

private:
  enum class Absence : uint8_t { IsProblem, IsFine };
  Package* addDirectory(const std::string& directory, Absence absence, Compilation& problems);
  Package* newPackage(std::string path, std::string directory, int goMinor);
  void parseInto(Package& package, std::vector<Source> sources);
  /// The texts of the package in a directory; empty with a problem if there is none.
  /// Assembly is among them.
  std::vector<Source> readDirectory(const std::string& directory, const std::string& shownAs, Absence absence,
                                    std::string& problem) const;
  /// The package of a directory, parsed; null, with a problem unless its absence is fine, if there is none.
  Package* newFromDirectory(std::string path, const std::string& directory, const std::string& shownAs,
                            int goMinor, Absence absence, std::string& problem);
  /// The names of the first two packages if a directory holds several.
  std::string mixtureOf(const Package& package) const;
  bool openModules(const std::string& directory, Compilation& problems);
  void resolveImports(Package& package, Compilation& problems);
  void resolveEmbeds(const Package& package);
  Package* find(const Package& importer, const std::string& path, std::string& problem,
                Compilation& problems);
  Package* load(const std::string& path, const Modules::Found& found, std::string& problem);
  bool mayImport(const Package& importer, const Package& imported) const;
  bool sort();
  void reportCycle(const std::vector<std::pair<Package*, size_t>>& stack, const Package* again);
  std::string titleOf(const Package& package) const;

  ParseContext context_;
  SourceManager& sources_;
  FileSystem& files_;
  IsStandard isStandard_;
  Modules modules_;
  bool modulesOpened_ = false;
  BuildTags tags_;
  int goMinor_ = -1;
  std::map<std::string, std::vector<Source>, std::less<>> offered_;
  std::deque<Package> packages_;
  std::map<std::string, Package*, std::less<>> byPath_;
  std::map<std::string, std::string, std::less<>> problems_; // by import path
  std::deque<std::vector<ast::EmbeddedFile>> embedded_;      // of each directive
  std::vector<Package*> order_;
};

} // namespace gossamer::load
