// Natives of package sync over runtime/sync.
#include "runtime/sched/Vm.h"
#include "runtime/sync/Mutex.h"
#include "runtime/sync/WaitGroup.h"
#include "stdlib/Registry.h"

namespace gossamer::stdlib {

namespace {

// A method's receiver, which may be nil. It comes after the results.
template <class T, size_t Results = 0> T* receiver(NativeCall& call) {
  return call.pointerArg<T>(Results);
}

Status nilReceiver(NativeCall& call) {
  return call.panic(TrapCode::NilDereference);
}

template <class T, Status (T::*operation)(Worker&)> Status acquire(NativeCall& call) {
  T* object = receiver<T>(call);
  return object ? (object->*operation)(workerOf(call)) : nilReceiver(call);
}

template <class T, Status (T::*operation)(Worker&, Trap&)> Status release(NativeCall& call) {
  T* object = receiver<T>(call);
  return object ? (object->*operation)(workerOf(call), call.trap) : nilReceiver(call);
}

template <class T, bool (T::*operation)()> Status attempt(NativeCall& call) {
  T* object = receiver<T, 1>(call);
  if (!object) return nilReceiver(call);
  call.setBool(0, (object->*operation)());
  return Status::Ok;
}

Status waitGroupAdd(NativeCall& call) {
  auto* group = receiver<WaitGroup>(call);
  return group ? group->add(workerOf(call), call.intArg(1), call.trap) : nilReceiver(call);
}

Status waitGroupDone(NativeCall& call) {
  auto* group = receiver<WaitGroup>(call);
  return group ? group->add(workerOf(call), -1, call.trap) : nilReceiver(call);
}

// The Cond around the list has been checked by its Go code.
Status notifyTake(NativeCall& call) {
  call.setUint(0, call.pointerArg<NotifyList>(1)->take());
  return Status::Ok;
}

Status notifyWait(NativeCall& call) {
  return call.pointerArg<NotifyList>(0)->wait(workerOf(call), static_cast<uint32_t>(call.uintArg(1)));
}

Status notifyOne(NativeCall& call) {
  call.pointerArg<NotifyList>(0)->notifyOne(workerOf(call));
  return Status::Ok;
}

Status notifyAll(NativeCall& call) {
  call.pointerArg<NotifyList>(0)->notifyAll(workerOf(call));
  return Status::Ok;
}

Status collections(NativeCall& call) {
  call.setUint(0, workerOf(call).scheduler().collections());
  return Status::Ok;
}

} // namespace

GOSSAMER_NATIVES(sync, {"(*Mutex).Lock", acquire<Mutex, &Mutex::lock>},
                 {"(*Mutex).TryLock", attempt<Mutex, &Mutex::tryLock>},
                 {"(*Mutex).Unlock", release<Mutex, &Mutex::unlock>},
                 {"(*RWMutex).Lock", acquire<RWMutex, &RWMutex::lock>},
                 {"(*RWMutex).TryLock", attempt<RWMutex, &RWMutex::tryLock>},
                 {"(*RWMutex).Unlock", release<RWMutex, &RWMutex::unlock>},
                 {"(*RWMutex).RLock", acquire<RWMutex, &RWMutex::rlock>},
                 {"(*RWMutex).TryRLock", attempt<RWMutex, &RWMutex::tryRLock>},
                 {"(*RWMutex).RUnlock", release<RWMutex, &RWMutex::runlock>},
                 {"(*WaitGroup).Add", waitGroupAdd}, {"(*WaitGroup).Done", waitGroupDone},
                 {"(*WaitGroup).Wait", acquire<WaitGroup, &WaitGroup::wait>},
                 {"(*notifyList).take", notifyTake}, {"(*notifyList).wait", notifyWait},
                 {"(*notifyList).notifyOne", notifyOne}, {"(*notifyList).notifyAll", notifyAll},
                 {"collections", collections});

} // namespace gossamer::stdlib
