// Blocking and waking: the few calls that channels, semaphores, timers and natives are made of.
//
// An operation that blocks puts the current goroutine's node on a queue and returns the Status of a park
// function. The interpreter then leaves its loop with RunOutcome::Parked; when the goroutine is readied it
// goes on behind the instruction (or native call), the results having been put into its slots by the waker.
// Nothing here calls Go code or allocates in the Go heap.
#pragma once

#include "runtime/base/Native.h"
#include "runtime/sched/Goroutine.h"

#include <cstdint>

namespace gossamer {

class Worker;

/// Blocks the current goroutine, which is on a wait queue already (or never to be woken). Always
/// Status::Park.
Status park(Worker& worker, WaitReason reason);

/// Makes a waiting goroutine runnable: it goes next on this processor (see RunQueue.h).
void ready(Worker& worker, Goroutine* g);

/// time.Sleep. Ok at once if ns <= 0.
Status parkSleep(Worker& worker, int64_t ns);

/// Starts a goroutine on a func() closure, as the go statement does; `pc` is the statement's place for traces
/// (null in natives). Null means that there is no memory for a stack.
Goroutine* spawn(Worker& worker, Closure* entry, const uint64_t* pc);

} // namespace gossamer
