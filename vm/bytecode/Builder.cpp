#include "vm/bytecode/Builder.h"

#include "runtime/base/Check.h"

#include <algorithm>

namespace gossamer {
namespace {

bool fitsShort(int64_t distance) { return distance == static_cast<int16_t>(distance); }

/// kInserted words put in front of the instruction at `at`, so that everything behind it moves.
struct Insertion {
  uint32_t at;
};
constexpr uint32_t kInserted = 2;

/// Where position `at` lies after the insertions (sorted); words inserted at a position come before it.
uint32_t moved(const std::vector<Insertion>& insertions, uint32_t at) {
  auto behind = std::upper_bound(insertions.begin(), insertions.end(), at,
                                 [](uint32_t place, const Insertion& i) { return place < i.at; });
  return at + static_cast<uint32_t>(behind - insertions.begin()) * kInserted;
}

} // namespace

void CodeBuffers::clear() {
  code.clear();
  labels.clear();
  labelUsed.clear();
  fixups.clear();
  safepoints.clear();
  lines.clear();
  maps.clear();
  mapHashes.clear();
}

Builder::Builder(Function& function, CodeBuffers& buffers)
    : function_(function), code_(buffers.code), labels_(buffers.labels), labelUsed_(buffers.labelUsed),
      fixups_(buffers.fixups), safepoints_(buffers.safepoints), lines_(buffers.lines), maps_(buffers.maps),
      mapHashes_(buffers.mapHashes) {}

uint32_t Builder::addInlineFrame(std::string name, SourcePosition call) {
  function_.inlineFrames.push_back({std::move(name), call});
  return static_cast<uint32_t>(function_.inlineFrames.size());
}

CodeLabel Builder::newLabel() {
  labels_.push_back(kUnbound);
  labelUsed_.push_back(false);
  return {static_cast<uint32_t>(labels_.size() - 1)};
}

void Builder::bind(Label label) {
  GOSSAMER_CHECK(labels_[label.id] == kUnbound, "label bound twice");
  labels_[label.id] = here();
  lastBind_ = here();
  // A label that nothing has jumped to yet may still become a loop's target, but then control has to get here first.
  if (labelUsed_[label.id]) unreachable_ = false;
}

void Builder::markDeferReturn() {
  deferReturn_ = here();
  lastBind_ = here();
  unreachable_ = false;
}

bool Builder::retargetLast(SlotIndex from, SlotIndex to) {
  if (lastInstruction_ == kUnbound || lastBind_ == here()) return false;
  Word& w = code_[lastInstruction_];
  OperandKind kind = infoOf(opcodeOf(w)).operands[kA].kind;
  bool writes = kind == OperandKind::Dst || kind == OperandKind::Dst2 || kind == OperandKind::Dst3 ||
                kind == OperandKind::DstN || kind == OperandKind::DstOpt;
  if (!writes || operandA(w) != from) return false;
  // A safepoint's map was taken with `to` as it was: the old value, which stays valid until the op ends.
  w = (w & ~(Word{0xffff} << 16)) | Word{to} << 16;
  return true;
}

void Builder::recordMap() {
  map_.clear();
  if (provider_) provider_(map_);
  uint64_t hash = map_.hash();
  // Neighbouring safepoints tend to look alike, so the search goes backwards.
  auto index = static_cast<uint32_t>(maps_.size());
  while (index > 0 && (mapHashes_[index - 1] != hash || maps_[index - 1] != map_)) --index;
  if (index > 0) {
    --index;
  } else {
    index = static_cast<uint32_t>(maps_.size());
    maps_.push_back(map_);
    mapHashes_.push_back(hash);
  }
  if (safepoints_.empty() || safepoints_.back().map != index) safepoints_.push_back({here(), index});
}

void Builder::recordPosition() {
  if (lines_.empty() ? position_.line != 0 : lines_.back().position != position_)
    lines_.push_back({here(), position_});
}

void Builder::emit(Opcode op, std::initializer_list<Argument> arguments) {
  const OpcodeInfo& info = infoOf(op);
  if (info.isSafepoint()) recordMap();
  recordPosition();
  uint32_t at = here();
  uint64_t value[kOperandPlaces] = {};
  for (const Argument& a : arguments) {
    value[a.place] = a.bits;
    if (!isJumpKind(info.operands[a.place].kind)) continue;
    fixups_.push_back({at, static_cast<uint32_t>(a.bits), a.place});
    labelUsed_[a.bits] = true;
    value[a.place] = 0;
  }
  auto narrow = [&](OperandPlace p) { return static_cast<uint16_t>(value[p]); };
  if (isWideKind(info.operands[kB].kind))
    code_.push_back(encodeAW(op, narrow(kA), static_cast<uint32_t>(value[kB])));
  else
    code_.push_back(encodeABC(op, narrow(kA), narrow(kB), narrow(kC)));
  if (info.hasExtension()) code_.push_back(encodeExtension(narrow(kD), narrow(kE), static_cast<uint32_t>(value[kF])));
  if (info.has(kL)) code_.push_back(value[kL]);
  if (info.has(kM)) code_.push_back(value[kM]);
  lastInstruction_ = at;
  unreachable_ = info.traitBits & traits::kTerminator;
}

void Builder::emitRaw(Opcode op, std::initializer_list<uint64_t> operands) {
  Argument arguments[kOperandPlaces];
  size_t n = 0;
  const OpcodeInfo& info = infoOf(op);
  for (uint64_t bits : operands) {
    size_t place = n ? arguments[n - 1].place + size_t{1} : 0;
    while (!info.has(static_cast<OperandPlace>(place))) ++place;
    arguments[n++] = {static_cast<OperandPlace>(place), bits};
  }
  switch (n) {
  case 0: return emit(op, {});
  case 1: return emit(op, {arguments[0]});
  case 2: return emit(op, {arguments[0], arguments[1]});
  case 3: return emit(op, {arguments[0], arguments[1], arguments[2]});
  case 4: return emit(op, {arguments[0], arguments[1], arguments[2], arguments[3]});
  case 5: return emit(op, {arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]});
  default:
    return emit(op, {arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]});
  }
}

