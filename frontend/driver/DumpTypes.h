// What `gossamer dump --types` prints.
#pragma once

#include "frontend/sema/Checker.h"

#include <string>

namespace gossamer {

/// Every expression of the package's files in source order, with its type and, if it has one, its constant value; one a line:
/// `file:line:col: text: type [= value]`.
std::string dumpTypes(const sema::Package& package, const SourceManager& sources);

} // namespace gossamer
