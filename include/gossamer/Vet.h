// What `gossamer vet` looks for: code that compiles and is probably wrong.
//
//   Engine engine({});
//   if (engine.compileFiles(paths, Goal::Package).ok())
//     for (const Message& finding : engine.vet()) std::fputs(render(finding, Colour::Never).c_str(), stderr);
#pragma once

#include <string_view>
#include <vector>

namespace gossamer {

struct Analyzer {
  std::string_view name; ///< as go vet calls it: "printf", "copylocks"…
  std::string_view doc;  ///< what it reports, in a line
};

/// All there are, sorted by name.
std::vector<Analyzer> analyzers();

} // namespace gossamer
