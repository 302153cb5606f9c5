#include "vm/bytecode/Opcode.h"

namespace gossamer {

using namespace traits;

namespace {

constexpr OpcodeInfo make(std::string_view name, OperandInfo a, OperandInfo b, OperandInfo c, OperandInfo d,
                          OperandInfo e, OperandInfo f, OperandInfo l, OperandInfo m, unsigned traits,
                          std::string_view prose) {
  OpcodeInfo info{name, {a, b, c, d, e, f, l, m}, static_cast<uint16_t>(traits), 0, prose};
  info.words = static_cast<uint8_t>(1 + info.hasExtension() + info.has(kL) + info.has(kM));
  return info;
}

} // namespace

#define OPERAND(kind, name)                                                                                  \
  OperandInfo { OperandKind::kind, #name }
const OpcodeInfo kOpcodes[kOpcodeCount] = {
#define GOSSAMER_OP(name, A, B, C, D, E, F, L, M, traits, prose)                                             \
  make(#name, OPERAND A, OPERAND B, OPERAND C, OPERAND D, OPERAND E, OPERAND F, OPERAND L, OPERAND M,        \
       traits, prose),
#include "vm/bytecode/Opcodes.def"
};
#undef OPERAND

Decoded decode(const Word* at) {
  Word w = at[0];
  Decoded d{&infoOf(opcodeOf(w)), opcodeOf(w), {}};
  const OperandInfo* o = d.info->operands;
  auto small = [](OperandKind k, uint16_t raw) -> int64_t {
    return k == OperandKind::I16 || k == OperandKind::J16 ? static_cast<int16_t>(raw) : raw;
  };
  auto wide = [](OperandKind k, uint32_t raw) -> int64_t {
    return k == OperandKind::U32 ? int64_t{raw} : static_cast<int32_t>(raw);
  };
  d.value[kA] = small(o[kA].kind, operandA(w));
  if (isWideKind(o[kB].kind)) {
    d.value[kB] = wide(o[kB].kind, unsignedBC(w));
  } else {
    d.value[kB] = small(o[kB].kind, operandB(w));
    d.value[kC] = small(o[kC].kind, operandC(w));
  }
  const Word* next = at + 1;
  if (d.info->hasExtension()) {
    d.value[kD] = small(o[kD].kind, operandD(*next));
    d.value[kE] = small(o[kE].kind, operandE(*next));
    d.value[kF] = wide(o[kF].kind, operandF(*next));
    ++next;
  }
  if (d.info->has(kL)) d.value[kL] = static_cast<int64_t>(*next++);
  if (d.info->has(kM)) d.value[kM] = static_cast<int64_t>(*next);
  return d;
}

} // namespace gossamer
