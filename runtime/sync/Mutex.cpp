#include "runtime/sync/Mutex.h"

#include "runtime/sync/LockHolders.h"
#include "runtime/sync/Semaphore.h"

namespace gossamer {

namespace {
constexpr int64_t kStarvingAfterNanos = 1'000'000;
constexpr uint32_t kStarvingAfterTries = 4;

SemaphoreTable& tableOf(Worker& worker) {
  return worker.vm().extension<SemaphoreTable>();
}

Status fatal(Trap& trap, std::string_view text) {
  trap.raiseText(TrapCode::FatalText, text);
  return Status::Panic;
}

} // namespace

// Mutex. A waiter's mark is how often it has tried in vain.

Status Mutex::lockSlow(Worker& worker) {
  if (!(state & (kLocked | kStarving))) {
    state |= kLocked;
    return Status::Ok;
  }
  waiters++;
  Status status = tableOf(worker).wait(worker, this, 0, WaitReason::MutexLock);
  Goroutine* g = worker.current();
  g->onResume = tryAgain;
  g->waitSince = worker.scheduler().clock().now();
  return status;
}

bool Mutex::tryAgain(Worker& worker, Goroutine& g) {
  auto* m = static_cast<Mutex*>(g.node.object);
  int64_t since = g.waitSince;
  int64_t waited = worker.scheduler().clock().now() - since;
  if (g.wasHandedOver) {
    g.wasHandedOver = 0;
    if (m->waiters == 0 || waited < kStarvingAfterNanos) m->state &= ~kStarving;
    noteHeld(worker, m, g, true);
    return true;
  }
  m->state &= ~kWoken;
  if (!(m->state & kLocked)) {
    m->state |= kLocked;
    noteHeld(worker, m, g, true);
    return true;
  }
  uint32_t tries = g.node.caseIndex + 1;
  if (waited >= kStarvingAfterNanos || tries >= kStarvingAfterTries) m->state |= kStarving;
  m->waiters++;
  tableOf(worker).waitFirst(worker, m, tries, WaitReason::MutexLock);
  g.onResume = tryAgain;
  g.waitSince = since;
  return false;
}

Status Mutex::unlockSlow(Worker& worker, Trap& trap) {
  if (!(state & kLocked)) return fatal(trap, "sync: unlock of unlocked mutex");
  if (state & kStarving) {
    if (WaitNode* n = tableOf(worker).pop(this)) {
      waiters--;
      n->g->wasHandedOver = 1; // stays locked
      ready(worker, n->g);
      return Status::Ok;
    }
    state &= ~kStarving;
  }
  state &= ~kLocked;
  if (waiters == 0 || (state & kWoken)) return Status::Ok;
  if (WaitNode* n = tableOf(worker).pop(this)) {
    waiters--;
    state |= kWoken;
    ready(worker, n->g);
  }
  return Status::Ok;
}

// RWMutex. Grants are handed over, so a lock that is free has no waiters. Readers and writers queue on
// different words.

Status RWMutex::lock(Worker& worker) {
  if (tryLock()) return Status::Ok;
  waitingWriters++;
  return tableOf(worker).wait(worker, &waitingWriters, 0, WaitReason::RWMutexLock);
}

bool RWMutex::tryLock() {
  if (readers || writer) return false;
  writer = 1;
  return true;
}

Status RWMutex::rlockSlow(Worker& worker) {
  waitingReaders++;
  return tableOf(worker).wait(worker, &waitingReaders, 0, WaitReason::RWMutexRLock);
}

bool RWMutex::tryRLock() {
  if (writer || waitingWriters) return false;
  readers++;
  return true;
}

Status RWMutex::unlock(Worker& worker, Trap& trap) {
  if (!writer) return fatal(trap, "sync: Unlock of unlocked RWMutex");
  writer = 0;
  while (waitingReaders) {
    WaitNode* n = tableOf(worker).pop(&waitingReaders);
    waitingReaders--;
    readers++;
    noteHeld(worker, this, *n->g, false);
    SemaphoreTable::wake(worker, n);
  }
  if (!readers) grantWriter(worker);
  return Status::Ok;
}

Status RWMutex::runlock(Worker& worker, Trap& trap) {
  if (!readers) return fatal(trap, "sync: RUnlock of unlocked RWMutex");
  if (--readers == 0) grantWriter(worker);
  return Status::Ok;
}

void RWMutex::grantWriter(Worker& worker) {
  if (!waitingWriters) return;
  WaitNode* n = tableOf(worker).pop(&waitingWriters);
  waitingWriters--;
  writer = 1;
  noteHeld(worker, this, *n->g, true);
  ready(worker, n->g);
}

} // namespace gossamer
