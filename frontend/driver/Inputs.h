// From what the user names on the command line to source texts.
#pragma once

#include "gossamer/Engine.h"

#include <string>
#include <vector>

namespace gossamer {

/// The name of a source that came from standard input.
inline constexpr const char* kStdinName = "<stdin>";

/// Reads .go files, all admitted Go files of one directory, or standard input for "-". On failure adds messages to `problems` and
/// returns what could be read.
std::vector<Source> readInputs(const std::vector<std::string>& paths, Compilation& problems);

/// Reads one whole file of any kind; false with the operating system's reason.
bool readFile(const std::string& path, std::string& out, std::string& reason);

/// Adds an error without a place.
void addProblem(Compilation& problems, std::string text);

} // namespace gossamer
