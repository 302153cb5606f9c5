#include "vm/bytecode/Operands.h"

#include "runtime/base/Slot.h"
#include "runtime/type/TypeInfo.h"
#include "vm/bytecode/Module.h"

namespace gossamer {
namespace {

size_t bytesOfFrameAccess(Opcode op) {
  switch (op) {
  case Opcode::FrameLoad8s:
  case Opcode::FrameLoad8u:
  case Opcode::FrameStore8: return 1;
  case Opcode::FrameLoad16s:
  case Opcode::FrameLoad16u:
  case Opcode::FrameStore16: return 2;
  default: return 4;
  }
}

const TypeInfo* typeAt(const Decoded& d) {
  return reinterpret_cast<const TypeInfo*>(d.value[kL]);
}

/// Slots from a DstN or SrcN operand on.
size_t variableWidth(const Decoded& d, OperandPlace p) {
  switch (d.op) {
  case Opcode::MoveN:
  case Opcode::LoadCaptureN: return static_cast<size_t>(d.value[kC]);
  case Opcode::ZeroN: return static_cast<size_t>(d.value[kB]);
  case Opcode::Lea: return static_cast<size_t>(d.value[kC]) / sizeof(Slot) + 1;
  case Opcode::LoadN:
  case Opcode::StoreN:
  case Opcode::SliceLoadN:
  case Opcode::SliceStoreN: return slotsFor(static_cast<size_t>(d.value[kF]));
  case Opcode::FrameLoadN:
  case Opcode::FrameStoreN:
    return slotsFor(static_cast<size_t>(d.value[kF]) + (p == kB ? static_cast<size_t>(d.value[kC]) : 0));
  case Opcode::FrameLoad8s:
  case Opcode::FrameLoad8u:
  case Opcode::FrameLoad16s:
  case Opcode::FrameLoad16u:
  case Opcode::FrameLoad32s:
  case Opcode::FrameLoad32u:
  case Opcode::FrameStore8:
  case Opcode::FrameStore16:
  case Opcode::FrameStore32: return slotsFor(static_cast<size_t>(d.value[kC]) + bytesOfFrameAccess(d.op));
  case Opcode::FrameIndex64:
  case Opcode::FrameSetIndex64: return static_cast<size_t>(d.value[kF]);
  case Opcode::MakeClosure: return static_cast<size_t>(d.value[kC]);
  case Opcode::Concat: return static_cast<size_t>(d.value[kC]) * 2;
  case Opcode::Append: return static_cast<size_t>(d.value[kD]) * typeAt(d)->slots();
  case Opcode::EqValue:
  case Opcode::BoxIface: return typeAt(d)->slots();
  case Opcode::MapGet:
  case Opcode::MapAddr:
  case Opcode::MapDelete: return typeAt(d)->underlying->key->slots();
  case Opcode::MapSet: return (p == kB ? typeAt(d)->underlying->key : typeAt(d)->underlying->elem)->slots();
  default: return 1;
  }
}

} // namespace

size_t slotsOfOperand(const Decoded& d, OperandPlace p) {
  switch (d.info->operands[p].kind) {
  case OperandKind::Dst2:
  case OperandKind::Src2: return 2;
  case OperandKind::Dst3:
  case OperandKind::Src3: return 3;
  case OperandKind::DstN:
  case OperandKind::SrcN: return variableWidth(d, p);
  case OperandKind::Upd: return d.op == Opcode::RangeStr ? 3 : 1;
  case OperandKind::DstOpt:
    if (p == kA && d.op == Opcode::AssertType) return typeAt(d)->slots();
    if (p == kA && d.op == Opcode::MapGet) return typeAt(d)->underlying->elem->slots();
    return 1;
  default: return 1;
  }
}

} // namespace gossamer
