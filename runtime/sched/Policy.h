// The seam for choice. Every choice of the runtime that is not determined by the program is drawn here: which
// goroutine goes next, which ready select case, whom to steal from, where a map's iteration starts, when to
// preempt, and the default seeds of the program's random generators.
//
// RandomPolicy is seeded by the host's entropy and keeps queues in FIFO order, as gc does. SeededPolicy
// replays: the same seed gives the same choices, and it also shuffles which goroutine goes next and where
// time slices end, so a range of seeds is a range of schedules. Each purpose draws from its own stream: a
// program that ranges over one map more does not thereby meet another schedule.
//
// Thread safety: a Policy serves one worker at a time. May neither park nor allocate.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gossamer {

enum class Choice : uint8_t { NextGoroutine, SelectCase, StealVictim, MapSeed, Preemption, Program, Count };

class Policy {
public:
  virtual ~Policy() = default;
  /// 64 random bits for this purpose.
  virtual uint64_t draw(Choice purpose) = 0;
  /// True if next() is to choose among the runnable goroutines; false keeps the queue's order.
  virtual bool choosesNext() const { return false; }
  /// Index below n (> 0) of the runnable goroutine that goes next, counted from the queue's front.
  virtual size_t next(size_t n) { return 0; }
  /// How many back-edges and calls a goroutine may execute before it yields.
  virtual uint32_t timeSlice() { return kTimeSlice; }

  /// Uniform below n (> 0).
  uint32_t uniform(Choice purpose, uint32_t n) {
    // Lemire's multiply-shift. The bias of under n/2^32 is far below what select or map order could show.
    return static_cast<uint32_t>(((draw(purpose) >> 32) * n) >> 32);
  }

  static constexpr uint32_t kTimeSlice = 200'000;
};

/// A splitmix64 stream per purpose.
class StreamPolicy : public Policy {
public:
  explicit StreamPolicy(uint64_t seed);
  uint64_t draw(Choice purpose) final;

private:
  uint64_t state_[static_cast<size_t>(Choice::Count)];
};

class RandomPolicy final : public StreamPolicy {
public:
  explicit RandomPolicy(uint64_t entropy) : StreamPolicy(entropy) {}
};

class SeededPolicy final : public StreamPolicy {
public:
  explicit SeededPolicy(uint64_t seed) : StreamPolicy(seed) {}
  bool choosesNext() const override { return true; }
  size_t next(size_t n) override { return uniform(Choice::NextGoroutine, static_cast<uint32_t>(n)); }
  uint32_t timeSlice() override;
};

} // namespace gossamer
