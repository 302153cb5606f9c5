#include "vm/bytecode/Verifier.h"

#include "runtime/base/Trap.h"
#include "runtime/type/TypeInfo.h"
#include "runtime/type/TypeTable.h"
#include "vm/bytecode/Operands.h"

#include <algorithm>
#include <string>

namespace gossamer {
namespace {

using namespace traits;

/// The number of RuntimeErrors.def rows, None included.
constexpr int64_t kTrapCodes = 1
#define GOSSAMER_RUNTIME_ERROR(code, carrier, text, negative) +1
#include "runtime/base/RuntimeErrors.def"
    ;

/// The kind of type that an instruction's literal must have, or Invalid if any will do.
Kind kindNeeded(Opcode op, OperandPlace p) {
  switch (op) {
  case Opcode::MakeMap:
  case Opcode::MapGet:
  case Opcode::MapSet:
  case Opcode::MapAddr:
  case Opcode::MapDelete:
  case Opcode::MapClear:
  case Opcode::MapIterInit: return Kind::Map;
  case Opcode::MakeChan: return Kind::Chan;
  case Opcode::AssertIface:
  case Opcode::Implements: return Kind::Interface;
  case Opcode::AssertType: return p == kM ? Kind::Interface : Kind::Invalid;
  default: return Kind::Invalid;
  }
}

class Verification {
public:
  Verification(const Function& f, const TypeTable* types)
      : f_(f), types_(types), code_(f.ownedCode.data()), starts_(f.codeWords) {}

  std::vector<std::string> run() {
    if (!f_.isCompiled()) {
      complain(0, "no code");
      return std::move(errors_);
    }
    if (f_.frameSlots < uint32_t{f_.resultSlots} + f_.paramSlots) complain(0, "frame smaller than results and parameters");
    if (!findStarts()) return std::move(errors_);
    for (uint32_t at = 0; at < f_.codeWords; at += decode(code_ + at).words()) checkInstruction(at, decode(code_ + at));
    checkTables();
    return std::move(errors_);
  }

private:
  void complain(uint32_t at, std::string what) {
    errors_.push_back(f_.name + "+" + std::to_string(at) + ": " + std::move(what));
  }

  bool findStarts() {
    uint32_t at = 0, last = 0;
    while (at < f_.codeWords) {
      if ((code_[at] & 0xffff) >= kOpcodeCount) {
        complain(at, "no such opcode");
        return false;
      }
      const OpcodeInfo& info = infoOf(opcodeOf(code_[at]));
      if (at + info.words > f_.codeWords) {
        complain(at, std::string(info.name) + " is cut off");
        return false;
      }
      starts_[at] = true;
      last = at;
      at += info.words;
    }
    if (!(infoOf(opcodeOf(code_[last])).traitBits & kTerminator)) complain(last, "control runs off the end");
    return true;
  }

  bool isStart(int64_t at) const { return at >= 0 && at < f_.codeWords && starts_[static_cast<size_t>(at)]; }

  void checkSlots(uint32_t at, const Decoded& d, const char* what, int64_t first, size_t count) {
    if (count > f_.frameSlots || static_cast<uint64_t>(first) > f_.frameSlots - count)
      complain(at, std::string(d.info->name) + ": " + what + " r" + std::to_string(first) + " (" + std::to_string(count) +
                       " slots) lies beyond the frame's " + std::to_string(f_.frameSlots));
  }

  void checkOperand(uint32_t at, const Decoded& d, OperandPlace p) {
    const OperandInfo& operand = d.info->operands[p];
    int64_t v = d.value[p];
    std::string who = std::string(d.info->name) + ": " + std::string(operand.name);
    auto pointer = [&](auto* null) { return reinterpret_cast<decltype(null)>(v); };
    switch (operand.kind) {
    case OperandKind::None:
    case OperandKind::I16:
    case OperandKind::U16:
    case OperandKind::I32:
    case OperandKind::U32:
    case OperandKind::I64:
    case OperandKind::Win: return;
    case OperandKind::DstOpt:
    case OperandKind::SrcOpt:
      if (v == kNoSlot) return;
      [[fallthrough]];
    case OperandKind::Dst:
    case OperandKind::Dst2:
    case OperandKind::Dst3:
    case OperandKind::DstN:
    case OperandKind::Src:
    case OperandKind::Src2:
    case OperandKind::Src3:
    case OperandKind::SrcN:
    case OperandKind::Upd: return checkSlots(at, d, std::string(operand.name).c_str(), v, slotsOfOperand(d, p));
    case OperandKind::J16:
    case OperandKind::J32:
      if (!isStart(int64_t{at} + v))
        complain(at, who + " is not an instruction");
      else if (v <= 0 && !(d.info->traitBits & kPoll))
        complain(at, who + " goes backward without a poll");
      return;
    case OperandKind::Fn:
      if (!f_.module || !f_.module->owns(pointer(static_cast<const Function*>(nullptr))))
        complain(at, who + " is not of this module");
      return;
    case OperandKind::Str:
      if (!f_.module || !f_.module->owns(pointer(static_cast<const StringConst*>(nullptr))))
        complain(at, who + " is not of this module");
      return;
    case OperandKind::Sel:
      if (!f_.module || !f_.module->owns(pointer(static_cast<const SelectTable*>(nullptr))))
        complain(at, who + " is not of this module");
      else
        checkSelect(at, d, *pointer(static_cast<const SelectTable*>(nullptr)));
      return;
    case OperandKind::Global:
      if (!f_.module || !f_.module->globalAt(pointer(static_cast<const void*>(nullptr))))
        complain(at, who + " is not static data of this module");
      return;
    case OperandKind::Type:
      if (!v || (types_ && !types_->owns(pointer(static_cast<const TypeInfo*>(nullptr)))))
        return complain(at, who + " is not a type");
      checkType(at, who, kindNeeded(d.op, p), *pointer(static_cast<const TypeInfo*>(nullptr)));
      return;
    }
  }

