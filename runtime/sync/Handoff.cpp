#include "runtime/sync/Handoff.h"

#include "runtime/sched/Park.h"
#include "runtime/sched/Worker.h"

#include <utility>

namespace gossamer {

Status Handoff::enter(Worker& worker) {
  return waiting ? Status::Ok : exchange(worker);
}

Status Handoff::exchange(Worker& worker) {
  Goroutine* other = std::exchange(waiting, worker.current());
  if (other) ready(worker, other);
  return park(worker, WaitReason::Coroutine);
}

void Handoff::release(Worker& worker) {
  if (Goroutine* other = std::exchange(waiting, nullptr)) ready(worker, other);
}

} // namespace gossamer
