// A place where one of two goroutines waits while the other runs: what iter.Pull is made of.
//
// The layout is also written in stdlib/iter (handoff). Zero bytes are a handoff at which nobody waits; the first
// exchange then waits for the other goroutine to come, which starts with enter. The waiting goroutine is not in the Go heap, so its address
// needs no scanning.
//
// Thread safety: rule P1.
#pragma once

#include "runtime/base/Native.h"

namespace gossamer {

class Worker;
struct Goroutine;

struct Handoff {
  Goroutine* waiting;

  /// The second goroutine's start: waits until the first has exchanged, if it has not yet.
  Status enter(Worker& worker);
  /// Parks the current goroutine here and readies the one that waited.
  Status exchange(Worker& worker);
  /// Readies the one that waited; the current goroutine goes on.
  void release(Worker& worker);
};
static_assert(sizeof(Handoff) == 8);

} // namespace gossamer
