#include "runtime/heap/Marker.h"

#include "runtime/heap/Poison.h"

namespace gossamer {

// A cell that a pointer just past an object's end leads to may be free, hence poisoned; its words are
// harmless: either zero or left by an object of the same shape (Heap::Impl::newSpan).

inline void Marker::mark(const void* pointer) {
  auto* address = static_cast<const char*>(pointer);
  auto offset = static_cast<uint64_t>(address - arena_);
  if (offset >= arenaBytes_) return;
  Span* span = pages_[offset >> kPageShift];
  if (!span) return;
  uint32_t cell = span->cellIndex(address);
  if (cell >= span->cells || !span->mark(cell)) return; // the rest behind the last cell belongs to nobody
  bytes_ += span->cell;
  ++objects_;
  if (span->shape->noscan()) return;
  auto* base = reinterpret_cast<const uint64_t*>(span->cellAt(cell));
  __builtin_prefetch(base);
  stack_.push_back({base, span});
}

GOSSAMER_NO_ASAN inline void Marker::markInterface(const uint64_t* typeWord) {
  auto* type = reinterpret_cast<const TypeInfo*>(typeWord[0]);
  if (type && type->has(kTypeDataPointer)) mark(reinterpret_cast<const void*>(typeWord[1]));
}

// `count` words from `base`, a map entry (32 words) at a time; scalar words cost nothing.
GOSSAMER_NO_ASAN void Marker::scanWords(const uint64_t* base, const uint64_t* map, size_t count) {
  for (size_t first = 0; first < count; first += kWordsPerMapEntry) {
    uint64_t kinds = map[first / kWordsPerMapEntry];
    size_t left = count - first;
    if (left < kWordsPerMapEntry) kinds &= (uint64_t{1} << (2 * left)) - 1;
    while (kinds != 0) {
      auto shift = static_cast<unsigned>(std::countr_zero(kinds)) & ~1u;
      const uint64_t* word = base + first + shift / 2;
      switch (static_cast<WordKind>((kinds >> shift) & 3)) {
      case WordKind::Pointer: mark(reinterpret_cast<const void*>(*word)); break;
      case WordKind::InterfaceType: markInterface(word); break;
      default: break; // data words are looked at with their type words
      }
      kinds &= ~(uint64_t{3} << shift);
    }
  }
}

GOSSAMER_NO_ASAN void Marker::scan(const uint64_t* base, uint64_t words, const Shape& shape) {
  const uint64_t* map = shape.map.data();
  uint32_t period = shape.period;
  if (period == 1) { // all pointers: the only shape of period 1 besides noscan
    for (uint64_t i = 0; i < words; ++i) mark(reinterpret_cast<const void*>(base[i]));
    return;
  }
  for (; words > period; words -= period, base += period) scanWords(base, map, period);
  scanWords(base, map, words);
}

void Marker::visitPointer(const void* pointer) { mark(pointer); }

void Marker::visitWords(const Slot* base, const uint64_t* map, size_t count) {
  scanWords(&base->u, map, count);
}

void Marker::visitShape(const void* base, size_t bytes, const Shape& shape) {
  if (!shape.noscan()) scan(static_cast<const uint64_t*>(base), bytes / 8, shape);
}

void Marker::drain() {
  // Objects wait in a short queue between being popped and being scanned, so that their memory arrives
  // meanwhile.
  constexpr size_t kAhead = 8;
  Object ahead[kAhead] = {};
  size_t at = 0, waiting = 0;
  while (waiting != 0 || !stack_.empty()) {
    Object next = {};
    if (!stack_.empty()) {
      next = stack_.back();
      stack_.pop_back();
      __builtin_prefetch(next.base);
      ++waiting;
    }
    Object ready = ahead[at];
    ahead[at] = next;
    at = (at + 1) % kAhead;
    if (!ready.base) continue;
    --waiting;
    scan(ready.base, ready.span->cell / 8, *ready.span->shape);
  }
}

} // namespace gossamer
