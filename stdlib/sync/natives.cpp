// Natives of package sync over runtime/sync.
#include "runtime/sched/Vm.h"
#include "runtime/sync/LockHolders.h"
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

template <class T, Status (T::*operation)(Worker&)> Status wait(NativeCall& call) {
  T* object = receiver<T>(call);
  return object ? (object->*operation)(workerOf(call)) : nilReceiver(call);
}

enum class Hold : uint8_t { Alone, Shared };

// Locks that are granted to a goroutine that waited are noted by runtime/sync.
template <class T, Status (T::*operation)(Worker&), Hold hold = Hold::Alone> Status acquire(NativeCall& call) {
  Status status = wait<T, operation>(call);
  if (status == Status::Ok) noteHeld(workerOf(call), receiver<T>(call), *call.g, hold == Hold::Alone);
  return status;
}

template <class T, Status (T::*operation)(Worker&, Trap&)> Status release(NativeCall& call) {
  T* object = receiver<T>(call);
  if (!object) return nilReceiver(call);
  noteReleased(workerOf(call), object);
  return (object->*operation)(workerOf(call), call.trap);
}

template <class T, bool (T::*operation)(), Hold hold = Hold::Alone> Status attempt(NativeCall& call) {
  T* object = receiver<T, 1>(call);
  if (!object) return nilReceiver(call);
  bool held = (object->*operation)();
  if (held) noteHeld(workerOf(call), object, *call.g, hold == Hold::Alone);
  call.setBool(0, held);
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
                 {"sync.(*RWMutex).RLock", acquire<RWMutex, &RWMutex::rlock, Hold::Shared>},
                 {"sync.(*RWMutex).TryRLock", attempt<RWMutex, &RWMutex::tryRLock, Hold::Shared>},
                 {"sync.(*RWMutex).RUnlock", release<RWMutex, &RWMutex::runlock>},
                 {"sync.(*WaitGroup).Add", waitGroupAdd}, {"sync.(*WaitGroup).Done", waitGroupDone},
                 {"sync.(*WaitGroup).Wait", wait<WaitGroup, &WaitGroup::wait>},
                 {"sync.(*notifyList).take", notifyTake}, {"sync.(*notifyList).wait", notifyWait},
                 {"sync.(*notifyList).notifyOne", notifyOne}, {"sync.(*notifyList).notifyAll", notifyAll},
                 {"sync.collections", collections});

} // namespace gossamer::stdlib
