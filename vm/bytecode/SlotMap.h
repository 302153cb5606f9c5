// Which slots of a frame the collector looks at: kinds of the first `slots()` slots, those beyond are scalars
// (or dead). Packed as in runtime/base/Slot.h; frames of up to 32 slots, nearly all, need no memory of their
// own.
//
// Thread safety: as a plain value.
#pragma once

#include "runtime/base/Slot.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace gossamer {

class SlotMap {
public:
  SlotMap() = default;
  SlotMap(const SlotMap& other) { *this = other; }
  SlotMap(SlotMap&& other) noexcept
      : slots_(std::exchange(other.slots_, 0)), entries_(std::exchange(other.entries_, 1)),
        bits_(std::exchange(other.bits_, 0)) {}
  SlotMap& operator=(const SlotMap& other) {
    if (this == &other) return *this;
    clear();
    grow(other.slots_);
    std::memcpy(writable(), other.words(), wordMapEntries(slots_) * sizeof(uint64_t));
    return *this;
  }
  SlotMap& operator=(SlotMap&& other) noexcept {
    std::swap(slots_, other.slots_);
    std::swap(entries_, other.entries_);
    std::swap(bits_, other.bits_);
    return *this;
  }
  ~SlotMap() {
    if (entries_ > 1) delete[] words();
  }

  /// Slots described; those behind are scalars.
  uint32_t slots() const { return slots_; }
  /// Kinds of `slots()` slots, packed.
  const uint64_t* words() const { return entries_ > 1 ? reinterpret_cast<const uint64_t*>(bits_) : &bits_; }

  void set(size_t slot, WordKind kind) {
    if (slot >= slots_) {
      if (kind == WordKind::Scalar) return;
      grow(static_cast<uint32_t>(slot) + 1);
    }
    setWordKind(writable(), slot, kind);
  }
  /// Describes at least as many slots, the new ones as scalars.
  void grow(uint32_t slots) {
    if (slots <= slots_) return;
    if (wordMapEntries(slots) > entries_) enlarge(static_cast<uint32_t>(wordMapEntries(slots)));
    slots_ = slots;
  }
  /// Makes it the empty map, keeping its memory.
  void clear() {
    std::memset(writable(), 0, wordMapEntries(slots_) * sizeof(uint64_t));
    slots_ = 0;
  }
  WordKind at(size_t slot) const { return slot < slots_ ? wordKindAt(words(), slot) : WordKind::Scalar; }
  uint64_t hash() const {
    uint64_t h = slots_;
    for (size_t i = 0; i < wordMapEntries(slots_); ++i) h = (h ^ words()[i]) * 0x9e3779b97f4a7c15u;
    return h;
  }
  bool operator==(const SlotMap& other) const {
    return slots_ == other.slots_ && std::equal(words(), words() + wordMapEntries(slots_), other.words());
  }

private:
  uint64_t* writable() { return entries_ > 1 ? reinterpret_cast<uint64_t*>(bits_) : &bits_; }
  void enlarge(uint32_t entries);

  // Entries behind the described slots are zero. One entry, enough for most frames, is kept inside.
  uint32_t slots_ = 0;
  uint32_t entries_ = 1;
  uint64_t bits_ = 0; // of one entry; else the address of more
};

} // namespace gossamer
