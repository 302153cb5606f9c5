// Inlining of small leaf functions: their body's expressions are lowered where the call stands.
//
// A function qualifies if it calls nothing but builtins and conversions, has no loop, closure, defer, goto, switch or
// select, no variable whose address is taken, no named results, and its body has few nodes. Inlined instructions carry
// the callee's positions and an inline frame, so that traces show the call.
#pragma once

#include "frontend/lower/Program.h"

namespace gossamer::lower {

// Looks at the body, which for a library function may mean parsing and checking it.
bool canInline(Program& program, Plan& plan);

} // namespace gossamer::lower
