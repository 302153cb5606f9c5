#include "vm/bytecode/Liveness.h"

#include "vm/bytecode/Operands.h"

#include <algorithm>

namespace gossamer {
namespace {

using namespace traits;

constexpr size_t kMostWords = size_t{1} << 18; ///< of the live sets of all blocks together

/// A set of slots; those from `limit` on are in no map, so nobody asks for them.
class SlotSet {
public:
  explicit SlotSet(size_t limit) : limit_(limit), bits_((limit + 63) / 64) {}
  void add(size_t first, size_t count) {
    for (size_t slot = first, end = std::min(limit_, first + count); slot < end; ++slot)
      bits_[slot / 64] |= bit(slot);
  }
  void remove(size_t first, size_t count) {
    for (size_t slot = first, end = std::min(limit_, first + count); slot < end; ++slot)
      bits_[slot / 64] &= ~bit(slot);
  }
  void addFrom(size_t first) { add(first, limit_ - std::min(first, limit_)); }
  void removeFrom(size_t first) { remove(first, limit_ - std::min(first, limit_)); }
  bool has(size_t slot) const { return slot < limit_ && (bits_[slot / 64] & bit(slot)); }
  void addAll(const SlotSet& other) {
    for (size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  bool operator==(const SlotSet& other) const { return bits_ == other.bits_; }

private:
  static uint64_t bit(size_t slot) { return uint64_t{1} << (slot % 64); }
  size_t limit_;
  std::vector<uint64_t> bits_;
};

bool isSourceKind(OperandKind kind) {
  return kind == OperandKind::Src || kind == OperandKind::Src2 || kind == OperandKind::Src3 ||
         kind == OperandKind::SrcN || kind == OperandKind::SrcOpt || kind == OperandKind::Upd;
}

/// Every slot of the operand is written. Stores into a part of the frame's memory leave the rest.
bool overwrites(const Decoded& d, OperandKind kind) {
  switch (kind) {
  case OperandKind::Dst:
  case OperandKind::Dst2:
  case OperandKind::Dst3: return true;
  case OperandKind::DstN:
    return d.op == Opcode::MoveN || d.op == Opcode::ZeroN || d.op == Opcode::LoadN ||
           d.op == Opcode::SliceLoadN || d.op == Opcode::LoadCaptureN || d.op == Opcode::FrameLoadN;
  default: return false;
  }
}

size_t slotsPrinted(const Decoded& d) {
  switch (static_cast<PrintKind>(d.value[kB])) {
  case PrintKind::Complex:
  case PrintKind::String:
  case PrintKind::Iface: return 2;
  case PrintKind::Slice: return 3;
  default: return 1;
  }
}

class Analysis {
public:
  explicit Analysis(const Function& f) : f_(f), code_(f.ownedCode.data()) {
    for (const SlotMap& map : f.maps) limit_ = std::max<size_t>(limit_, map.slots());
    limit_ = std::max<size_t>(limit_, f.entryMap.slots());
  }

  /// False if the function's own maps have to do.
  bool run() {
    if (!f_.isCompiled() || f_.ownedCode.empty() || limit_ == 0) return false;
    if (!findBlocks()) return false;
    if (blocks_.size() * ((limit_ + 63) / 64) > kMostWords) return false;
    for (Block& block : blocks_) block.liveIn = SlotSet(limit_);
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t b = blocks_.size(); b-- > 0;) {
        SlotSet live = liveOut(b);
        walk(b, live, [](uint32_t, const SlotSet&) {});
        if (live == blocks_[b].liveIn) continue;
        blocks_[b].liveIn = std::move(live);
        changed = true;
      }
    }
    return true;
  }

  /// visit(pc, slots live while the instruction there executes), for each safepoint.
  template <class Visit> void eachSafepoint(Visit&& visit) {
    for (size_t b = 0; b < blocks_.size(); ++b) {
      SlotSet live = liveOut(b);
      walk(b, live, visit);
    }
  }

