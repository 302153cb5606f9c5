#include "runtime/sched/Clock.h"

#include "gossamer/Host.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace gossamer {

// A taker clears pending_ after its sem_wait, by an exchange: a signal that found it still set, and so did not post, is
// then ordered before whatever the taker looks at next.

bool WakeUp::take() {
  if (sem_trywait(&semaphore_) != 0) return false;
  pending_.exchange(false);
  return true;
}

bool WakeUp::waitFor(int64_t nanos) {
  constexpr int64_t kSecond = 1'000'000'000;
  constexpr int64_t kLongest = 365 * 24 * 3600 * kSecond; // further and time_t arithmetic could overflow
  timespec until{};
  clock_gettime(CLOCK_MONOTONIC, &until);
  int64_t sum = until.tv_nsec + std::min(nanos, kLongest);
  until.tv_sec += sum / kSecond;
  until.tv_nsec = sum % kSecond;
  while (sem_clockwait(&semaphore_, CLOCK_MONOTONIC, &until) != 0)
    if (errno != EINTR) return false;
  pending_.exchange(false);
  return true;
}

void WakeUp::wait() {
  while (sem_wait(&semaphore_) != 0) {} // EINTR
  pending_.exchange(false);
}

RealClock::RealClock(Host& host) : host_(host), zero_(host.monotonicNanos() - 1) {}

int64_t RealClock::now() {
  return host_.monotonicNanos() - zero_;
}

int64_t RealClock::wall() {
  return host_.wallNanos();
}

void RealClock::waitUntil(int64_t deadline) {
  if (deadline == kForever) {
    wakeUp_.wait();
    return;
  }
  // The host's clock need not be the system's: wait for the difference and look again.
  while (!wakeUp_.take()) {
    int64_t left = deadline - now();
    if (left <= 0 || wakeUp_.waitFor(left)) return;
  }
}

void RealClock::wake() {
  wakeUp_.signal();
}

void VirtualClock::waitUntil(int64_t deadline) {
  if (deadline == kForever) {
    wakeUp_.wait();
  } else if (!wakeUp_.take() && deadline > now_) {
    now_ = deadline;
  }
}

void VirtualClock::wake() {
  wakeUp_.signal();
}

} // namespace gossamer
