// sync.WaitGroup and the notification list of sync.Cond.
//
// Layouts are also written in stdlib/sync. Zero bytes are a group of none, a list of none. Thread safety:
// rule P1.
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

/// The goroutines in Cond.Wait, first come first woken. Each takes a ticket before it unlocks L; a
/// notification between the unlock and the wait is seen by the ticket.
struct NotifyList {
  uint32_t nextTicket;
  uint32_t notified; ///< tickets before this one have been notified (wraps round)

  uint32_t take() { return nextTicket++; }
  /// Parks the current goroutine until its ticket is notified; Ok if it has been.
  Status wait(Worker& worker, uint32_t ticket);
  void notifyOne(Worker& worker);
  void notifyAll(Worker& worker);
};
static_assert(sizeof(NotifyList) == 8);

} // namespace gossamer