  bool isAddressed(size_t slot) const {
    return std::any_of(f_.addressed.begin(), f_.addressed.end(),
                       [&](const SlotRange& r) { return slot >= r.first && slot - r.first < r.count; });
  }

private:
  struct Block {
    size_t firstStart, endStart; ///< in starts_
    std::vector<size_t> next;
    SlotSet liveIn{0};
  };

  bool findBlocks() {
    std::vector<bool> leads(f_.codeWords + 1);
    leads[0] = true;
    if (f_.flags & kHasDefer) leads[f_.deferReturn] = true;
    for (uint32_t at = 0; at < f_.codeWords;) {
      starts_.push_back(at);
      Decoded d = decode(code_ + at);
      if (d.op == Opcode::Lea && !isAddressed(static_cast<size_t>(d.value[kB]))) return false;
      if (d.info->traitBits & (kBranch | kTerminator)) {
        eachTarget(at, d, [&](uint32_t target) { leads[target] = true; });
        leads[at + d.words()] = true;
      }
      at += d.words();
    }
    std::vector<size_t> blockAt(f_.codeWords + 1);
    for (size_t i = 0; i < starts_.size(); ++i) {
      if (leads[starts_[i]]) {
        if (!blocks_.empty()) blocks_.back().endStart = i;
        blocks_.push_back({i, 0, {}, SlotSet(0)});
      }
      blockAt[starts_[i]] = blocks_.size() - 1;
    }
    blocks_.back().endStart = starts_.size();
    for (size_t b = 0; b < blocks_.size(); ++b) {
      uint32_t last = starts_[blocks_[b].endStart - 1];
      Decoded d = decode(code_ + last);
      eachTarget(last, d, [&](uint32_t target) { blocks_[b].next.push_back(blockAt[target]); });
      if (!(d.info->traitBits & kTerminator) && b + 1 < blocks_.size()) blocks_[b].next.push_back(b + 1);
    }
    if (f_.flags & kHasDefer) recovery_ = blockAt[f_.deferReturn];
    return true;
  }

  template <class Visit> void eachTarget(uint32_t at, const Decoded& d, Visit&& visit) {
    for (int p = kA; p < kOperandPlaces; ++p)
      if (isJumpKind(d.info->operands[p].kind)) visit(static_cast<uint32_t>(int64_t{at} + d.value[p]));
  }

  SlotSet liveOut(size_t b) const {
    SlotSet live(limit_);
    for (size_t next : blocks_[b].next) live.addAll(blocks_[next].liveIn);
    return live;
  }

  /// From what is live behind the block to what is live before it.
  template <class Visit> void walk(size_t b, SlotSet& live, Visit&& visit) {
    const Block& block = blocks_[b];
    for (size_t i = block.endStart; i-- > block.firstStart;) {
      Decoded d = decode(code_ + starts_[i]);
      // A panic may come out of any safepoint and be recovered.
      if ((f_.flags & kHasDefer) && d.info->isSafepoint()) live.addAll(blocks_[recovery_].liveIn);
      bool isCall = d.info->has(kA) && d.info->operands[kA].kind == OperandKind::Win;
      if (isCall) {
        // The callee's frame begins in the window; the arguments are its own from now on.
        live.removeFrom(static_cast<size_t>(d.value[kA]));
        if (starts_[i] != 0) visit(starts_[i], live);
      }
      for (int p = kA; p < kOperandPlaces; ++p)
        if (overwrites(d, d.info->operands[p].kind))
          live.remove(static_cast<size_t>(d.value[p]), slotsOfOperand(d, static_cast<OperandPlace>(p)));
      addUses(d, live);
      // At the first instruction a goroutine may also be stopped before it, with the parameters still to be
      // read.
      if (d.info->isSafepoint() && (!isCall || starts_[i] == 0)) visit(starts_[i], live);
    }
  }

