#include "vm/bytecode/Module.h"

#include "runtime/base/Check.h"

#include <algorithm>
#include <cstring>

namespace gossamer {
namespace {

// What a function runs until it has code of its own, and what natives run. Shared by all: positions and maps are looked up
// by function, not by address.
constexpr Word kLazyCode[] = {encodeABC(Opcode::LazyCompile, 0, 0, 0)};
constexpr Word kNativeCode[] = {encodeABC(Opcode::NativeEntry, 0, 0, 0), encodeABC(Opcode::Return, 0, 0, 0)};

} // namespace

const SlotMap& Function::mapAt(const Word* pc) const {
  if (!containsPc(pc)) return entryMap;
  auto offset = static_cast<uint32_t>(pc - ownedCode.data());
  if (offset == 0 && (safepoints.empty() || safepoints.front().pc != 0)) return entryMap;
  auto after = std::upper_bound(safepoints.begin(), safepoints.end(), offset,
                                [](uint32_t at, const SafepointEntry& e) { return at < e.pc; });
  return after == safepoints.begin() ? entryMap : maps[(after - 1)->map];
}

SourcePosition Function::positionAt(const Word* pc) const {
  if (!containsPc(pc)) return declared;
  auto offset = static_cast<uint32_t>(pc - ownedCode.data());
  auto after = std::upper_bound(lines.begin(), lines.end(), offset,
                                [](uint32_t at, const LineEntry& e) { return at < e.pc; });
  return after == lines.begin() ? declared : (after - 1)->position;
}

Function* Module::addFunction(std::string name) {
  Function& f = functions_.emplace_back();
  f.name = std::move(name);
  f.module = this;
  f.code.store(kLazyCode, std::memory_order_release);
  functionSet_.insert(&f);
  return &f;
}

Function* Module::addNative(std::string name, NativeFn fn, uint16_t resultSlots, uint16_t paramSlots) {
  Function* f = addFunction(std::move(name));
  f->flags = kNativeFunction;
  f->native = fn;
  f->resultSlots = resultSlots;
  f->paramSlots = paramSlots;
  f->frameSlots = resultSlots + paramSlots;
  f->code.store(kNativeCode, std::memory_order_release);
  return f;
}

void Module::copyCode(const Function& from, Function& to) {
  to.ownedCode = from.ownedCode;
  to.codeWords = from.codeWords;
  to.frameSlots = from.frameSlots;
  to.deferReturn = from.deferReturn;
  to.flags = static_cast<uint16_t>(to.flags | (from.flags & kHasDefer));
  to.maps = from.maps;
  to.safepoints = from.safepoints;
  to.lines = from.lines;
  to.inlineFrames = from.inlineFrames;
  to.addressed = from.addressed;
  registerCode(to);
  to.code.store(to.ownedCode.data(), std::memory_order_release);
}

const StringConst* Module::string(std::string_view text) {
  if (auto found = strings_.find(text); found != strings_.end()) return found->second;
  // A byte more, so that the empty string has an address too.
  auto& bytes = bytes_.emplace_back(std::make_unique<char[]>(text.size() + 1));
  std::memcpy(bytes.get(), text.data(), text.size());
  StringConst& s = stringPool_.emplace_back(StringConst{bytes.get(), text.size()});
  strings_.emplace(s.view(), &s);
  stringSet_.insert(&s);
  return &s;
}

Global* Module::addGlobal(std::string name, const TypeInfo* type, size_t size) {
  void* data = zeroPlace_;
  if (size != 0 || !data) {
    data = data_.emplace_back(std::calloc(std::max<size_t>(slotsFor(size), 1), sizeof(Slot))).get();
    GOSSAMER_CHECK(data, "no memory for %s (%zu bytes)", name.c_str(), size);
  }
  Global& g = globals_.emplace_back(Global{data, size, type, std::move(name)});
  auto at = std::upper_bound(globalsByAddress_.begin(), globalsByAddress_.end(), static_cast<const void*>(g.data),
                             [](const void* p, const auto& entry) { return p < entry.first; });
  globalsByAddress_.insert(at, {g.data, &g});
  return &g;
}

const Global* Module::globalAt(const void* address) const {
  auto after = std::upper_bound(globalsByAddress_.begin(), globalsByAddress_.end(), address,
                                [](const void* p, const auto& entry) { return p < entry.first; });
  if (after == globalsByAddress_.begin()) return nullptr;
  const Global* g = (after - 1)->second;
  size_t bytes = std::max<size_t>(slotsFor(g->size), 1) * sizeof(Slot);
  return static_cast<const char*>(address) < static_cast<const char*>(g->data) + bytes ? g : nullptr;
}

const Function* Module::functionAt(const Word* pc) const {
  auto after = functionsByCode_.upper_bound(pc);
  if (after == functionsByCode_.begin()) return nullptr;
  const Function* f = std::prev(after)->second;
  return f->containsPc(pc) ? f : nullptr;
}

const SelectTable* Module::addSelect(SelectTable table) {
  SelectTable& t = selects_.emplace_back(std::move(table));
  selectSet_.insert(&t);
  return &t;
}

uint32_t Module::addFile(std::string name) {
  auto [entry, isNew] = fileNumbers_.try_emplace(name, static_cast<uint32_t>(files_.size()));
  if (isNew) files_.push_back(std::move(name));
  return entry->second;
}

std::string_view Module::fileName(uint32_t file) const {
  return file < files_.size() ? std::string_view(files_[file]) : std::string_view("?");
}

} // namespace gossamer