  void checkType(uint32_t at, const std::string& who, Kind needed, const TypeInfo& type) {
    if (!type.has(kTypeLaidOut)) complain(at, who + " is incomplete");
    else if (needed != Kind::Invalid && type.kind != needed) complain(at, who + " is of the wrong kind");
  }

  void checkSelect(uint32_t at, const Decoded& d, const SelectTable& table) {
    for (const SelectArm& arm : table.cases) {
      checkSlots(at, d, "channel", arm.channel, 1);
      if (arm.value != kNoSlot) checkSlots(at, d, "value", arm.value, 1);
    }
  }

  void checkImmediates(uint32_t at, const Decoded& d) {
    switch (d.op) {
    case Opcode::DivI:
    case Opcode::RemI:
      if (d.value[kC] == 0) complain(at, "division by the constant 0");
      return;
    case Opcode::ShlI:
    case Opcode::ShrI:
    case Opcode::SarI:
      if (d.value[kC] >= 64) complain(at, "shift by a constant over 63");
      return;
    case Opcode::LoadCapture:
      if (d.value[kB] >= f_.captureCount) complain(at, "no such capture");
      return;
    case Opcode::LoadCaptureN:
      if (d.value[kB] + d.value[kC] > f_.captureCount) complain(at, "no such captures");
      return;
    case Opcode::MakeClosure:
      if (d.value[kC] != reinterpret_cast<const Function*>(d.value[kL])->captureCount)
        complain(at, "closure with another number of captures than its function has");
      return;
    case Opcode::Trap:
      if (d.value[kA] == 0 || d.value[kA] >= kTrapCodes) complain(at, "no such runtime error");
      return;
    case Opcode::Print:
      if (d.value[kB] > static_cast<int64_t>(PrintKind::Newline)) complain(at, "no such print kind");
      return;
    case Opcode::Call:
    case Opcode::CallNative: {
      auto* callee = reinterpret_cast<const Function*>(d.value[kL]);
      if (!f_.module || !f_.module->owns(callee)) return;
      checkSlots(at, d, "window", d.value[kA], size_t{3} + callee->resultSlots + callee->paramSlots);
      if (d.op == Opcode::CallNative && !callee->native) complain(at, "CallNative of a function in Go");
      return;
    }
    case Opcode::CallClosure: checkSlots(at, d, "window", d.value[kA], 3); return;
    case Opcode::CallIface:
      checkSlots(at, d, "window", d.value[kA], static_cast<size_t>(d.value[kC]) + 4);
      if (d.value[kF] == 0) complain(at, "selector 0");
      return;
    case Opcode::Defer:
      if (!(f_.flags & kHasDefer)) complain(at, "Defer in a function that is not marked as deferring");
      return;
    case Opcode::LazyCompile:
    case Opcode::NativeEntry:
    case Opcode::PanicStep:
    case Opcode::ChunkReturn:
    case Opcode::GoExit: complain(at, std::string(d.info->name) + " is the machine's own"); return;
    default: return;
    }
  }

  void checkInstruction(uint32_t at, const Decoded& d) {
    size_t before = errors_.size();
    for (int p = kM; p >= kA; --p) {
      if (p < kL && errors_.size() != before) break; // widths need sound literals
      checkOperand(at, d, static_cast<OperandPlace>(p));
    }
    if (errors_.size() == before) checkImmediates(at, d);
    if (!d.info->isSafepoint()) return;
    if (f_.safepoints.empty() || f_.safepoints.front().pc > at)
      complain(at, std::string(d.info->name) + " has no slot map");
  }

  void checkTables() {
    uint32_t previous = 0;
    for (const SafepointEntry& s : f_.safepoints) {
      if (s.pc < previous || s.pc >= f_.codeWords || !starts_[s.pc]) complain(s.pc, "safepoint table out of order");
      if (s.map >= f_.maps.size()) complain(s.pc, "safepoint without map");
      previous = s.pc;
    }
    for (size_t m = 0; m < f_.maps.size(); ++m) checkMap("map " + std::to_string(m), f_.maps[m]);
    checkMap("entry map", f_.entryMap);
    previous = 0;
    for (const LineEntry& l : f_.lines) {
      if (l.pc < previous || l.pc >= f_.codeWords) complain(l.pc, "line table out of order");
      if (l.position.inlined > f_.inlineFrames.size()) complain(l.pc, "no such inlined call");
      previous = l.pc;
    }
    if ((f_.flags & kHasDefer) && !isStart(f_.deferReturn)) complain(f_.deferReturn, "deferReturn is not an instruction");
  }

  void checkMap(const std::string& who, const SlotMap& map) {
    if (map.slots() > f_.frameSlots) complain(0, who + " describes slots beyond the frame");
    for (uint32_t i = 0; i < map.slots(); ++i) {
      bool hasData = map.at(i + 1) == WordKind::InterfaceData;
      if ((map.at(i) == WordKind::InterfaceType) != hasData)
        complain(0, who + ": half an interface at r" + std::to_string(i));
    }
  }

  const Function& f_;
  const TypeTable* types_;
  const Word* code_;
  std::vector<bool> starts_;
  std::vector<std::string> errors_;
};

} // namespace

std::vector<std::string> verify(const Function& function, const TypeTable* types) {
  return Verification(function, types).run();
}

} // namespace gossamer