  void addUses(const Decoded& d, SlotSet& live) {
    for (int p = kA; p < kOperandPlaces; ++p) {
      OperandKind kind = d.info->operands[p].kind;
      if (isSourceKind(kind) && !(kind == OperandKind::SrcOpt && d.value[p] == kNoSlot))
        live.add(static_cast<size_t>(d.value[p]),
                 d.op == Opcode::Print ? slotsPrinted(d) : slotsOfOperand(d, OperandPlace(p)));
    }
    auto window = static_cast<size_t>(d.value[kA]);
    switch (d.op) {
    case Opcode::Call:
    case Opcode::CallNative: {
      auto* callee = reinterpret_cast<const Function*>(d.value[kL]);
      return live.add(window + 3 + callee->resultSlots, callee->paramSlots);
    }
    // How many arguments there are the instruction does not say; no variable lies above a window.
    case Opcode::CallClosure: return live.addFrom(window + 3);
    case Opcode::CallIface: return live.addFrom(window + 3 + static_cast<size_t>(d.value[kC]));
    case Opcode::Send:
      return live.addFrom(static_cast<size_t>(d.value[kB])); // nor how many slots the value has
    case Opcode::Select:
      for (const SelectArm& arm : reinterpret_cast<const SelectTable*>(d.value[kL])->cases) {
        live.add(arm.channel, 1);
        if (arm.isSend && arm.value != kNoSlot) live.addFrom(arm.value);
      }
      return;
    case Opcode::Return: return live.add(0, f_.resultSlots);
    default: return;
    }
  }

  const Function& f_;
  const Word* code_;
  size_t limit_ = 0;
  std::vector<uint32_t> starts_;
  std::vector<Block> blocks_;
  size_t recovery_ = 0; ///< the block of deferReturn
};

} // namespace

LiveMaps::LiveMaps(const Function& function) : function_(function) {
  Analysis analysis(function);
  if (!analysis.run()) return;
  SlotMap addressed;
  for (const SlotRange& range : function.addressed)
    for (size_t slot = range.first; slot < size_t{range.first} + range.count; ++slot)
      addressed.set(slot, WordKind::Pointer);
  SlotMap map;
  analysis.eachSafepoint([&](uint32_t pc, const auto& live) {
    const SlotMap& all = function.mapAt(function.ownedCode.data() + pc);
    auto keeps = [&](size_t slot) { return live.has(slot) || addressed.at(slot) != WordKind::Scalar; };
    map.clear();
    for (size_t slot = 0; slot < all.slots(); ++slot) {
      WordKind kind = all.at(slot);
      if (kind == WordKind::InterfaceType) {
        if (keeps(slot) || keeps(slot + 1)) {
          map.set(slot, kind);
          map.set(slot + 1, WordKind::InterfaceData);
        }
        ++slot;
      } else if (kind != WordKind::Scalar && keeps(slot)) {
        map.set(slot, kind);
      }
    }
    uint32_t index = maps_.empty() || !(maps_.back() == map) ? static_cast<uint32_t>(maps_.size())
                                                             : static_cast<uint32_t>(maps_.size() - 1);
    if (index == maps_.size()) maps_.push_back(map);
    entries_.push_back({pc, index});
  });
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.pc < b.pc; });
}

const SlotMap& LiveMaps::mapAt(const Word* pc) const {
  if (!function_.containsPc(pc)) return function_.mapAt(pc);
  // The pc lies in the instruction, not always at its start.
  auto offset = static_cast<uint32_t>(pc - function_.ownedCode.data());
  auto after = std::upper_bound(entries_.begin(), entries_.end(), offset,
                                [](uint32_t at, const Entry& e) { return at < e.pc; });
  if (after == entries_.begin()) return function_.mapAt(pc);
  const Entry& entry = *(after - 1);
  bool inside = offset < entry.pc + infoOf(opcodeOf(function_.ownedCode[entry.pc])).words;
  return inside ? maps_[entry.map] : function_.mapAt(pc);
}

const SlotMap& liveMapAt(const Function& function, const Word* pc) {
  if (!function.containsPc(pc) || function.flags & kScopedMaps) return function.mapAt(pc);
  if (!function.liveMaps) function.liveMaps = std::make_shared<LiveMaps>(function);
  return function.liveMaps->mapAt(pc);
}

} // namespace gossamer
