// A processor's queue of runnable goroutines: a ring of 256 and a slot `next` for the one just readied.
//
// The readied goroutine goes first, since it is likely to want what its waker just wrote (and a pair handing
// values to and fro stays on one processor). It inherits the rest of the waker's time slice, so such a pair
// cannot starve the ring.
//
// Rules for several workers:
//   Q1 only the owner writes tail_ and next_; it publishes slots by a release store of tail_.
//   Q2 head_ is advanced by compare-exchange once thieves exist; with one worker a plain store does (rule
//   P1), which is why
//      both indices are atomics accessed relaxed: the same code, no read-modify-write.
//   Q3 a full ring hands half of itself to the global queue, so push never fails.
#pragma once

#include "runtime/sched/Goroutine.h"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace gossamer {

class RunQueue {
public:
  static constexpr uint32_t kCapacity = 256;

  bool empty() const { return !next_ && size() == 0; }
  uint32_t size() const {
    return tail_.load(std::memory_order_relaxed) - head_.load(std::memory_order_relaxed);
  }

  /// At the back. False if full.
  bool push(Goroutine* g) {
    uint32_t t = tail_.load(std::memory_order_relaxed);
    if (t - head_.load(std::memory_order_relaxed) == kCapacity) return false;
    ring_[t % kCapacity] = g;
    tail_.store(t + 1, std::memory_order_release); // Q1
    return true;
  }

  /// Makes g the one to go next. Returns the goroutine it displaced, or null.
  Goroutine* setNext(Goroutine* g) {
    Goroutine* old = next_;
    next_ = g;
    return old;
  }

  /// `inheritsSlice` tells whether it came from `next`.
  Goroutine* pop(bool& inheritsSlice) {
    if (Goroutine* g = next_) {
      next_ = nullptr;
      inheritsSlice = true;
      return g;
    }
    inheritsSlice = false;
    uint32_t h = head_.load(std::memory_order_relaxed);
    if (h == tail_.load(std::memory_order_relaxed)) return nullptr;
    Goroutine* g = ring_[h % kCapacity];
    head_.store(h + 1, std::memory_order_relaxed); // Q2
    return g;
  }

  /// Takes the i-th from the front (`next` counts as the first), keeping the others' order but for the one
  /// that fills the gap.
  Goroutine* popAt(size_t i);
  size_t total() const { return size() + (next_ ? 1 : 0); }

  template <class Visit> void forEach(Visit visit) const {
    if (next_) visit(next_);
    for (uint32_t i = head_.load(std::memory_order_relaxed); i != tail_.load(std::memory_order_relaxed); i++)
      visit(ring_[i % kCapacity]);
  }

private:
  std::atomic<uint32_t> head_{0};
  std::atomic<uint32_t> tail_{0};
  Goroutine* next_ = nullptr;
  Goroutine* ring_[kCapacity] = {};
};

/// Unbounded FIFO through Goroutine::next.
struct GoroutineList {
  Goroutine* first = nullptr;
  Goroutine* last = nullptr;
  size_t count = 0;

  void push(Goroutine* g) {
    g->next = nullptr;
    (last ? last->next : first) = g;
    last = g;
    count++;
  }
  Goroutine* pop() {
    Goroutine* g = first;
    if (!g) return nullptr;
    first = g->next;
    if (!first) last = nullptr;
    g->next = nullptr;
    count--;
    return g;
  }
};

} // namespace gossamer
