#include "runtime/heap/Heap.h"

#include "runtime/base/Check.h"
#include "runtime/heap/Heap-internal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <utility>

namespace gossamer {

Heap::Impl::Impl(const HeapOptions& options) : options(options), arena(options.reserveBytes) {
  size_t bytes = std::max<size_t>(arena.reservedPages(), 1) * sizeof(Span*);
  void* at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  GOSSAMER_CHECK(at != MAP_FAILED);
  pages = static_cast<Span**>(at);
  classes.push_back({});
  setTriggerLocked();
}

Heap::Impl::~Impl() {
  for (Span* span : spans) delete span;
  for (Span* span : spareSpans) delete span;
  munmap(pages, std::max<size_t>(arena.reservedPages(), 1) * sizeof(Span*));
}

Heap::Heap(TypeTable& types, const HeapOptions& options)
    : types_(types), impl_(std::make_unique<Impl>(options)) {}

Heap::~Heap() {
  GOSSAMER_CHECK(impl_->caches.empty(), "a cache outlives its heap");
}

void Heap::addRoots(RootProvider* provider) {
  std::lock_guard lock(impl_->mutex);
  impl_->roots.push_back(provider);
}
void Heap::removeRoots(RootProvider* provider) {
  std::lock_guard lock(impl_->mutex);
  std::erase(impl_->roots, provider);
}
void Heap::addListener(CollectionListener* listener) {
  std::lock_guard lock(impl_->mutex);
  impl_->listeners.push_back(listener);
}
void Heap::removeListener(CollectionListener* listener) {
  std::lock_guard lock(impl_->mutex);
  std::erase(impl_->listeners, listener);
}

void Heap::wantCollection() {
  if (!wanted_.exchange(true) && notifier_) notifier_();
}

void Heap::noteAllocated(uint64_t bytes) {
  uint64_t now = impl_->allocated.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  bool stress = impl_->options.stressEvery != 0 && ++impl_->stressCount % impl_->options.stressEvery == 0;
  if (__builtin_expect(now >= impl_->trigger.load(std::memory_order_relaxed) || stress, 0)) {
    if (!collectionWanted()) wantCollection();
  }
}

bool Heap::shouldCollectBefore(uint64_t bytes) const {
  if (collectionWanted()) return true;
  if (impl_->allocated.load(std::memory_order_relaxed) + bytes >=
      impl_->trigger.load(std::memory_order_relaxed))
    return true;
  return !permits(bytes);
}

bool Heap::permits(uint64_t bytes) const {
  std::lock_guard lock(impl_->mutex);
  uint64_t used = impl_->usedPages * kPageSize;
  uint64_t limit = impl_->arena.reservedPages() * kPageSize;
  if (impl_->options.limitBytes != 0) limit = std::min(limit, impl_->options.limitBytes);
  return used <= limit && bytes <= limit - used;
}

// The pace: collect when as much was allocated as `percent` of what survived the last time.
uint64_t Heap::Impl::goalLocked() const {
  if (options.percent < 0) return UINT64_MAX;
  auto percent = static_cast<uint64_t>(options.percent);
  uint64_t goal = std::max(live + live * percent / 100, options.minimumHeap * percent / 100);
  // Close to the limit collect more often, but not for ever less.
  if (options.limitBytes != 0 && goal > options.limitBytes)
    goal = std::max(options.limitBytes, live + live / 16 + kPageSize);
  return goal;
}

void Heap::Impl::setTriggerLocked() {
  uint64_t goal = goalLocked();
  trigger.store(goal == UINT64_MAX ? goal : goal > live ? goal - live : 0, std::memory_order_relaxed);
  figures.nextGC = goal;
}

uint32_t Heap::Impl::classForLocked(const Shape* shape, uint32_t sizeClass) {
  uint32_t known = shape->classes[sizeClass].load(std::memory_order_relaxed);
  if (known != 0) return known;
  classes.push_back({shape, sizeClass, {}});
  auto made = static_cast<uint32_t>(classes.size() - 1);
  shape->classes[sizeClass].store(made, std::memory_order_relaxed);
  return made;
}

Span* Heap::Impl::newSpanLocked(Heap& heap, uint64_t pageCount, const Shape* shape, bool zero) {
  PageArena::Pages memory = arena.allocate(pageCount);
  if (!memory.base) {
    mutex.unlock(); // the handler may want to look at the heap
    heap.reportOutOfMemory();
  }
  uint64_t bytes = pageCount * kPageSize;
  unpoisonMemory(memory.base, bytes);
  // A span with pointers starts out all zero: what a stray pointer finds in a cell that was never handed out
  // is zero or, later, something of the same shape.
  if (!memory.zeroed && zero) {
    std::memset(memory.base, 0, bytes);
    memory.zeroed = true;
  }
  poisonMemory(memory.base, bytes);

  Span* span;
  if (spareSpans.empty()) {
    span = new Span;
  } else {
    span = spareSpans.back();
    spareSpans.pop_back();
    *span = Span{};
  }
  span->base = memory.base;
  span->pages = static_cast<uint32_t>(pageCount);
  span->shape = shape;
  span->zeroed = memory.zeroed;
  span->index = static_cast<uint32_t>(spans.size());
  spans.push_back(span);
  uint64_t first = static_cast<uint64_t>(memory.base - arena.base()) >> kPageShift;
  std::fill_n(pages + first, pageCount, span);
  usedPages += pageCount;
  return span;
}

void Heap::Impl::freeSpanLocked(Span* span) {
  uint64_t first = static_cast<uint64_t>(span->base - arena.base()) >> kPageShift;
  std::fill_n(pages + first, span->pages, nullptr);
  usedPages -= span->pages;
  arena.free(span->base, span->pages);
  spans[span->index] = spans.back();
  spans[span->index]->index = span->index;
  spans.pop_back();
  spareSpans.push_back(span);
}

Span* Heap::Impl::takeSpanLocked(Heap& heap, uint32_t allocClass) {
  AllocClass& of = classes[allocClass];
  if (!of.available.empty()) {
    Span* span = of.available.back();
    of.available.pop_back();
    return span;
  }
  uint64_t cell = kSizeClasses[of.sizeClass];
  uint64_t pageCount = spanPages(cell);
  Span* span = newSpanLocked(heap, pageCount, of.shape, !of.shape->noscan());
  span->cell = cell;
  span->cells = static_cast<uint32_t>(pageCount * kPageSize / cell);
  span->reciprocal = static_cast<uint32_t>(((uint64_t{1} << 32) + cell - 1) / cell);
  span->allocClass = allocClass;
  return span;
}

void* Heap::newLarge(uint64_t bytes, const Shape* shape, bool zero) {
  uint64_t pageCount = (bytes + kPageSize - 1) >> kPageShift;
  if (bytes > kMaxAlloc || pageCount > UINT32_MAX) reportOutOfMemory();
  Span* span;
  {
    std::lock_guard lock(impl_->mutex);
    span = impl_->newSpanLocked(*this, pageCount, shape, false);
    span->cell = pageCount * kPageSize;
    span->cells = 1;
    span->scanned = 1;
    impl_->retiredBytes += span->cell;
    ++impl_->retiredObjects;
  }
  // Zeroing a large object need not hold up the others.
  unpoisonMemory(span->base, span->cell);
  if (!span->zeroed && zero) std::memset(span->base, 0, span->cell);
  noteAllocated(span->cell);
  return span->base;
}

void Heap::reportOutOfMemory() {
  if (outOfMemory_) outOfMemory_();
  std::fputs("fatal error: runtime: out of memory\n", stderr);
  std::exit(2);
}

bool Heap::contains(const void* address) const {
  auto offset = static_cast<uint64_t>(static_cast<const char*>(address) - impl_->arena.base());
  return offset < impl_->arena.reservedPages() * kPageSize;
}

Heap::ObjectInfo Heap::findObject(const void* address) const {
  if (!contains(address)) return {};
  auto* at = static_cast<const char*>(address);
  std::lock_guard lock(impl_->mutex);
  const Span* span = impl_->pages[static_cast<uint64_t>(at - impl_->arena.base()) >> kPageShift];
  if (!span) return {};
  uint32_t cell = span->cellIndex(at);
  if (cell >= span->cells) return {};
  return {span->cellAt(cell), span->cell, span->shape};
}

bool Heap::isMarked(const void* address) const {
  if (!contains(address)) return true;
  auto* at = static_cast<const char*>(address);
  const Span* span = impl_->pages[static_cast<uint64_t>(at - impl_->arena.base()) >> kPageShift];
  if (!span) return false;
  uint32_t cell = span->cellIndex(at);
  return cell < span->cells && span->isMarked(cell);
}

bool Heap::setFinalizer(void* base, void* finalizer) {
  std::lock_guard lock(impl_->mutex);
  if (finalizer) return impl_->finalizers.try_emplace(base, finalizer).second;
  impl_->finalizers.erase(base);
  return true;
}

uint64_t Heap::addCleanup(void* base, void* function) {
  std::lock_guard lock(impl_->mutex);
  uint64_t id = ++impl_->lastCleanup;
  impl_->cleanups[id] = {base, function};
  return id;
}

void Heap::removeCleanup(uint64_t id) {
  std::lock_guard lock(impl_->mutex);
  impl_->cleanups.erase(id);
}

std::vector<Heap::Finalizable> Heap::takeFinalizable() {
  std::lock_guard lock(impl_->mutex);
  return std::exchange(impl_->finalizable, {});
}

Heap::Impl::Totals Heap::Impl::totalsLocked() const {
  Totals totals = {retiredBytes, retiredObjects};
  for (const AllocCache* cache : caches) {
    totals.bytes += cache->bytes_.load(std::memory_order_relaxed);
    totals.objects += cache->objects_.load(std::memory_order_relaxed);
    // What lies unused in runs has not been allocated yet.
    for (size_t i = 1; i < classes.size(); ++i) {
      const AllocCache::Run& run = cache->runs_[i];
      if (run.next == run.end) continue;
      auto unused = static_cast<uint64_t>(run.end - run.next);
      totals.bytes -= unused;
      totals.objects -= unused / run.cell;
    }
  }
  return totals;
}

HeapStats Heap::stats() const {
  std::lock_guard lock(impl_->mutex);
  HeapStats stats = impl_->figures;
  Impl::Totals totals = impl_->totalsLocked();
  uint64_t sinceObjects = totals.objects - impl_->mallocsAtCollection;
  stats.totalAlloc = totals.bytes;
  stats.mallocs = totals.objects;
  stats.heapObjects = impl_->liveObjects + sinceObjects;
  stats.frees = totals.objects - stats.heapObjects;
  stats.heapAlloc = impl_->live + (totals.bytes - impl_->bytesAtCollection);
  stats.heapSys = impl_->arena.committedBytes() + impl_->arena.releasedBytes();
  stats.heapInuse = impl_->usedPages * kPageSize;
  stats.heapReleased = impl_->arena.releasedBytes();
  stats.heapIdle = impl_->arena.idleBytes() + stats.heapReleased;
  return stats;
}

void Heap::pauses(std::span<uint64_t, kPauses> nanos, std::span<uint64_t, kPauses> endNanos) const {
  std::lock_guard lock(impl_->mutex);
  std::copy(impl_->pauseNanos.begin(), impl_->pauseNanos.end(), nanos.begin());
  std::copy(impl_->pauseEnds.begin(), impl_->pauseEnds.end(), endNanos.begin());
}

int Heap::percent() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->options.percent;
}

int Heap::setPercent(int percent) {
  std::lock_guard lock(impl_->mutex);
  int former = std::exchange(impl_->options.percent, percent);
  impl_->setTriggerLocked();
  return former;
}

void Heap::setLimit(uint64_t bytes) {
  std::lock_guard lock(impl_->mutex);
  impl_->options.limitBytes = bytes;
  impl_->setTriggerLocked();
}

void Heap::releaseFreeMemory() {
  std::lock_guard lock(impl_->mutex);
  impl_->arena.release(0);
}

} // namespace gossamer
