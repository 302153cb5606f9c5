// Rejects malformed bytecode: what the interpreter trusts is checked here, so that a lowering bug shows as a message and not as a
// stray write.
//
// Checked: opcodes and instruction lengths; slots within frameSlots (by the widths the operands and types imply); jump targets
// are instruction starts, backward jumps poll; control does not run off the end; literals belong to the module; immediates are in
// range; every safepoint has a map that fits the frame; windows hold the callee's parameters; tables are sorted.
// Not checked: what kind of value a slot holds.
#pragma once

#include "vm/bytecode/Module.h"

#include <string>
#include <vector>

namespace gossamer {

/// What is wrong, one sentence each with its pc; empty if nothing is. The function must have been compiled.
std::vector<std::string> verify(const Function& function);

} // namespace gossamer
