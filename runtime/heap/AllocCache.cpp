#include "runtime/heap/AllocCache.h"

#include "runtime/base/Check.h"
#include "runtime/heap/Heap-internal.h"

#include <cstring>
#include <sys/mman.h>

namespace gossamer {
namespace {

// More allocation classes than programs have types; memory is touched only where classes are used.
constexpr size_t kMaxClasses = 1 << 16;

} // namespace

AllocCache::AllocCache(Heap& heap) : heap_(heap), noscan_(heap.types().shapes().noscan()) {
  void* at = mmap(nullptr, kMaxClasses * sizeof(Run), PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  GOSSAMER_CHECK(at != MAP_FAILED);
  runs_ = static_cast<Run*>(at);
  std::lock_guard lock(heap.impl_->mutex);
  heap.impl_->caches.push_back(this);
}

AllocCache::~AllocCache() {
  {
    Heap::Impl& impl = *heap_.impl_;
    std::lock_guard lock(impl.mutex);
    impl.retireRunsLocked(*this);
    impl.retiredBytes += bytes_;
    impl.retiredObjects += objects_;
    std::erase(impl.caches, this);
  }
  munmap(runs_, kMaxClasses * sizeof(Run));
}

void* AllocCache::newObjectSlow(const TypeInfo* type) {
  GOSSAMER_DCHECK(type->has(kTypeLaidOut));
  if (type->size == 0) return heap_.zeroBase();
  if (type->size <= kMaxSmallSize && type->allocClass.load(std::memory_order_relaxed) == 0) {
    uint32_t sizeClass = sizeClassOf(type->size);
    std::lock_guard lock(heap_.impl_->mutex);
    type->allocClass.store(heap_.impl_->classForLocked(type->shape, sizeClass), std::memory_order_relaxed);
  }
  return newBlock(type->size, type->shape);
}

void* AllocCache::newBlockSlow(uint64_t bytes, const Shape* shape) {
  if (bytes == 0) return heap_.zeroBase();
  if (bytes > kMaxSmallSize) return heap_.newLarge(bytes, shape, true);
  uint32_t sizeClass = sizeClassOf(bytes);
  uint32_t allocClass = shape->classes[sizeClass].load(std::memory_order_relaxed);
  if (allocClass == 0) {
    std::lock_guard lock(heap_.impl_->mutex);
    allocClass = heap_.impl_->classForLocked(shape, sizeClass);
    GOSSAMER_CHECK(allocClass < kMaxClasses);
  }
  return refill(allocClass);
}

void* AllocCache::newBytesForOverwrite(uint64_t bytes) {
  return bytes > kMaxSmallSize ? heap_.newLarge(bytes, noscan_, false) : newBlock(bytes, noscan_);
}

// Makes the span's next stretch of unmarked cells the run.
bool AllocCache::nextRun(Run& run) {
  Span& span = *run.span;
  uint32_t first = span.find(span.scanned, false);
  if (first == span.cells) return false;
  uint32_t end = span.find(first, true);
  // Under stress every allocation comes this way.
  if (heap_.impl_->options.stressEvery != 0) end = first + 1;
  span.scanned = end;
  run.next = span.cellAt(first);
  run.end = span.cellAt(end);
  auto bytes = static_cast<uint64_t>(run.end - run.next);
  if (!span.zeroed) {
    unpoisonMemory(run.next, bytes);
    std::memset(run.next, 0, bytes);
  }
  poisonMemory(run.next, bytes);
  bytes_.store(bytes_.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
  objects_.store(objects_.load(std::memory_order_relaxed) + (end - first), std::memory_order_relaxed);
  heap_.noteAllocated(bytes);
  return true;
}

void* AllocCache::refill(uint32_t allocClass) {
  Run& run = runs_[allocClass];
  while (!run.span || !nextRun(run)) {
    std::lock_guard lock(heap_.impl_->mutex);
    run.span = heap_.impl_->takeSpanLocked(heap_, allocClass);
    run.cell = run.span->cell;
  }
  return bump(allocClass);
}

} // namespace gossamer
