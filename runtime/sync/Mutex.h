// sync.Mutex and sync.RWMutex: what their Go structs hold and the operations behind the natives.
//
// Layouts are also written in stdlib/sync (Mutex, RWMutex). Zero bytes are an unlocked lock.
//
// Mutex: an unlock with waiters frees it and readies the first; that one tries again when it runs, so a
// goroutine that is running may take the lock again before it (no convoy). One that has lost for a
// millisecond or several times marks the mutex starving: then unlock hands it over directly, until a waiter
// got it sooner than that. RWMutex: a waiting writer keeps new readers out; an unlock lets in all readers
// that waited, else the next writer; grants are handed over.
//
// Thread safety: rule P1. Lock operations return Ok or Park; misuse is a fatal trap (Status::Panic).
#pragma once

#include "runtime/base/Native.h"

#include <cstdint>

namespace gossamer {

class Worker;
struct Goroutine;

struct Mutex {
  static constexpr uint32_t kLocked = 1;
  static constexpr uint32_t kStarving = 2; ///< unlock hands it over
  static constexpr uint32_t kWoken =
      4; ///< a waiter has been readied and will try again: unlock need not wake another
  uint32_t state;
  uint32_t waiters;

  Status lock(Worker& worker) {
    if (state == 0) {
      state = kLocked;
      return Status::Ok;
    }
    return lockSlow(worker);
  }
  bool tryLock() {
    if (state & (kLocked | kStarving)) return false;
    state |= kLocked;
    return true;
  }
  Status unlock(Worker& worker, Trap& trap) {
    if (state == kLocked && waiters == 0) {
      state = 0;
      return Status::Ok;
    }
    return unlockSlow(worker, trap);
  }

private:
  Status lockSlow(Worker& worker);
  static bool tryAgain(Worker& worker, Goroutine& g);
  Status unlockSlow(Worker& worker, Trap& trap);
};
static_assert(sizeof(Mutex) == 8);

struct RWMutex {
  uint32_t readers; ///< that hold it
  uint32_t writer;  ///< 1: a writer holds it
  uint32_t waitingWriters;
  uint32_t waitingReaders;

  Status lock(Worker& worker);
  bool tryLock();
  Status unlock(Worker& worker, Trap& trap);
  Status rlock(Worker& worker) {
    if (!writer && !waitingWriters) {
      readers++;
      return Status::Ok;
    }
    return rlockSlow(worker);
  }
  bool tryRLock();
  Status runlock(Worker& worker, Trap& trap);

private:
  Status rlockSlow(Worker& worker);
  void grantWriter(Worker& worker);
};
static_assert(sizeof(RWMutex) == 16);

} // namespace gossamer
