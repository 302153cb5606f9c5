// Who holds which lock: sync's Mutex and RWMutex have no room to say. Kept only where a VM explains waits
// (VmOptions::explainWaits), by everything that grants or gives up a lock.
//
// A lock may be unlocked by a goroutine that did not lock it, as Go allows: then the longest holder is taken
// off. Locks that are garbage while held leave an entry, which the next lock at that address replaces.
//
// Thread safety: rule P1.
#pragma once

#include "runtime/sched/Vm.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace gossamer {

class LockHolders final : public VmExtension {
public:
  static const char kKey;
  explicit LockHolders(Vm&) {}

  /// `alone`: nobody else can hold it.
  void add(const void* lock, uint64_t goroutine, bool alone);
  void remove(const void* lock, uint64_t goroutine);
  /// Ids, longest holder first.
  std::span<const uint64_t> of(const void* lock) const;

private:
  std::unordered_map<const void*, std::vector<uint64_t>> holders_;
};

inline void noteHeld(Worker& worker, const void* lock, const Goroutine& g, bool alone) {
  if (__builtin_expect(worker.vm().options().explainWaits, 0))
    worker.vm().extension<LockHolders>().add(lock, g.id, alone);
}
inline void noteReleased(Worker& worker, const void* lock) {
  if (__builtin_expect(worker.vm().options().explainWaits, 0))
    worker.vm().extension<LockHolders>().remove(lock, worker.current()->id);
}

} // namespace gossamer
