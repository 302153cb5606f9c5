// Bytecode as text, for `gossamer dump --bytecode`, goldens and debugging: one instruction a line with operands named by kind, jump
// targets as labels, literals by name, source lines beside them, and the slot maps on demand.
#pragma once

#include "vm/bytecode/Module.h"

#include <string>

namespace gossamer {

struct DisassembleOptions {
  bool lines = true; ///< ": file:line" headers when the line changes
  bool maps = false; ///< slot maps of safepoints
};

/// The function's header and code. A function not compiled yet shows as such.
std::string disassemble(const Function& function, const DisassembleOptions& options = {});
/// One instruction, without its place; `module` (may be null) names globals.
std::string disassembleAt(const Word* at, const Module* module);

} // namespace gossamer
