#include "frontend/driver/Inputs.h"

#include <optional>

namespace gossamer {
namespace {

using load::addProblem;

bool isTree(std::string_view path) {
  return path == "..." || path.ends_with("/...");
}

/// Files named one by one are a package whatever their build constraints say.
void addFiles(const std::vector<std::string>& paths, const load::FileSystem& files, load::PackageGraph& graph,
              Compilation& problems) {
  std::vector<Source> sources;
  std::optional<std::string> directory;
  for (const std::string& path : paths) {
    Source source{path == "-" ? kStdinName : path, {}};
    std::string reason;
    if (path == "-") {
      if (!files.readStandardInput(source.text, reason))
        addProblem(problems, "read standard input: " + reason);
    } else {
      std::string parent = load::parentPath(load::cleanPath(path));
      if (directory && *directory != parent)
        addProblem(problems,
                   "named files must all be in one directory; have " + *directory + " and " + parent);
      directory = std::move(parent);
      if (!files.read(path, source.text, reason)) addProblem(problems, "open " + path + ": " + reason);
    }
    sources.push_back(std::move(source));
  }
  if (problems.ok()) graph.addTexts(std::move(sources), files.absolute(directory.value_or(".")));
}

} // namespace

void addInputs(const std::vector<std::string>& paths, const load::FileSystem& files,
               load::PackageGraph& graph, Compilation& problems) {
  std::vector<std::string> named;
  bool directories = false;
  for (const std::string& path : paths) {
    if (isTree(path))
      graph.addTree(path == "..." ? "." : path.size() == 4 ? "/" : path.substr(0, path.size() - 4), problems);
    else if (path != "-" && files.isDirectory(path))
      graph.addDirectory(path, problems);
    else
      named.push_back(path);
    directories |= named.empty();
    if (directories && !named.empty())
      return addProblem(problems, "named files must be .go files: " + paths.front());
  }
  if (!named.empty())
    addFiles(named, files, graph, problems);
  else if (!directories)
    addProblem(problems, "no Go files listed");
}

} // namespace gossamer
