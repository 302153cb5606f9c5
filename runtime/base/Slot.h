// Slot: the 8-byte cell that frames, call windows and interface data words are made of.
//
// A scalar of up to 8 bytes in a slot is in *canonical form*: ints sign-extended, uints zero-extended to 64
// bits, bool 0 or 1, float32 as its bits zero-extended, complex64 as two packed floats, pointers one word.
// Two facts everything relies on (little-endian hosts only):
//   - the address of a slot in canonical form is also the address of the value in memory form, so whatever
//   takes
//     `const void*` to a value (hash, equality, map keys, typed copies) may be given a slot;
//   - the reverse does not hold: going from memory to a slot needs loadCanonical's extension.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace gossamer {

static_assert(std::endian::native == std::endian::little);

union Slot {
  int64_t i;
  uint64_t u;
  double f;
  void* p;

  static Slot ofInt(int64_t v) { return Slot{.i = v}; }
  static Slot ofUint(uint64_t v) { return Slot{.u = v}; }
  static Slot ofBool(bool v) { return Slot{.u = v}; }
  static Slot ofFloat64(double v) { return Slot{.f = v}; }
  static Slot ofFloat32(float v) { return Slot{.u = std::bit_cast<uint32_t>(v)}; }
  static Slot ofPointer(const void* v) { return Slot{.p = const_cast<void*>(v)}; }
  static Slot zero() { return Slot{.u = 0}; }

  bool asBool() const { return u != 0; }
  float asFloat32() const { return std::bit_cast<float>(static_cast<uint32_t>(u)); }
  template <class T> T* as() const { return static_cast<T*>(p); }
};
static_assert(sizeof(Slot) == 8);

// The number of slots a value of `size` bytes takes in a frame.
constexpr size_t slotsFor(size_t size) {
  return (size + 7) / 8;
}

// How a scalar of 1 to 8 bytes is read from memory into canonical form.
enum class Extension : uint8_t { Zero, Sign };

inline Slot loadCanonical(const void* from, size_t size, Extension extension) {
  uint64_t raw = 0;
  std::memcpy(&raw, from, size);
  if (extension == Extension::Sign && size < 8 && size > 0) {
    unsigned shift = static_cast<unsigned>(64 - 8 * size);
    return Slot::ofInt(static_cast<int64_t>(raw << shift) >> shift);
  }
  return Slot::ofUint(raw);
}

inline void storeCanonical(void* to, Slot value, size_t size) {
  std::memcpy(to, &value.u, size);
}

// What a word of memory or a slot of a frame holds, as the collector sees it. Two bits each, packed low bits
// first, 32 words to a uint64_t. InterfaceType says that the next word is the interface's data word, whose
// own entry is InterfaceData (it is scanned as the type word says, never by itself).
enum class WordKind : uint8_t { Scalar = 0, Pointer = 1, InterfaceType = 2, InterfaceData = 3 };

constexpr size_t kWordsPerMapEntry = 32;
constexpr size_t wordMapEntries(size_t words) {
  return (words + kWordsPerMapEntry - 1) / kWordsPerMapEntry;
}
inline WordKind wordKindAt(const uint64_t* map, size_t word) {
  return static_cast<WordKind>((map[word / kWordsPerMapEntry] >> (word % kWordsPerMapEntry * 2)) & 3);
}
inline void setWordKind(uint64_t* map, size_t word, WordKind kind) {
  unsigned shift = static_cast<unsigned>(word % kWordsPerMapEntry * 2);
  uint64_t& entry = map[word / kWordsPerMapEntry];
  entry = (entry & ~(uint64_t{3} << shift)) | (static_cast<uint64_t>(kind) << shift);
}

} // namespace gossamer
