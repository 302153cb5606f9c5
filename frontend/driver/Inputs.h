// From what the user names on the command line to the roots of a build.
#pragma once

#include "frontend/load/PackageGraph.h"

#include <string>
#include <vector>

namespace gossamer {

/// The name of a source that came from standard input.
inline constexpr const char* kStdinName = "<stdin>";

/// Adds .go files as one package, directories and trees of them ("DIR/...") as a package each, standard input
/// for "-".
void addInputs(const std::vector<std::string>& paths, const load::FileSystem& files,
               load::PackageGraph& graph, Compilation& problems);

} // namespace gossamer
