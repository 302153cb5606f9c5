// Which folder an import path means: the modules of a build (Go modules reference).
//
// A build knows the main module, found by its go.mod in or above a directory, or those of a go.work, and the
// modules they require: replaced by local folders, copied to vendor/, or in the module cache. Nothing is ever
// fetched. What other modules require is looked at only as far as Go does (a go.mod of go 1.17 or later lists
// all it needs).
//
//   Modules modules(files);
//   if (modules.open("/home/me/prog/cmd", problems)) { Modules::Found found =
//   modules.find("example.com/prog/lib"); … }
//
// Thread safety: none; belongs to one engine.
#pragma once

#include "frontend/load/FileSystem.h"
#include "frontend/load/ModFile.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer::load {

struct Module {
  std::string path, version;
  std::string directory; ///< absolute; empty for one that is not on this machine
  int goMinor = kGoMinorWithoutLine;
  bool isMain = false;
  std::string missing; ///< why there is no directory
};

/// A problem of a go.mod, go.work or modules.txt.
struct ModuleProblem {
  std::string file; ///< as messages show it; empty for one without a place
  FileProblem what;
};

class Modules {
public:
  explicit Modules(FileSystem& files) : files_(files) {}

  /// Reads what governs a directory. False with problems if something is wrong; true also if there is no
  /// module at all.
  bool open(const std::string& directory, std::vector<ModuleProblem>& problems);

  /// Whether a go.mod or go.work governs the directory.
  bool present() const { return governed_; }
  bool inWorkspace() const { return workspace_; }

  struct Found {
    std::string directory; ///< absolute; empty if nothing provides the package
    const Module* module = nullptr;
    std::string problem; ///< why, in the go command's words
  };
  Found find(std::string_view importPath);

  /// The main module an absolute directory belongs to; null if it lies in none. `importPath` is then its
  /// packages'.
  const Module* moduleOf(const std::string& directory, std::string& importPath) const;

  /// The words of a flag in GOFLAGS: the value of `-tags=…` for "tags"; empty if it is not there.
  std::string goFlag(std::string_view name) const;

private:
  struct Listed {
    ModuleVersion at;
    size_t module = SIZE_MAX; ///< into modules_, once located
  };

  bool readMain(const std::string& directory, std::vector<ModuleProblem>& problems);
  bool readWorkspace(const std::string& file, std::vector<ModuleProblem>& problems);
  bool readVendor(const std::string& vendor, std::vector<ModuleProblem>& problems);
  bool isConsistent(const std::vector<ModuleVersion>& markedExplicit,
                    std::vector<ModuleProblem>& problems) const;
  void addReplacements(const ModFile& file, const std::string& directory);
  bool isListed(std::string_view path) const;
  const Replacement* replacementOf(const ModuleVersion& module) const;
  void selectVersions();
  const Module& locate(Listed& listed);
  bool readGoMod(const Module& module, ModFile& out) const;
  std::string cacheDirectory(const ModuleVersion& module);
  bool belongsToNested(const std::string& directory, const std::string& root) const;
  bool hasGoFiles(const std::string& directory) const;
  Found findInVendor(std::string_view importPath);

  FileSystem& files_;
  bool governed_ = false, workspace_ = false;
  bool vendorAsked_ = false;   ///< by a flag, not by there being a vendor folder
  std::deque<Module> modules_; ///< the main ones first; addresses stay
  size_t mainCount_ = 0;
  std::vector<ModuleVersion> required_; ///< by the main modules
  std::vector<Replacement> replacements_;
  bool complete_ = true;  ///< required_ needs no requirements of others
  bool selected_ = false; ///< listed_ has been made
  std::vector<Listed> listed_;
  std::string vendor_; ///< the vendor folder, if packages come from it
  struct Vendored {
    std::string package;
    size_t module;
  };
  std::vector<Vendored> vendored_;
  std::string cache_; ///< the module cache, once asked for
};

} // namespace gossamer::load
