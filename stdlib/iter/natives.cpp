// Natives of package iter over runtime/sync.
#include "runtime/sched/Vm.h"
#include "runtime/sync/Handoff.h"
#include "stdlib/Registry.h"

namespace gossamer::stdlib {
namespace {

Status enter(NativeCall& call) {
  return call.pointerArg<Handoff>(0)->enter(workerOf(call));
}

Status exchange(NativeCall& call) {
  return call.pointerArg<Handoff>(0)->exchange(workerOf(call));
}

Status release(NativeCall& call) {
  call.pointerArg<Handoff>(0)->release(workerOf(call));
  return Status::Ok;
}

} // namespace

GOSSAMER_NATIVES(iter, {"iter.(*handoff).enter", enter}, {"iter.(*handoff).exchange", exchange}, {"iter.(*handoff).release", release});

} // namespace gossamer::stdlib
