// Which files of a directory belong to a build: names, //go:build lines and the older // +build lines (go
// help buildconstraint).
//
// Tags that hold: what real Go on this platform has without cgo (linux, amd64, unix, gc and go1.1 to the
// newest), purego, with which packages ask to be spared their assembly, gossamer, and those the user gave.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gossamer::load {

struct BuildTags {
  std::vector<std::string> extra; ///< of -tags

  bool hold(std::string_view tag) const;
};

/// Whether `go build` would take a file of this name from a directory: a .go file, not hidden, not a test,
/// and no other system or architecture in its suffix.
bool fileNameAdmits(std::string_view name, const BuildTags& tags = {});
/// The same for a file of assembly.
bool assemblyNameAdmits(std::string_view name, const BuildTags& tags = {});

/// Whether the constraints above the package clause hold, if there are any. A //go:build line has precedence
/// over // +build lines. What does not parse admits the file, so that the compiler gets to complain about it.
bool buildLineAdmits(std::string_view source, const BuildTags& tags = {});

} // namespace gossamer::load
