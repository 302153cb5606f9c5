#include "runtime/sched/Timer.h"

#include "runtime/sched/Clock.h"

namespace gossamer {

GoTime GoTime::of(int64_t wallNanos, int64_t monotonicNanos, void* location) {
  constexpr int64_t kSecond = 1'000'000'000;
  constexpr int64_t kSecondsFrom1900To1970 = 2'208'988'800;
  constexpr int64_t kSecondsFromYear1To1970 = 62'135'596'800;
  int64_t seconds = wallNanos / kSecond;
  int64_t nanos = wallNanos % kSecond;
  if (nanos < 0) {
    nanos += kSecond;
    seconds--;
  }
  int64_t since1900 = seconds + kSecondsFrom1900To1970;
  if (since1900 < 0 || since1900 >= int64_t{1} << 33)
    return {static_cast<uint64_t>(nanos), seconds + kSecondsFromYear1To1970, location};
  return {uint64_t{1} << 63 | static_cast<uint64_t>(since1900) << 30 | static_cast<uint64_t>(nanos),
          monotonicNanos, location};
}

int64_t TimerHeap::nextDeadline() const {
  return entries_.empty() ? Clock::kForever : entries_[0].when;
}

void TimerHeap::place(size_t i, const Entry& e) {
  entries_[i] = e;
  if (e.timer) e.timer->index = i + 1;
}

void TimerHeap::siftUp(size_t i) {
  Entry e = entries_[i];
  while (i > 0) {
    size_t parent = (i - 1) / 4;
    if (!before(e, entries_[parent])) break;
    place(i, entries_[parent]);
    i = parent;
  }
  place(i, e);
}

void TimerHeap::siftDown(size_t i) {
  Entry e = entries_[i];
  for (;;) {
    size_t child = i * 4 + 1;
    if (child >= entries_.size()) break;
    size_t end = child + 4 < entries_.size() ? child + 4 : entries_.size();
    size_t least = child;
    for (size_t c = child + 1; c < end; c++)
      if (before(entries_[c], entries_[least])) least = c;
    if (!before(entries_[least], e)) break;
    place(i, entries_[least]);
    i = least;
  }
  place(i, e);
}

void TimerHeap::addSleeper(int64_t when, Goroutine* g) {
  entries_.push_back({when, sequence_++, nullptr, g});
  siftUp(entries_.size() - 1);
}

void TimerHeap::add(Timer* timer) {
  remove(timer);
  entries_.push_back({timer->when, sequence_++, timer, nullptr});
  siftUp(entries_.size() - 1);
}

void TimerHeap::remove(Timer* timer) {
  if (timer->index) removeAt(static_cast<size_t>(timer->index - 1));
}

void TimerHeap::removeAt(size_t i) {
  if (entries_[i].timer) entries_[i].timer->index = 0;
  Entry last = entries_.back();
  entries_.pop_back();
  if (i == entries_.size()) return;
  place(i, last);
  if (i > 0 && before(last, entries_[(i - 1) / 4]))
    siftUp(i);
  else
    siftDown(i);
}

bool TimerHeap::popDue(int64_t now, Entry& out) {
  if (entries_.empty() || entries_[0].when > now) return false;
  out = entries_[0];
  removeAt(0);
  return true;
}

} // namespace gossamer