// A short jump that does not reach is left as it is, but aimed at a long one put behind it, around which falling through jumps:
//   JumpLt x, y, far          JumpLt x, y, +2
//   next            =>        Jump   next
//                             Jump   far      (Loop far if it is backward)
// Inserting moves code, which may push other jumps out of range: repeat until all fit.
void Builder::lengthenJumps() {
  for (;;) {
    std::vector<Insertion> insertions;
    std::vector<size_t> far; // places in fixups_
    for (size_t i = 0; i < fixups_.size(); ++i) {
      const Fixup& f = fixups_[i];
      if (infoOf(opcodeOf(code_[f.at])).operands[f.place].kind != OperandKind::J16) continue;
      if (fitsShort(int64_t{labels_[f.label]} - f.at)) continue;
      insertions.push_back({f.at + infoOf(opcodeOf(code_[f.at])).words});
      far.push_back(i);
    }
    if (far.empty()) return;
    std::vector<Word> code;
    code.reserve(code_.size() + insertions.size() * kInserted);
    size_t copied = 0;
    for (const Insertion& i : insertions) {
      code.insert(code.end(), code_.begin() + static_cast<ptrdiff_t>(copied), code_.begin() + i.at);
      copied = i.at;
      code.resize(code.size() + kInserted);
    }
    code.insert(code.end(), code_.begin() + static_cast<ptrdiff_t>(copied), code_.end());
    // The inserted pair belongs to the instruction before it; what was bound or recorded at the position moves behind it.
    for (uint32_t& label : labels_)
      if (label != kUnbound) label = moved(insertions, label);
    for (SafepointEntry& s : safepoints_) s.pc = moved(insertions, s.pc);
    for (LineEntry& l : lines_) l.pc = moved(insertions, l.pc);
    deferReturn_ = moved(insertions, deferReturn_);
    for (Fixup& f : fixups_) f.at = moved(insertions, f.at);
    code_ = std::move(code);
    for (size_t i : far) {
      uint32_t at = fixups_[i].at, target = fixups_[i].label;
      uint32_t pair = at + infoOf(opcodeOf(code_[at])).words;
      bool backward = labels_[target] <= at;
      code_[pair] = encodeAW(Opcode::Jump, 0, 2);
      code_[pair + 1] = encodeAW(backward ? Opcode::Loop : Opcode::Jump, 0, 0);
      labels_.push_back(pair + 1);
      labelUsed_.push_back(true);
      fixups_[i].label = static_cast<uint32_t>(labels_.size() - 1);
      fixups_.push_back({pair + 1, target, kB});
    }
    std::sort(fixups_.begin(), fixups_.end(), [](const Fixup& a, const Fixup& b) { return a.at < b.at; });
  }
}

void Builder::patch(const Fixup& f) {
  GOSSAMER_CHECK(labels_[f.label] != kUnbound, "jump to a label never bound in %s", function_.name.c_str());
  int64_t distance = int64_t{labels_[f.label]} - f.at;
  switch (f.place) {
  case kB: code_[f.at] |= Word{static_cast<uint32_t>(distance)} << 32; break;
  case kC: code_[f.at] |= Word{static_cast<uint16_t>(distance)} << 48; break;
  case kF: code_[f.at + 1] |= Word{static_cast<uint32_t>(distance)} << 32; break;
  default: GOSSAMER_UNREACHABLE("jump operand in place %d", f.place);
  }
}

void Builder::finish(uint32_t frameSlots) {
  // Labels may be bound at the end with nothing behind them.
  if (!unreachable_) emitUnreachable();
  lengthenJumps();
  for (const Fixup& f : fixups_) patch(f);
  Function& f = function_;
  f.ownedCode.assign(code_.begin(), code_.end()); // to size
  f.codeWords = static_cast<uint32_t>(f.ownedCode.size());
  f.frameSlots = frameSlots;
  f.deferReturn = deferReturn_;
  f.maps.assign(maps_.begin(), maps_.end());
  f.safepoints.assign(safepoints_.begin(), safepoints_.end());
  f.lines.assign(lines_.begin(), lines_.end());
  if (f.module) f.module->registerCode(f);
  f.code.store(f.ownedCode.data(), std::memory_order_release);
}

} // namespace gossamer
