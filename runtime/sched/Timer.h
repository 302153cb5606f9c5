// Timers: the heap of pending ones that each processor has, and the Timer that Go's time.Timer, time.Ticker
// and AfterFunc carry.
//
// A sleeping goroutine is an entry of the heap and nothing else. A Timer is a part of a Go object (its layout
// is also written in stdlib/time/sleep.go as runtimeTimer), so the collector owns it. Two sorts:
//
//   function timers (`fn`): in the heap while active. Firing starts `fn` in a goroutine of its own.
//   channel timers (`channel`): in the heap only while a goroutine waits on the channel. Any operation on the
//   channel first
//       looks whether the timer is due (runtime/chan, syncTimer). So a timer that is forgotten is garbage, a
//       stopped one can be seen as deadlock, and after Stop or Reset no stale value is ever received
//       (Go 1.23's rule): the channel shows len and cap 0.
//
// Equal deadlines fire in the order they were set, which virtual time makes visible.
//
// Thread safety: the heap belongs to its processor (rule P1). Roots: Timers in the heap and what they point
// to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gossamer {

struct Goroutine;
struct Closure;
struct Channel;
class Worker;
class RootVisitor;

struct Timer {
  int64_t when;     ///< monotonic ns it is due; 0: not active
  int64_t period;   ///< > 0: ticker
  Closure* fn;      ///< func() to start, or null
  Channel* channel; ///< chan time.Time with room for one, or null
  void* location;   ///< *time.Location of the times sent
  uint64_t index;   ///< place in the heap + 1; 0: not there
};
static_assert(sizeof(Timer) == 48);

/// A time.Time: its layout is also written in stdlib/time/time.go.
struct GoTime {
  uint64_t wall;  ///< bit 63: has a monotonic reading; then bits 30-62 are seconds since 1900. Bits 0-29:
                  ///< nanoseconds
  int64_t ext;    ///< the monotonic reading, or seconds since 1 January of year 1
  void* location; ///< *time.Location; null is UTC

  /// The time of these two clock readings.
  static GoTime of(int64_t wallNanos, int64_t monotonicNanos, void* location);
};
static_assert(sizeof(GoTime) == 24);

/// Four-way heap of deadlines.
class TimerHeap {
public:
  struct Entry {
    int64_t when;
    uint64_t sequence;
    Timer* timer; ///< exactly one of timer
    Goroutine* g; ///< and g (a sleeper) is set
  };

  bool empty() const { return entries_.empty(); }
  size_t size() const { return entries_.size(); }
  /// The earliest deadline; Clock::kForever if there is none.
  int64_t nextDeadline() const;
  void addSleeper(int64_t when, Goroutine* g);
  /// Puts the timer in at timer->when, or moves it there.
  void add(Timer* timer);
  /// Does nothing if it is not there.
  void remove(Timer* timer);
  /// Takes off the first entry if it is due.
  bool popDue(int64_t now, Entry& out);
  const std::vector<Entry>& entries() const { return entries_; }

private:
  void siftUp(size_t i);
  void siftDown(size_t i);
  void place(size_t i, const Entry& e);
  void removeAt(size_t i);
  static bool before(const Entry& a, const Entry& b) {
    return a.when != b.when ? a.when < b.when : a.sequence < b.sequence;
  }

  std::vector<Entry> entries_;
  uint64_t sequence_ = 0;
};

} // namespace gossamer
