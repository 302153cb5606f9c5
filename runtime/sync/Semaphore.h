// Sleeping on addresses: the queues behind the types of package sync.
//
// A SemaphoreTable maps the address of a word in a Go object to the FIFO of goroutines that wait on it. The
// nodes are the goroutines' own; an entry exists only while somebody waits, so the table holds no roots of
// its own (whoever waits has the object in its frame).
//
// What waking means is the caller's: a grant handed over (RWMutex, WaitGroup, Cond) or a chance to try again
// (Mutex, through Goroutine::onResume).
//
// Thread safety: rule P1; with several workers the Semaphores lock of the address's bucket.
#pragma once

#include "runtime/base/Native.h"
#include "runtime/sched/Goroutine.h"
#include "runtime/sched/Vm.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gossamer {

class SemaphoreTable final : public VmExtension {
public:
  static const char kKey;
  explicit SemaphoreTable(Vm&) : buckets_(kInitialBuckets) {}

  /// Puts the current goroutine at the end of the address's queue and parks it. `mark` comes back in
  /// WaitNode::caseIndex.
  Status wait(Worker& worker, const void* address, uint32_t mark, WaitReason reason);
  /// The same at the front: for who has waited already.
  Status waitFirst(Worker& worker, const void* address, uint32_t mark, WaitReason reason);

  /// Takes the longest waiting goroutine's node off; null if nobody waits. The caller readies node->g.
  WaitNode* pop(const void* address);
  /// The same for the longest waiting one that has this mark.
  WaitNode* popMarked(const void* address, uint32_t mark);
  /// Readies it at the back of the run queue: where several are woken they go in order.
  static void wake(Worker& worker, WaitNode* n);

private:
  /// One queue a waited-on address; open hashing by chains of entries.
  struct Entry {
    const void* address;
    WaitQueue queue;
    Entry* next;
  };
  static constexpr size_t kInitialBuckets = 256;

  Entry* find(const void* address);
  Entry& findOrMake(const void* address);
  void dropIfEmpty(const void* address);
  Status enqueue(Worker& worker, const void* address, uint32_t mark, WaitReason reason, bool first);

  std::vector<Entry*> buckets_;
  Entry* free_ = nullptr;
  size_t count_ = 0;
  std::vector<std::unique_ptr<Entry[]>> blocks_;
};

} // namespace gossamer
