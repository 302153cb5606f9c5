// One collection: mark from the roots, then give back what has no mark. There is no sweep of single cells:
// mark bits are the free map from which caches take their next runs.
#include "runtime/heap/Heap-internal.h"
#include "runtime/heap/Marker.h"

#include <chrono>

namespace gossamer {

void Heap::Impl::retireRunsLocked(AllocCache& cache) {
  for (size_t i = 1; i < classes.size(); ++i) {
    AllocCache::Run& run = cache.runs_[i];
    if (run.next != run.end) {
      auto unused = static_cast<uint64_t>(run.end - run.next);
      cache.bytes_.fetch_sub(unused, std::memory_order_relaxed);
      cache.objects_.fetch_sub(unused / run.cell, std::memory_order_relaxed);
    }
    run = {};
  }
}

void Heap::Impl::markAll(Heap& heap, Marker& marker) {
  for (RootProvider* provider : roots) {
    provider->visitRoots(marker);
    marker.drain(); // keeps the stack short and the provider's memory warm
  }
  for (bool more = true; more;) {
    more = false;
    for (RootProvider* provider : roots) more |= provider->visitReached(marker, heap);
    marker.drain();
  }
  for (const Finalizable& entry : finalizable) {
    marker.visitPointer(entry.object);
    marker.visitPointer(entry.finalizer);
  }
  // What an object with a finalizer refers to stays, the object itself only if something else refers to it:
  // so finalizers run in the order of dependence, and cycles of them never, as in gc.
  for (auto [object, finalizer] : finalizers) {
    marker.visitPointer(finalizer);
    uint64_t page = static_cast<uint64_t>(static_cast<char*>(object) - arena.base()) >> kPageShift;
    const Span* span = page < arena.reservedPages() ? pages[page] : nullptr;
    if (span) marker.visitShape(object, span->cell, *span->shape);
  }
  for (auto& [id, cleanup] : cleanups) marker.visitPointer(cleanup.function);
  marker.drain();
  for (auto it = finalizers.begin(); it != finalizers.end();) {
    if (heap.isMarked(it->first)) {
      ++it;
    } else {
      finalizable.push_back({it->first, it->second});
      it = finalizers.erase(it);
    }
  }
  for (const Finalizable& entry : finalizable) marker.visitPointer(entry.object);
  marker.drain();
  std::erase_if(cleanups, [&](const auto& entry) {
    const Cleanup& cleanup = entry.second;
    if (heap.isMarked(cleanup.object)) return false;
    finalizable.push_back({nullptr, cleanup.function});
    return true;
  });
}

void Heap::Impl::sweepLocked() {
  for (size_t i = 0; i < spans.size();) {
    Span* span = spans[i];
    if (span->marked == 0) {
      freeSpanLocked(span); // puts another in its place
      continue;
    }
    ++i;
    span->scanned = 0;
    span->zeroed = false;
    if (span->marked < span->cells) classes[span->allocClass].available.push_back(span);
    if constexpr (kPoisoning) {
      for (uint32_t cell = span->find(0, false); cell < span->cells; cell = span->find(cell + 1, false))
        poisonMemory(span->cellAt(cell), span->cell);
    }
  }
}

void Heap::collect(uint64_t nowNanos) {
  auto start = std::chrono::steady_clock::now();
  Impl& impl = *impl_;
  std::lock_guard lock(impl.mutex);
  for (CollectionListener* listener : impl.listeners) listener->beforeMark();
  for (AllocCache* cache : impl.caches) impl.retireRunsLocked(*cache);
  for (AllocClass& of : impl.classes) of.available.clear();
  for (Span* span : impl.spans) {
    if (span->marked == 0) continue;
    std::fill_n(span->marks, span->markWords(), 0);
    span->marked = 0;
  }

  Marker marker(impl.arena.base(), impl.arena.reservedPages(), impl.pages);
  impl.markAll(*this, marker);
  for (CollectionListener* listener : impl.listeners) listener->afterMark();

  Impl::Totals totals = impl.totalsLocked();
  impl.sweepLocked();
  impl.live = marker.markedBytes();
  impl.liveObjects = marker.markedObjects();
  impl.bytesAtCollection = totals.bytes;
  impl.mallocsAtCollection = totals.objects;
  impl.allocated.store(0, std::memory_order_relaxed);
  impl.setTriggerLocked();
  // Keep what will be needed before the next collection, and a little more.
  uint64_t goal = impl.figures.nextGC == UINT64_MAX ? impl.live * 2 : impl.figures.nextGC;
  uint64_t inUse = impl.usedPages * kPageSize;
  uint64_t needed = goal + goal / 8 + (uint64_t{4} << 20);
  impl.arena.release(needed > inUse ? needed - inUse : 0);

  overLimit_.store(impl.options.limitBytes != 0 && inUse > impl.options.limitBytes,
                   std::memory_order_relaxed);

  size_t slot = impl.figures.numGC++ % kPauses;
  impl.figures.lastGCNanos = nowNanos;
  auto pause = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start);
  impl.figures.lastPauseNanos = static_cast<uint64_t>(pause.count());
  impl.figures.pauseTotalNanos += impl.figures.lastPauseNanos;
  impl.pauseNanos[slot] = impl.figures.lastPauseNanos;
  impl.pauseEnds[slot] = nowNanos;
  wanted_.store(false, std::memory_order_relaxed);
}

} // namespace gossamer
