#include "runtime/sched/RunQueue.h"

namespace gossamer {

Goroutine* RunQueue::popAt(size_t i) {
  if (next_) {
    if (i == 0) {
      Goroutine* g = next_;
      next_ = nullptr;
      return g;
    }
    i--;
  }
  uint32_t head = head_.load(std::memory_order_relaxed);
  uint32_t at = head + static_cast<uint32_t>(i);
  Goroutine* g = ring_[at % kCapacity];
  ring_[at % kCapacity] = ring_[head % kCapacity];
  head_.store(head + 1, std::memory_order_relaxed);
  return g;
}

} // namespace gossamer
