// Span: a run of pages cut into cells of one allocation class, or holding one large object.
#pragma once

#include "runtime/heap/SizeClasses.h"

#include <bit>

namespace gossamer {

struct Span {
  static constexpr uint32_t kMaxCells = 2 * kPageSize / 8;
  static constexpr uint32_t kMarkWords = kMaxCells / 64;

  char* base = nullptr;
  uint64_t cell = 0; // bytes
  const Shape* shape = nullptr;
  uint32_t cells = 0;
  uint32_t reciprocal =
      0; // ceil(2^32 / cell): a division by multiplication, exact within a span; 0 for one cell
  uint32_t pages = 0;
  uint32_t marked = 0;     // number of mark bits set
  uint32_t allocClass = 0; // 0 for a large object
  uint32_t scanned = 0;    // cells before this one have been handed out or were marked
  uint32_t index = 0;      // in the heap's list of spans
  bool zeroed = false;     // the cells that are still to be handed out are zero
  uint64_t marks[kMarkWords] = {};

  uint32_t cellIndex(const char* address) const {
    return static_cast<uint32_t>((static_cast<uint64_t>(address - base) * reciprocal) >> 32);
  }
  char* cellAt(uint32_t i) const { return base + i * cell; }
  bool isMarked(uint32_t i) const { return (marks[i / 64] >> (i % 64)) & 1; }
  // Sets the mark; whether it was not set before.
  bool mark(uint32_t i) {
    uint64_t bit = uint64_t{1} << (i % 64);
    if (marks[i / 64] & bit) return false;
    marks[i / 64] |= bit;
    ++marked;
    return true;
  }
  // The first cell from `i` on whose mark is as given, or `cells`.
  uint32_t find(uint32_t i, bool mark) const {
    while (i < cells) {
      uint64_t word = (mark ? marks[i / 64] : ~marks[i / 64]) >> (i % 64);
      if (word != 0) {
        uint32_t found = i + static_cast<uint32_t>(std::countr_zero(word));
        return found < cells ? found : cells;
      }
      i = (i / 64 + 1) * 64;
    }
    return cells;
  }
  uint32_t markWords() const { return (cells + 63) / 64; }
};

} // namespace gossamer
