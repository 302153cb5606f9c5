#include "vm/bytecode/Disassembler.h"

#include "runtime/base/Trap.h"
#include "runtime/type/TypeInfo.h"

#include <cstdio>
#include <map>

namespace gossamer {
namespace {

std::string quoted(std::string_view text) {
  constexpr size_t kShown = 40;
  std::string out = "\"";
  for (char c : text.substr(0, kShown)) {
    char buffer[8];
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) > 126) {
      std::snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned char>(c));
      out += buffer;
    } else
      out += c;
  }
  return out + (text.size() > kShown ? "\"…" : "\"");
}

std::string slotName(int64_t slot) { return slot == kNoSlot ? "_" : "r" + std::to_string(slot); }

std::string selectText(const SelectTable& table) {
  std::string out = "{";
  for (const SelectArm& arm : table.cases) {
    if (out.size() > 1) out += ", ";
    if (arm.isSend)
      out += slotName(arm.channel) + " <- " + slotName(arm.value);
    else
      out += slotName(arm.value) + " <- " + slotName(arm.channel) + " recv";
  }
  if (table.hasDefault) out += out.size() > 1 ? ", default" : "default";
  return out + "}";
}

using Labels = std::map<uint32_t, unsigned>;

std::string operandText(const Decoded& d, OperandPlace p, const Module* module, uint32_t at, const Labels* labels) {
  int64_t v = d.value[p];
  switch (d.info->operands[p].kind) {
  case OperandKind::None: return "";
  case OperandKind::Win: return "window " + slotName(v);
  case OperandKind::I16:
  case OperandKind::U16:
  case OperandKind::I32:
  case OperandKind::U32:
  case OperandKind::I64: return "#" + std::to_string(v);
  case OperandKind::J16:
  case OperandKind::J32: {
    if (labels) {
      auto label = labels->find(static_cast<uint32_t>(int64_t{at} + v));
      if (label != labels->end()) return "L" + std::to_string(label->second);
    }
    return (v < 0 ? "" : "+") + std::to_string(v);
  }
  case OperandKind::Fn: return reinterpret_cast<const Function*>(v)->name;
  case OperandKind::Type: return "<" + std::string(reinterpret_cast<const TypeInfo*>(v)->string) + ">";
  case OperandKind::Str: return quoted(reinterpret_cast<const StringConst*>(v)->view());
  case OperandKind::Sel: return selectText(*reinterpret_cast<const SelectTable*>(v));
  case OperandKind::Global: {
    auto* address = reinterpret_cast<const char*>(v);
    const Global* g = module ? module->globalAt(address) : nullptr;
    if (!g) return "static";
    auto offset = address - static_cast<const char*>(g->data);
    return g->name + (offset ? "+" + std::to_string(offset) : "");
  }
  default: return slotName(v);
  }
}

std::string instructionText(const Word* code, uint32_t at, const Module* module, const Labels* labels) {
  Decoded d = decode(code + at);
  std::string out(d.info->name);
  out.resize(std::max<size_t>(out.size() + 1, 14), ' ');
  bool first = true;
  for (int p = kA; p < kOperandPlaces; ++p) {
    const OperandInfo& operand = d.info->operands[p];
    if (operand.kind == OperandKind::None || operand.name.starts_with("zero")) continue;
    if (!first) out += ", ";
    first = false;
    if (d.op == Opcode::Trap)
      out += nameOf(static_cast<TrapCode>(d.value[p]));
    else
      out += operandText(d, static_cast<OperandPlace>(p), module, at, labels);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string mapText(const SlotMap& map) {
  std::string out = "[";
  for (uint32_t i = 0; i < map.slots(); ++i) {
    WordKind kind = map.at(i);
    if (kind == WordKind::Scalar || kind == WordKind::InterfaceData) continue;
    if (out.size() > 1) out += ' ';
    out += slotName(i) + (kind == WordKind::Pointer ? ":ptr" : ":iface");
  }
  return out + "]";
}

} // namespace

std::string disassembleAt(const Word* at, const Module* module) { return instructionText(at, 0, module, nullptr); }

std::string disassemble(const Function& f, const DisassembleOptions& options) {
  std::string out = "func " + f.name + "  results " + std::to_string(f.resultSlots) + ", params " +
                    std::to_string(f.paramSlots) + ", frame " + std::to_string(f.frameSlots);
  if (f.captureCount) out += ", captures " + std::to_string(f.captureCount);
  if (f.flags & kHasDefer) out += ", defers";
  if (f.flags & kWrapper) out += ", wrapper";
  if (!f.isCompiled()) return out + (f.native ? "  (native)\n" : "  (not compiled)\n");
  out += '\n';
  const Word* code = f.ownedCode.data();
  Labels labels;
  for (uint32_t at = 0; at < f.codeWords; at += infoOf(opcodeOf(code[at])).words) {
    Decoded d = decode(code + at);
    for (int p = kA; p < kOperandPlaces; ++p)
      if (isJumpKind(d.info->operands[p].kind)) labels[static_cast<uint32_t>(int64_t{at} + d.value[p])] = 0;
  }
  unsigned number = 0;
  for (auto& [at, label] : labels) label = ++number;
  SourcePosition shown;
  for (uint32_t at = 0; at < f.codeWords; at += infoOf(opcodeOf(code[at])).words) {
    SourcePosition here = f.positionAt(code + at);
    if (options.lines && here.line && (here.line != shown.line || here.file != shown.file)) {
      std::string_view file = f.module ? f.module->fileName(here.file) : "?";
      out += " ; " + std::string(file) + ":" + std::to_string(here.line) + "\n";
      shown = here;
    }
    auto label = labels.find(at);
    std::string head = label != labels.end() ? "L" + std::to_string(label->second) + ":" : "";
    if ((f.flags & kHasDefer) && at == f.deferReturn) out += " ; after a recovered panic\n";
    head.resize(std::max<size_t>(head.size() + 1, 6), ' ');
    char place[16];
    std::snprintf(place, sizeof place, "%5u  ", at);
    out += head + place + instructionText(code, at, f.module, &labels);
    if (options.maps && infoOf(opcodeOf(code[at])).isSafepoint()) out += "   " + mapText(f.mapAt(code + at));
    out += '\n';
  }
  return out;
}

} // namespace gossamer
