// go.mod and go.work, read (Go modules reference, "go.mod files", "Workspaces").
#pragma once

#include "frontend/load/GoVersion.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer::load {

/// What is wrong with a file, in the go command's words. A column of 0 means the whole line.
struct FileProblem {
  uint32_t line = 0, column = 0;
  std::string text;
};

struct ModuleVersion {
  std::string path, version;
  bool operator==(const ModuleVersion&) const = default;
};

struct Replacement {
  ModuleVersion of; ///< an empty version means all
  ModuleVersion by; ///< an empty version means that the path is a directory, relative to the file's
};

struct ModFile {
  std::string module;
  std::string go; ///< as written; empty if there is no such line
  std::vector<ModuleVersion> requires_;
  std::vector<ModuleVersion> excludes;
  std::vector<Replacement> replacements;
  std::vector<std::string> uses; ///< of a go.work: module directories

  int goMinor() const { return go.empty() ? kGoMinorWithoutLine : goMinorOf(go); }
};

enum class ModFileKind : uint8_t {
  Main,       ///< the go.mod of the module being built: everything in it has to be right
  Dependency, ///< that of another module: what newer versions of Go may have put in is passed over
  Workspace,  ///< a go.work
};

/// Reads a file's text. `name` is what its problems call it. Whatever the text is, `out` holds what was
/// understood.
void parseModFile(std::string_view name, std::string_view text, ModFileKind kind, ModFile& out,
                  std::vector<FileProblem>& problems);

/// Orders semantic versions, "v1.2.0-pre" before "v1.2.0". Malformed ones come first.
int compareVersions(std::string_view a, std::string_view b);

/// Why a path is no module path: "" or such as "invalid char '!'".
std::string modulePathProblem(std::string_view path);

} // namespace gossamer::load
