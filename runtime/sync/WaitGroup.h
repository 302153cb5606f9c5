// sync.WaitGroup and the notification list of sync.Cond.
//
// Layouts are also written in stdlib/sync. Zero bytes are a group of none, a list of none. Thread safety: rule P1.
#pragma once

#include "runtime/base/Native.h"

#include <cstdint>

namespace gossamer {

class Worker;

struct WaitGroup {
  int64_t counter;
  uint64_t waiters;

  /// Panics "sync: negative WaitGroup counter".
  Status add(Worker& worker, int64_t delta, Trap& trap);
  Status wait(Worker& worker);
};
static_assert(sizeof(WaitGroup) == 16);

/// The goroutines in Cond.Wait, first come first woken.
struct NotifyList {
  uint64_t waiters;

  /// Parks the current goroutine until notified. The caller has unlocked L before, which with a goroutine switch only here loses no
  /// signal; with several workers a ticket taken before the unlock does (the word has room for it).
  Status wait(Worker& worker);
  void notifyOne(Worker& worker);
  void notifyAll(Worker& worker);
};
static_assert(sizeof(NotifyList) == 8);

} // namespace gossamer
