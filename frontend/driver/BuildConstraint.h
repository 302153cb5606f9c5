// Which files of a directory belong to a build: names and //go:build lines (go help buildconstraint).
#pragma once

#include <string_view>

namespace gossamer {

/// Whether `go build` would take a file of this name from a directory: a .go file, not hidden, not a test, and no other
/// system or architecture in its suffix.
bool fileNameAdmits(std::string_view name);

/// Whether the //go:build line above the package clause, if there is one, holds for this platform and language version.
bool buildLineAdmits(std::string_view source);

} // namespace gossamer
