// In which order the packages of a program are initialised.
#pragma once

#include "frontend/sema/Object.h"

#include <span>
#include <vector>

namespace gossamer {

/// Spec "Program initialization", as gc 1.21 and later do it: package runtime and what it needs, then
/// repeatedly the first by import path of those whose imports are all initialised. Packages in which there is
/// nothing to do, nor in what they import, do not take part: to wait for them is not to wait. `packages` has
/// each after those it imports; imports that are not among them have been initialised before.
std::vector<sema::Package*> initialisationOrder(std::span<sema::Package* const> packages);

} // namespace gossamer
