// Any bytes may stand in a go.mod, above a package clause, in a directive or in a path.
#include "frontend/load/BuildConstraint.h"
#include "frontend/load/Embed.h"
#include "frontend/load/ModFile.h"

#include <cstdlib>

using namespace gossamer::load;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  for (ModFileKind kind : {ModFileKind::Main, ModFileKind::Dependency, ModFileKind::Workspace}) {
    ModFile file;
    std::vector<FileProblem> problems;
    parseModFile("go.mod", text, kind, file, problems);
    if (file.goMinor() < 0) std::abort();
    for (const FileProblem& problem : problems)
      if (problem.line == 0 || problem.text.empty()) std::abort();
    for (const ModuleVersion& module : file.requires_)
      if (compareVersions(module.version, module.version) != 0 || !modulePathProblem(module.path).empty()) std::abort();
  }

  fileNameAdmits(text);
  buildLineAdmits(text);
  std::vector<EmbedPattern> patterns;
  splitPatterns(text, patterns);
  for (const EmbedPattern& pattern : patterns)
    if (pattern.at >= size) std::abort();
  std::string_view pattern = text.substr(0, size / 2), name = text.substr(size / 2);
  if (matchesPattern(pattern, name) && !isPattern(pattern)) std::abort();

  std::string clean = cleanPath(text);
  if (clean.empty() || cleanPath(clean) != clean) std::abort();
  joinPath(pattern, name);
  return 0;
}
