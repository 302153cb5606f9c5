// How many slots the operands of an instruction cover.
#pragma once

#include "vm/bytecode/Opcode.h"

namespace gossamer {

/// From the operand's slot on; the instruction's literals must be sound. 1 for the few operands whose width
/// only the value's type knows and no literal names (Send's value, results of kind DstOpt but for MapGet's
/// and AssertType's).
size_t slotsOfOperand(const Decoded& instruction, OperandPlace place);

} // namespace gossamer
