// Package os: what does not go through package syscall.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "gossamer/Host.h"
#include "runtime/sched/Vm.h"

namespace gossamer::stdlib {
namespace {

// Names of temporary files must differ between runs, so this is the host's entropy even in a seeded VM.
uint32_t random(NativeCall& call) {
  uint32_t value = 0;
  call.vm.host().entropy(&value, sizeof value);
  return value;
}

} // namespace

GOSSAMER_NATIVES(os, {"os.random", leaf<random>});

} // namespace gossamer::stdlib
