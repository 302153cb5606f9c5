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

GOSSAMER_NATIVES(sync, {"sync.(*Mutex).Lock", acquire<Mutex, &Mutex::lock>},
                 {"sync.(*Mutex).TryLock", attempt<Mutex, &Mutex::tryLock>},
                 {"sync.(*Mutex).Unlock", release<Mutex, &Mutex::unlock>},
                 {"sync.(*RWMutex).Lock", acquire<RWMutex, &RWMutex::lock>},
                 {"sync.(*RWMutex).TryLock", attempt<RWMutex, &RWMutex::tryLock>},
                 {"sync.(*RWMutex).Unlock", release<RWMutex, &RWMutex::unlock>},
                 {"sync.(*RWMutex).RLock", acquire<RWMutex, &RWMutex::rlock>},
                 {"sync.(*RWMutex).TryRLock", attempt<RWMutex, &RWMutex::tryRLock>},
                 {"sync.(*RWMutex).RUnlock", release<RWMutex, &RWMutex::runlock>},
                 {"sync.(*WaitGroup).Add", waitGroupAdd}, {"sync.(*WaitGroup).Done", waitGroupDone},
                 {"sync.(*WaitGroup).Wait", acquire<WaitGroup, &WaitGroup::wait>},
                 {"sync.(*notifyList).take", notifyTake}, {"sync.(*notifyList).wait", notifyWait},
                 {"sync.(*notifyList).notifyOne", notifyOne}, {"sync.(*notifyList).notifyAll", notifyAll},
                 {"sync.collections", collections});

} // namespace gossamer::stdlib
