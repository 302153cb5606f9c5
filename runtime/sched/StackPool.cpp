#include "runtime/sched/StackPool.h"

#include "runtime/base/Check.h"

#include <bit>
#include <cstring>
#include <sys/mman.h>

namespace gossamer {

namespace {
constexpr size_t kMaxDoubledBytes = size_t{256} << 10;
// Chunks over this size are mapped by themselves and unmapped when freed.
constexpr size_t kMaxSlabChunkBytes = StackPool::kSlabBytes / 2;

unsigned classOf(size_t bytes) {
  size_t units = (bytes + StackPool::kFirstChunkBytes - 1) / StackPool::kFirstChunkBytes;
  return units <= 1 ? 0 : static_cast<unsigned>(std::bit_width(units - 1));
}
} // namespace

StackPool::~StackPool() {
  for (const Mapping& m : mappings_) munmap(m.address, m.bytes);
}

void* StackPool::map(size_t bytes) {
  void* p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) return nullptr;
  mapped_ += bytes;
  mappings_.push_back({p, bytes});
  return p;
}

void* StackPool::carve(size_t bytes) {
  if (static_cast<size_t>(slabEnd_ - slabNext_) < bytes) {
    // The rest of the old slab (less than a chunk) is given up: at most 50 %, for the rare big chunks only.
    void* slab = map(slabBytes_);
    if (!slab) return nullptr;
    if (slabBytes_ == kSlabBytes) madvise(slab, kSlabBytes, MADV_HUGEPAGE);
    slabNext_ = static_cast<char*>(slab);
    slabEnd_ = slabNext_ + slabBytes_;
    slabBytes_ = kSlabBytes;
  }
  void* p = slabNext_;
  slabNext_ += bytes;
  return p;
}

Goroutine* StackPool::allocGoroutine() {
  Goroutine* g = freeGoroutines_;
  if (g) {
    freeGoroutines_ = g->next;
  } else {
    g = static_cast<Goroutine*>(carve(sizeof(Goroutine)));
    if (!g) return nullptr;
    StackChunk* first = allocChunk(kFirstChunkBytes);
    if (!first) return nullptr;
    first->previous = first->next = nullptr;
    g->chunk = first;
  }
  StackChunk* first = g->chunk;
  std::memset(static_cast<void*>(g), 0, sizeof *g);
  g->chunk = first;
  g->stackUnits = 1;
  return g;
}

void StackPool::freeGoroutine(Goroutine* g) {
  trim(*g);
  g->status = GStatus::Free;
  g->next = freeGoroutines_;
  freeGoroutines_ = g;
}

StackChunk* StackPool::allocChunk(size_t bytes) {
  if (bytes > kFirstChunkBytes << (kClasses - 1)) return nullptr;
  unsigned k = classOf(bytes);
  StackChunk* c = free_[k];
  if (c) {
    free_[k] = c->next;
  } else {
    size_t size = kFirstChunkBytes << k;
    c = static_cast<StackChunk*>(size > kMaxSlabChunkBytes ? map(size) : carve(size));
    if (!c) return nullptr;
    c->bytes = static_cast<uint32_t>(size);
    c->sizeClass = k;
  }
  return c;
}

void StackPool::freeChunk(StackChunk* c) {
  if (c->bytes > kMaxSlabChunkBytes) {
    for (Mapping& m : mappings_) {
      if (m.address != c) continue;
      mapped_ -= m.bytes;
      munmap(m.address, m.bytes);
      m = mappings_.back();
      mappings_.pop_back();
      return;
    }
    GOSSAMER_UNREACHABLE();
  }
  c->next = free_[c->sizeClass];
  free_[c->sizeClass] = c;
}

StackChunk* StackPool::enterChunk(Goroutine& g, size_t slots, size_t limitBytes) {
  StackChunk* current = g.chunk;
  size_t needed = sizeof(StackChunk) + slots * sizeof(Slot);
  if (StackChunk* kept = current->next) {
    if (kept->bytes >= needed) return g.chunk = kept;
    for (StackChunk* c = kept; c;) {
      StackChunk* after = c->next;
      g.stackUnits -= c->bytes / kFirstChunkBytes;
      freeChunk(c);
      c = after;
    }
    current->next = nullptr;
  }
  size_t doubled = size_t{current->bytes} * 2;
  if (doubled > kMaxDoubledBytes) doubled = kMaxDoubledBytes;
  size_t bytes = needed > doubled ? needed : doubled;
  if (size_t{g.stackUnits} * kFirstChunkBytes + bytes > limitBytes) return nullptr;
  StackChunk* c = allocChunk(bytes);
  if (!c) return nullptr;
  c->previous = current;
  c->next = nullptr;
  current->next = c;
  g.stackUnits += c->bytes / kFirstChunkBytes;
  return g.chunk = c;
}

void StackPool::trim(Goroutine& g) {
  StackChunk* c = g.chunk;
  while (c->next) c = c->next;
  while (c->previous) {
    StackChunk* before = c->previous;
    freeChunk(c);
    c = before;
  }
  c->next = nullptr;
  g.chunk = c;
  g.stackUnits = c->bytes / kFirstChunkBytes;
}

} // namespace gossamer
