// Opcodes, operand kinds, traits, and how instruction words are put together and taken apart. All of it comes from
// Opcodes.def, which describes the encoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gossamer {

/// Bytecode is an array of these.
using Word = uint64_t;
/// A slot's number in a frame.
using SlotIndex = uint16_t;

/// "No slot" for operands of kind DstOpt and SrcOpt.
constexpr SlotIndex kNoSlot = 0xffff;

enum class Opcode : uint16_t {
#define GOSSAMER_OP(name, ...) name,
#include "vm/bytecode/Opcodes.def"
};

constexpr size_t kOpcodeCount = 0
#define GOSSAMER_OP(name, ...) +1
#include "vm/bytecode/Opcodes.def"
    ;

// clang-format off
enum class OperandKind : uint8_t {
  None,
  Dst, Dst2, Dst3, DstN, DstOpt,
  Src, Src2, Src3, SrcN, SrcOpt,
  Upd, Win,
  I16, U16, J16,
  I32, U32, J32,
  I64, Fn, Type, Str, Global, Sel,
};
// clang-format on

// Traits, as the rows write them.
namespace traits {
enum OpTraits : uint16_t {
  kNone = 0,
  kMayPanic = 1,
  kMayPark = 2,
  kAllocates = 4,
  kCall = 8,
  kBranch = 16,
  kTerminator = 32,
  kPoll = 64,
};
/// Any of these makes an op a safepoint: it has a slot map.
constexpr unsigned kSafepointTraits = kMayPanic | kMayPark | kAllocates | kCall | kPoll;
} // namespace traits

constexpr bool isWideKind(OperandKind k) {
  return k == OperandKind::I32 || k == OperandKind::U32 || k == OperandKind::J32;
}
constexpr bool isJumpKind(OperandKind k) { return k == OperandKind::J16 || k == OperandKind::J32; }

struct OperandInfo {
  OperandKind kind;
  std::string_view name;
};

/// Places of operands in OpcodeInfo::operands.
enum OperandPlace : uint8_t { kA, kB, kC, kD, kE, kF, kL, kM, kOperandPlaces };

struct OpcodeInfo {
  std::string_view name;
  OperandInfo operands[kOperandPlaces];
  uint16_t traitBits;
  uint8_t words; ///< length of the instruction
  std::string_view prose;

  constexpr bool has(OperandPlace p) const { return operands[p].kind != OperandKind::None; }
  constexpr bool hasExtension() const { return has(kD) || has(kE) || has(kF); }
  constexpr bool isSafepoint() const { return traitBits & traits::kSafepointTraits; }
};

/// Indexed by opcode; kOpcodeCount rows.
extern const OpcodeInfo kOpcodes[kOpcodeCount];
inline const OpcodeInfo& infoOf(Opcode op) { return kOpcodes[static_cast<uint16_t>(op)]; }

// Taking words apart.
constexpr Opcode opcodeOf(Word w) { return static_cast<Opcode>(w & 0xffff); }
constexpr uint16_t operandA(Word w) { return static_cast<uint16_t>(w >> 16); }
constexpr uint16_t operandB(Word w) { return static_cast<uint16_t>(w >> 32); }
constexpr uint16_t operandC(Word w) { return static_cast<uint16_t>(w >> 48); }
constexpr int16_t signedB(Word w) { return static_cast<int16_t>(w >> 32); }
constexpr int16_t signedC(Word w) { return static_cast<int16_t>(static_cast<int64_t>(w) >> 48); }
constexpr int32_t signedBC(Word w) { return static_cast<int32_t>(static_cast<int64_t>(w) >> 32); }
constexpr uint32_t unsignedBC(Word w) { return static_cast<uint32_t>(w >> 32); }
// Of extension words.
constexpr uint16_t operandD(Word x) { return static_cast<uint16_t>(x); }
constexpr uint16_t operandE(Word x) { return static_cast<uint16_t>(x >> 16); }
constexpr uint32_t operandF(Word x) { return static_cast<uint32_t>(x >> 32); }
constexpr int32_t signedF(Word x) { return static_cast<int32_t>(x >> 32); }

constexpr Word encodeABC(Opcode op, uint16_t a, uint16_t b, uint16_t c) {
  return static_cast<Word>(op) | Word{a} << 16 | Word{b} << 32 | Word{c} << 48;
}
constexpr Word encodeAW(Opcode op, uint16_t a, uint32_t wide) {
  return static_cast<Word>(op) | Word{a} << 16 | Word{wide} << 32;
}
constexpr Word encodeExtension(uint16_t d, uint16_t e, uint32_t f) { return Word{d} | Word{e} << 16 | Word{f} << 32; }

/// An instruction with its operands by place, sign- or zero-extended by their kinds (jumps: signed distance).
struct Decoded {
  const OpcodeInfo* info;
  Opcode op;
  int64_t value[kOperandPlaces];
  unsigned words() const { return info->words; }
};
/// Reads the instruction at `at`, whose words must all be there and whose opcode must be in range.
Decoded decode(const Word* at);

/// What an operand of op Print is; the last two have no operand.
enum class PrintKind : uint16_t { Bool, Int, Uint, Float, Float32, Complex, Complex64, String, Pointer, Slice, Iface, Space, Newline };

} // namespace gossamer
