// The seam for time. Everything in a VM that reads or waits for time does it here.
//
// RealClock reads the Host and sleeps on a semaphore. VirtualClock stands still while any goroutine
// can run and jumps to the next timer when none can, so a program full of sleeps ends at once with the same
// output.
//
// Thread safety: now, wall and waitUntil are called by workers; wake by anyone, a signal handler included.
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <semaphore.h>

namespace gossamer {

class Host;

class Clock {
public:
  static constexpr int64_t kForever = std::numeric_limits<int64_t>::max();

  virtual ~Clock() = default;
  /// Nanoseconds since the VM's start (which is 1) by a clock that never goes back.
  virtual int64_t now() = 0;
  /// Nanoseconds since the Unix epoch.
  virtual int64_t wall() = 0;
  /// Called when nothing can run: returns when now() has reached the deadline, or early after wake().
  /// kForever: only wake().
  virtual void waitUntil(int64_t deadline) = 0;
  /// Ends the wait in progress, or the next one.
  virtual void wake() = 0;
};

/// A wake-up that stays until it is taken: many wakes before a wait count once. What a signal handler may use rules
/// out a condition variable.
class WakeUp {
public:
  WakeUp() { sem_init(&semaphore_, 0, 0); }
  ~WakeUp() { sem_destroy(&semaphore_); }
  WakeUp(const WakeUp&) = delete;
  WakeUp& operator=(const WakeUp&) = delete;

  void signal() {
    if (!pending_.exchange(true)) sem_post(&semaphore_);
  }
  /// Takes the wake-up if there is one.
  bool take();
  /// Waits until there is one and takes it; false if `nanos` (of the system's monotonic clock) went by before.
  bool waitFor(int64_t nanos);
  void wait();

private:
  sem_t semaphore_;
  std::atomic<bool> pending_{false};
};

class RealClock final : public Clock {
public:
  explicit RealClock(Host& host);
  int64_t now() override;
  int64_t wall() override;
  void waitUntil(int64_t deadline) override;
  void wake() override;

private:
  Host& host_;
  const int64_t zero_; ///< the host's reading that is our 0
  WakeUp wakeUp_;
};

class VirtualClock final : public Clock {
public:
  /// `wallStart`: what the wall clock shows at the start; both clocks then advance together.
  explicit VirtualClock(int64_t wallStart) : wallStart_(wallStart) {}
  int64_t now() override { return now_; }
  int64_t wall() override { return wallStart_ + (now_ - kStart); }
  void waitUntil(int64_t deadline) override;
  void wake() override;

private:
  static constexpr int64_t kStart = 1;
  const int64_t wallStart_;
  int64_t now_ = kStart;
  WakeUp wakeUp_;
};

} // namespace gossamer
