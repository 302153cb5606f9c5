#include "frontend/ast/Arena.h"

#include <algorithm>
#include <cstdlib>
#include <sys/mman.h>

namespace gossamer {
namespace {

constexpr size_t kFirstBlock = size_t(64) << 10, kPage = size_t(4) << 10, kHugePage = size_t(2) << 20;
// From here on a block of huge pages is not more than half of the arena.
constexpr size_t kLargeArena = size_t(4) << 20;

char* map(size_t size, int flags) {
  void* at = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);
  if (at == MAP_FAILED) std::abort(); // as operator new would
  return static_cast<char*>(at);
}

// A block that begins at a boundary of huge pages.
char* mapHuge(size_t size) {
  char* at = map(size + kHugePage, MAP_NORESERVE);
  size_t before = -reinterpret_cast<uintptr_t>(at) & (kHugePage - 1);
  if (before) munmap(at, before);
  munmap(at + before + size, kHugePage - before);
  madvise(at + before, size, MADV_HUGEPAGE); // advice only: small pages do as well
  return at + before;
}

} // namespace

Arena::~Arena() {
  for (const Block& block : blocks_) munmap(block.base, block.size);
}

void* Arena::allocateSlow(size_t size, size_t align) {
  // A small program reserves little: blocks are half of what there is already.
  bool huge = reserved_ >= kLargeArena;
  size_t block = huge ? kHugePage : std::max(kFirstBlock, reserved_ / 2);
  size_t unit = huge ? kHugePage : kPage;
  block = (std::max(block, size + align) + unit - 1) & ~(unit - 1);
  char* base = huge ? mapHuge(block) : map(block, MAP_POPULATE);
  blocks_.push_back({base, block});
  next_ = reinterpret_cast<uintptr_t>(base);
  end_ = next_ + block;
  reserved_ += block;
  uintptr_t start = (next_ + align - 1) & ~(uintptr_t(align) - 1);
  next_ = start + size;
  return reinterpret_cast<void*>(start);
}

} // namespace gossamer
