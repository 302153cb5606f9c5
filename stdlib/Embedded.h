// What stdlib/embed generates at build time: the embedded packages, ordered by import path.
#pragma once

#include "stdlib/Registry.h"

namespace gossamer::stdlib {

std::span<const Package> embeddedPackages();

} // namespace gossamer::stdlib
