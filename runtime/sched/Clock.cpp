#include "runtime/sched/Clock.h"

#include "gossamer/Host.h"

#include <chrono>

namespace gossamer {

RealClock::RealClock(Host& host) : host_(host), zero_(host.monotonicNanos() - 1) {}

int64_t RealClock::now() {
  return host_.monotonicNanos() - zero_;
}

int64_t RealClock::wall() {
  return host_.wallNanos();
}

void RealClock::waitUntil(int64_t deadline) {
  std::unique_lock lock(mutex_);
  auto woken = [this] { return wakeRequested_; };
  if (deadline == kForever) {
    woken_.wait(lock, woken);
  } else {
    // The host's clock need not be the system's: wait for the difference and look again.
    while (!wakeRequested_) {
      int64_t left = deadline - now();
      if (left <= 0) break;
      woken_.wait_for(lock, std::chrono::nanoseconds(left), woken);
    }
  }
  wakeRequested_ = false;
}

void RealClock::wake() {
  std::lock_guard lock(mutex_);
  wakeRequested_ = true;
  woken_.notify_one();
}

void VirtualClock::waitUntil(int64_t deadline) {
  std::unique_lock lock(mutex_);
  if (deadline == kForever) {
    woken_.wait(lock, [this] { return wakeRequested_; });
  } else if (!wakeRequested_ && deadline > now_) {
    now_ = deadline;
  }
  wakeRequested_ = false;
}

void VirtualClock::wake() {
  std::lock_guard lock(mutex_);
  wakeRequested_ = true;
  woken_.notify_one();
}

} // namespace gossamer
