// Package runtime/debug: tuning of the heap.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/runtime/State.h"

#include <algorithm>
#include <limits>

namespace gossamer::stdlib {
namespace {

int64_t setPercent(NativeCall& call, int64_t percent) {
  return call.vm.heap().setPercent(static_cast<int>(percent));
}

int64_t setMemoryLimit(NativeCall& call, int64_t limit) {
  constexpr int64_t kNone = std::numeric_limits<int64_t>::max();
  RuntimeState& state = call.vm.extension<RuntimeState>();
  int64_t before = state.memoryLimit;
  if (limit >= 0) {
    state.memoryLimit = limit;
    call.vm.heap().setLimit(limit == kNone ? 0 : static_cast<uint64_t>(limit));
  }
  return before;
}

int64_t setMaxStack(NativeCall& call, int64_t bytes) {
  return static_cast<int64_t>(call.vm.setMaxStackBytes(static_cast<size_t>(std::max<int64_t>(bytes, 0))));
}

void freeMemory(NativeCall& call) {
  call.vm.extension<RuntimeState>().collect();
  call.vm.heap().releaseFreeMemory();
}

void setCrashOutput(NativeCall& call, int64_t fd) {
  call.vm.setCrashOutput(static_cast<int>(fd));
}

} // namespace

GOSSAMER_NATIVES(runtime_debug, {"runtime/debug.setCrashOutput", leaf<setCrashOutput>}, {"runtime/debug.SetGCPercent", leaf<setPercent>},
                 {"runtime/debug.SetMemoryLimit", leaf<setMemoryLimit>},
                 {"runtime/debug.SetMaxStack", leaf<setMaxStack>},
                 {"runtime/debug.FreeOSMemory", leaf<freeMemory>});

} // namespace gossamer::stdlib
