// Natives of package sync/atomic.
//
// Read-modify-writes are plain ones while one worker runs the VM (rule P1 in runtime/sched/Scheduler.h): a
// native is not interrupted. With several workers they are the hardware's.
#include "runtime/heap/Barrier.h"
#include "runtime/sched/Vm.h"
#include "runtime/type/Equality.h"
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include <atomic>

namespace gossamer::stdlib {

namespace {

/// Runs an atomic update `change(old) -> new` on *address and gives the old value.
template <class T, class Change> T update(NativeCall& call, T* address, Change change) {
  if (!call.vm.scheduler().parallel()) {
    T old = *address;
    *address = change(old);
    return old;
  }
  std::atomic_ref<T> shared(*address);
  T old = shared.load();
  while (!shared.compare_exchange_weak(old, change(old))) {
  }
  return old;
}

/// The address in this slot; a nil one makes the caller panic.
template <class T> bool addressAt(NativeCall& call, size_t slot, T*& address) {
  address = call.pointerArg<T>(slot);
  return address || (call.panic(TrapCode::NilDereference), false);
}

template <class T> T valueAt(NativeCall& call, size_t slot) {
  return readSlot<T>(call.args + slot);
}

template <class T> Status addTo(NativeCall& call) {
  T* address;
  if (!addressAt(call, 1, address)) return Status::Panic;
  T delta = valueAt<T>(call, 2);
  auto sum = [delta](T old) {
    return static_cast<T>(static_cast<uint64_t>(old) + static_cast<uint64_t>(delta));
  };
  writeSlot(call.args, sum(update(call, address, sum)));
  return Status::Ok;
}

template <class T> Status andWith(NativeCall& call) {
  T* address;
  if (!addressAt(call, 1, address)) return Status::Panic;
  T mask = valueAt<T>(call, 2);
  writeSlot(call.args, update(call, address, [mask](T old) { return static_cast<T>(old & mask); }));
  return Status::Ok;
}

template <class T> Status orWith(NativeCall& call) {
  T* address;
  if (!addressAt(call, 1, address)) return Status::Panic;
  T mask = valueAt<T>(call, 2);
  writeSlot(call.args, update(call, address, [mask](T old) { return static_cast<T>(old | mask); }));
  return Status::Ok;
}

template <class T> Status load(NativeCall& call) {
  T* address;
  if (!addressAt(call, 1, address)) return Status::Panic;
  writeSlot(call.args, std::atomic_ref<T>(*address).load()); // a plain load on the machines there are
  return Status::Ok;
}

template <class T> Status store(NativeCall& call) {
  T* address;
  if (!addressAt(call, 0, address)) return Status::Panic;
  T value = valueAt<T>(call, 1);
  beforePointerStore(address);
  update(call, address, [value](T) { return value; });
  return Status::Ok;
}

template <class T> Status swap(NativeCall& call) {
  T* address;
  if (!addressAt(call, 1, address)) return Status::Panic;
  T value = valueAt<T>(call, 2);
  beforePointerStore(address);
  writeSlot(call.args, update(call, address, [value](T) { return value; }));
  return Status::Ok;
}

template <class T> Status compareAndSwap(NativeCall& call) {
  T* address;
  if (!addressAt(call, 1, address)) return Status::Panic;
  T expected = valueAt<T>(call, 2), value = valueAt<T>(call, 3);
  beforePointerStore(address);
  T old = update(call, address, [=](T current) { return current == expected ? value : current; });
  call.setBool(0, old == expected);
  return Status::Ok;
}

// Value. Two words change together: with several workers under a lock of the table below the scheduler's.

bool checkType(NativeCall& call, const Interface& held, const Interface& value, const char* operation) {
  const char* problem = nullptr;
  if (value.isNil())
    problem = " of nil value into Value";
  else if (!held.isNil() && held.type != value.type)
    problem = " of inconsistently typed value into Value";
  if (!problem) return true;
  call.panicString(std::string("sync/atomic: ") + operation + problem);
  return false;
}

Status valueLoad(NativeCall& call) {
  Interface* v;
  if (!addressAt(call, 2, v)) return Status::Panic;
  call.setResult(0, *v);
  return Status::Ok;
}

Status valueStore(NativeCall& call) {
  Interface* v;
  if (!addressAt(call, 0, v)) return Status::Panic;
  const Interface& value = call.arg<Interface>(1);
  if (!checkType(call, *v, value, "store")) return Status::Panic;
  storeInterface(v, value);
  return Status::Ok;
}

Status valueSwap(NativeCall& call) {
  Interface* v;
  if (!addressAt(call, 2, v)) return Status::Panic;
  const Interface& value = call.arg<Interface>(3);
  if (!checkType(call, *v, value, "swap")) return Status::Panic;
  Interface old = *v;
  storeInterface(v, value);
  call.setResult(0, old);
  return Status::Ok;
}

Status valueCompareAndSwap(NativeCall& call) {
  Interface* v;
  if (!addressAt(call, 1, v)) return Status::Panic;
  const Interface& old = call.arg<Interface>(2);
  const Interface& value = call.arg<Interface>(4);
  if (!value.isNil() && !old.isNil() && old.type != value.type)
    return call.panicString("sync/atomic: compare and swap of inconsistently typed values");
  if (!checkType(call, *v, value, "compare and swap")) return Status::Panic;
  Equal same = equalInterfaces(*v, old, call.trap);
  if (same == Equal::Trapped) return Status::Panic;
  if (same == Equal::Yes) storeInterface(v, value);
  call.setBool(0, same == Equal::Yes);
  return Status::Ok;
}

} // namespace

// One row a function and one a method: the receiver is the address.
GOSSAMER_NATIVES(
    sync_atomic, {"sync/atomic.AddInt32", addTo<int32_t>}, {"sync/atomic.(*Int32).Add", addTo<int32_t>},
    {"sync/atomic.AndInt32", andWith<int32_t>}, {"sync/atomic.(*Int32).And", andWith<int32_t>}, {"sync/atomic.OrInt32", orWith<int32_t>},
    {"sync/atomic.(*Int32).Or", orWith<int32_t>}, {"sync/atomic.LoadInt32", load<int32_t>}, {"sync/atomic.(*Int32).Load", load<int32_t>},
    {"sync/atomic.StoreInt32", store<int32_t>}, {"sync/atomic.(*Int32).Store", store<int32_t>}, {"sync/atomic.SwapInt32", swap<int32_t>},
    {"sync/atomic.(*Int32).Swap", swap<int32_t>}, {"sync/atomic.CompareAndSwapInt32", compareAndSwap<int32_t>},
    {"sync/atomic.(*Int32).CompareAndSwap", compareAndSwap<int32_t>}, {"sync/atomic.AddInt64", addTo<int64_t>},
    {"sync/atomic.(*Int64).Add", addTo<int64_t>}, {"sync/atomic.AndInt64", andWith<int64_t>}, {"sync/atomic.(*Int64).And", andWith<int64_t>},
    {"sync/atomic.OrInt64", orWith<int64_t>}, {"sync/atomic.(*Int64).Or", orWith<int64_t>}, {"sync/atomic.LoadInt64", load<int64_t>},
    {"sync/atomic.(*Int64).Load", load<int64_t>}, {"sync/atomic.StoreInt64", store<int64_t>}, {"sync/atomic.(*Int64).Store", store<int64_t>},
    {"sync/atomic.SwapInt64", swap<int64_t>}, {"sync/atomic.(*Int64).Swap", swap<int64_t>},
    {"sync/atomic.CompareAndSwapInt64", compareAndSwap<int64_t>}, {"sync/atomic.(*Int64).CompareAndSwap", compareAndSwap<int64_t>},
    {"sync/atomic.AddUint32", addTo<uint32_t>}, {"sync/atomic.(*Uint32).Add", addTo<uint32_t>}, {"sync/atomic.AndUint32", andWith<uint32_t>},
    {"sync/atomic.(*Uint32).And", andWith<uint32_t>}, {"sync/atomic.OrUint32", orWith<uint32_t>}, {"sync/atomic.(*Uint32).Or", orWith<uint32_t>},
    {"sync/atomic.LoadUint32", load<uint32_t>}, {"sync/atomic.(*Uint32).Load", load<uint32_t>}, {"sync/atomic.StoreUint32", store<uint32_t>},
    {"sync/atomic.(*Uint32).Store", store<uint32_t>}, {"sync/atomic.SwapUint32", swap<uint32_t>}, {"sync/atomic.(*Uint32).Swap", swap<uint32_t>},
    {"sync/atomic.CompareAndSwapUint32", compareAndSwap<uint32_t>},
    {"sync/atomic.(*Uint32).CompareAndSwap", compareAndSwap<uint32_t>}, {"sync/atomic.AddUint64", addTo<uint64_t>},
    {"sync/atomic.(*Uint64).Add", addTo<uint64_t>}, {"sync/atomic.AndUint64", andWith<uint64_t>},
    {"sync/atomic.(*Uint64).And", andWith<uint64_t>}, {"sync/atomic.OrUint64", orWith<uint64_t>}, {"sync/atomic.(*Uint64).Or", orWith<uint64_t>},
    {"sync/atomic.LoadUint64", load<uint64_t>}, {"sync/atomic.(*Uint64).Load", load<uint64_t>}, {"sync/atomic.StoreUint64", store<uint64_t>},
    {"sync/atomic.(*Uint64).Store", store<uint64_t>}, {"sync/atomic.SwapUint64", swap<uint64_t>}, {"sync/atomic.(*Uint64).Swap", swap<uint64_t>},
    {"sync/atomic.CompareAndSwapUint64", compareAndSwap<uint64_t>},
    {"sync/atomic.(*Uint64).CompareAndSwap", compareAndSwap<uint64_t>}, {"sync/atomic.AddUintptr", addTo<uint64_t>},
    {"sync/atomic.(*Uintptr).Add", addTo<uint64_t>}, {"sync/atomic.AndUintptr", andWith<uint64_t>},
    {"sync/atomic.(*Uintptr).And", andWith<uint64_t>}, {"sync/atomic.OrUintptr", orWith<uint64_t>},
    {"sync/atomic.(*Uintptr).Or", orWith<uint64_t>}, {"sync/atomic.LoadUintptr", load<uint64_t>}, {"sync/atomic.(*Uintptr).Load", load<uint64_t>},
    {"sync/atomic.StoreUintptr", store<uint64_t>}, {"sync/atomic.(*Uintptr).Store", store<uint64_t>}, {"sync/atomic.SwapUintptr", swap<uint64_t>},
    {"sync/atomic.(*Uintptr).Swap", swap<uint64_t>}, {"sync/atomic.CompareAndSwapUintptr", compareAndSwap<uint64_t>},
    {"sync/atomic.(*Uintptr).CompareAndSwap", compareAndSwap<uint64_t>}, {"sync/atomic.LoadPointer", load<uint64_t>},
    {"sync/atomic.StorePointer", store<uint64_t>}, {"sync/atomic.SwapPointer", swap<uint64_t>},
    {"sync/atomic.CompareAndSwapPointer", compareAndSwap<uint64_t>}, {"sync/atomic.(*Value).Load", valueLoad},
    {"sync/atomic.(*Value).Store", valueStore}, {"sync/atomic.(*Value).Swap", valueSwap},
    {"sync/atomic.(*Value).CompareAndSwap", valueCompareAndSwap});

} // namespace gossamer::stdlib
