#include "runtime/sync/WaitGroup.h"

#include "runtime/sync/Semaphore.h"

namespace gossamer {

namespace {
SemaphoreTable& tableOf(Worker& worker) {
  return worker.vm().extension<SemaphoreTable>();
}
} // namespace

Status WaitGroup::add(Worker& worker, int64_t delta, Trap& trap) {
  counter += delta;
  if (counter < 0) {
    trap.raiseText(TrapCode::String, "sync: negative WaitGroup counter");
    return Status::Panic;
  }
  if (counter > 0 || waiters == 0) return Status::Ok;
  waiters = 0;
  while (WaitNode* n = tableOf(worker).pop(this)) SemaphoreTable::wake(worker, n);
  return Status::Ok;
}

Status WaitGroup::wait(Worker& worker) {
  if (counter == 0) return Status::Ok;
  waiters++;
  return tableOf(worker).wait(worker, this, 0, WaitReason::WaitGroupWait);
}

Status NotifyList::wait(Worker& worker, uint32_t ticket) {
  if (static_cast<int32_t>(ticket - notified) < 0) return Status::Ok;
  return tableOf(worker).wait(worker, this, ticket, WaitReason::CondWait);
}

void NotifyList::notifyOne(Worker& worker) {
  if (notified == nextTicket) return;
  // The ticket's owner may still be between taking it and waiting: then it does not wait.
  if (WaitNode* n = tableOf(worker).popMarked(this, notified++)) SemaphoreTable::wake(worker, n);
}

void NotifyList::notifyAll(Worker& worker) {
  if (notified == nextTicket) return;
  notified = nextTicket;
  while (WaitNode* n = tableOf(worker).pop(this)) SemaphoreTable::wake(worker, n);
}

} // namespace gossamer
