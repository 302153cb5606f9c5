// What packages runtime and runtime/debug keep in a VM.
#pragma once

#include "runtime/heap/Heap.h"
#include "runtime/heap/Roots.h"
#include "runtime/sched/Vm.h"

#include <cstdint>
#include <deque>

namespace gossamer::stdlib {

struct RuntimeState final : VmExtension, CollectionListener {
  static const char kKey;
  explicit RuntimeState(Vm& vm);
  ~RuntimeState() override;

  void afterMark() override;
  void visitRoots(RootVisitor& visitor) override;
  /// runtime.GC: the caller is a native, hence at a safepoint.
  void collect();

  Vm& vm;
  int64_t maxProcs;
  int64_t memoryLimit = INT64_MAX; ///< as debug.SetMemoryLimit tells it
  uint64_t forcedCollections = 0;
  Goroutine* finalizerGoroutine = nullptr;   ///< while it waits for a collection
  bool collected = false;                    ///< since it last looked
  std::deque<Heap::Finalizable> finalizable; ///< taken from the heap and not yet run
};

} // namespace gossamer::stdlib
