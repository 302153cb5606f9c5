#include "runtime/heap/PageArena.h"

#include "runtime/base/Check.h"
#include "runtime/heap/Poison.h"
#include "runtime/type/Layout.h"

#include <algorithm>
#include <sys/mman.h>

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif

namespace gossamer {
namespace {

// Small heaps stay on small pages: a huge page costs a fresh process more in zeroing than it ever saves it.
constexpr uint64_t kSmallHeap = uint64_t{16} << 20;
constexpr uint64_t kHugePage = uint64_t{2} << 20;
constexpr uint64_t kLeastReservation = uint64_t{32} << 20;

void* reserve(void* hint, uint64_t bytes) {
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | (hint ? MAP_FIXED_NOREPLACE : 0);
  void* at = mmap(hint, bytes, PROT_NONE, flags, -1, 0);
  if (at == MAP_FAILED) return nullptr;
  if (hint && at != hint) { // a kernel that does not know the flag took it for a wish
    munmap(at, bytes);
    return nullptr;
  }
  return at;
}

// Heaps begin where gc's do, or a whole number of steps further up: pointers then look familiar, and runs
// repeat more of themselves (address order, hashes of pointers).
void* reserveAtHint(uint64_t bytes) {
#ifdef GOSSAMER_SANITIZED // these own that part of the address space
  (void)bytes;
  return nullptr;
#else
  constexpr uint64_t kFirst = 0xc000000000, kStep = uint64_t{1} << 40;
  if (bytes > kStep) return nullptr;
  for (uint64_t i = 0; i < 64; ++i)
    if (void* at = reserve(reinterpret_cast<void*>(kFirst + i * kStep), bytes)) return at;
  return nullptr;
#endif
}

} // namespace

PageArena::PageArena(uint64_t reserveBytes) {
#ifdef GOSSAMER_SANITIZED
  reserveBytes = std::min(reserveBytes, uint64_t{1} << 33); // they keep shadows of what we reserve
#endif
  uint64_t bytes = std::max(alignUp(reserveBytes, kHugePage), kLeastReservation);
  for (;; bytes /= 2) {
    void* at = reserveAtHint(bytes);
    if (!at) at = reserve(nullptr, bytes);
    if (at) {
      base_ = static_cast<char*>(at);
      break;
    }
    if (bytes <= kLeastReservation) break; // no memory at all: the first allocation will report it
  }
  reservedPages_ = base_ ? bytes / kPageSize : 0;
}

PageArena::~PageArena() {
  if (!base_) return;
  unpoisonMemory(base_, top_ * kPageSize);
  munmap(base_, reservedPages_ * kPageSize);
}

// Neighbours in the same state become one range.
void PageArena::insert(uint64_t first, Range range) {
  auto alike = [&](const Range& other) {
    return other.zeroed == range.zeroed && other.released == range.released;
  };
  auto after = ranges_.lower_bound(first);
  if (after != ranges_.end() && first + range.pages == after->first && alike(after->second)) {
    range.pages += after->second.pages;
    erase(after++);
  }
  if (after != ranges_.begin()) {
    auto before = std::prev(after);
    if (before->first + before->second.pages == first && alike(before->second)) {
      first = before->first;
      range.pages += before->second.pages;
      erase(before);
    }
  }
  ranges_.emplace(first, range);
  bySize_.emplace(range.pages, first);
  free_ += range.pages;
  if (range.released) released_ += range.pages;
}

void PageArena::erase(Ranges::iterator range) {
  bySize_.erase({range->second.pages, range->first});
  free_ -= range->second.pages;
  if (range->second.released) released_ -= range->second.pages;
  ranges_.erase(range);
}

PageArena::Pages PageArena::take(Ranges::iterator range, uint64_t pages) {
  uint64_t first = range->first;
  Range whole = range->second;
  erase(range);
  if (whole.pages > pages) insert(first + pages, {whole.pages - pages, whole.zeroed, whole.released});
  return {address(first), whole.zeroed};
}

PageArena::Pages PageArena::allocate(uint64_t pages) {
  auto fit = bySize_.lower_bound({pages, 0});
  if (fit == bySize_.end()) {
    if (!commit(pages)) return {};
    fit = bySize_.lower_bound({pages, 0});
  }
  return take(ranges_.find(fit->second), pages);
}

bool PageArena::commit(uint64_t pages) {
  uint64_t slab = committedBytes() < kSmallHeap ? uint64_t{1} << 20 : uint64_t{16} << 20;
  uint64_t want = std::max(pages, slab / kPageSize);
  if (top_ + want > reservedPages_) want = pages;
  if (top_ + want > reservedPages_) return false;
  char* at = address(top_);
  if (mprotect(at, want * kPageSize, PROT_READ | PROT_WRITE) != 0) return false;
  insert(top_, {want, true, false});
  top_ += want;
  if (top_ * kPageSize > kSmallHeap) {
    // Advice for whole huge pages only; the first small slabs stay as they are.
    uint64_t from = alignUp(std::max(huge_ * kPageSize, kSmallHeap), kHugePage);
    uint64_t to = top_ * kPageSize / kHugePage * kHugePage;
    if (to > from) {
      madvise(base_ + from, to - from, MADV_HUGEPAGE); // only advice: failure is fine
      huge_ = to / kPageSize;
    }
  }
  return true;
}

void PageArena::free(char* base, uint64_t pages) {
  poisonMemory(base, pages * kPageSize);
  insert(static_cast<uint64_t>(base - base_) >> kPageShift, {pages, false, false});
}

void PageArena::release(uint64_t keepBytes) {
  while (idleBytes() > keepBytes) {
    // The largest range with memory behind it.
    auto largest = bySize_.rbegin();
    while (largest != bySize_.rend() && ranges_.at(largest->second).released) ++largest;
    if (largest == bySize_.rend()) return;
    auto range = ranges_.find(largest->second);
    uint64_t first = range->first;
    uint64_t pages = range->second.pages;
    madvise(address(first), pages * kPageSize, MADV_DONTNEED);
    erase(range);
    insert(first, {pages, true, true});
  }
}

} // namespace gossamer
