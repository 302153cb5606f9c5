// Rejects malformed bytecode: what the interpreter trusts is checked here, so that a lowering bug shows as a message and not as a
// stray write.
//
// Checked: opcodes and instruction lengths; slots within frameSlots (by the widths the operands and types imply); jump targets
// are instruction starts, backward jumps poll; control does not run off the end; literals belong to the module; immediates are in
// range; every safepoint has a map that fits the frame; windows hold the callee's parameters; tables are sorted; types are
// of the kind their instruction needs.
// Not checked: what kind of value a slot holds.
#pragma once

#include "vm/bytecode/Module.h"

#include <string>
#include <vector>

namespace gossamer {

class TypeTable;

/// What is wrong, one sentence each with its pc; empty if nothing is. The function must have been compiled; its code may be
/// any bits if `types` is given, else its type literals must point to types.
std::vector<std::string> verify(const Function& function, const TypeTable* types = nullptr);

} // namespace gossamer
