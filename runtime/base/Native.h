// Native leaves: library functions without a Go body, written in C++.
//
//   Status stringsIndexByte(NativeCall& call) {      // func IndexByte(s string, c byte) int
//     auto text = call.arg<String>(1);                // slot 0 is the result, 1 and 2 the string, 3 the byte
//     call.setInt(0, …);
//     return Status::Ok;
//   }
//   constexpr NativeEntry kNatives[] = {{"strings.IndexByte", stringsIndexByte}};
//
// Rules. A native never calls Go code and never keeps `args` after it returned (before parking it copies what
// it needs). It may allocate from the VM's heap freely: allocation never collects (see runtime/heap/Heap.h),
// so pointers held in C++ variables stay good until the native returns. It may be called on any worker
// thread. Long work or a blocking system call must be wrapped as the scheduler's header says.
#pragma once

#include "runtime/base/Slot.h"
#include "runtime/base/Trap.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace gossamer {

class Vm;
struct Goroutine;
class AllocCache;

// How an operation that the interpreter called ended.
enum class Status : uint8_t {
  Ok,
  Panic,  // `trap` says which; a trap whose carrier is Fatal ends the VM
  Park,   // the goroutine is on a wait queue; execution goes on behind the call when it is readied
  Yield,  // the goroutine is still runnable but gives its P away (Gosched); goes on behind the call
  Goexit, // runtime.Goexit: run the deferred calls, then end the goroutine
  Exit,   // os.Exit: NativeCall::exitCode ends the VM
};

struct NativeCall {
  Vm& vm;
  Goroutine* g;
  AllocCache& alloc; // the allocation cache of the P that runs us
  Slot* args;        // the callee's slot 0: results first, then receiver and parameters
  Trap trap{};
  int exitCode = 0;

  // A multi-word value (String, Slice, Interface, a struct in memory form) that starts at slot `index`.
  template <class T> const T& arg(size_t index) const {
    static_assert(std::is_trivially_copyable_v<T>);
    return *reinterpret_cast<const T*>(args + index);
  }
  template <class T> void setResult(size_t index, const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::memcpy(args + index, &value, sizeof(T));
  }
  int64_t intArg(size_t index) const { return args[index].i; }
  uint64_t uintArg(size_t index) const { return args[index].u; }
  double floatArg(size_t index) const { return args[index].f; }
  bool boolArg(size_t index) const { return args[index].u != 0; }
  template <class T> T* pointerArg(size_t index) const { return static_cast<T*>(args[index].p); }
  void setInt(size_t index, int64_t value) { args[index].i = value; }
  void setUint(size_t index, uint64_t value) { args[index].u = value; }
  void setFloat(size_t index, double value) { args[index].f = value; }
  void setBool(size_t index, bool value) { args[index].u = value; }
  void setPointer(size_t index, const void* value) { args[index] = Slot::ofPointer(value); }

  Status panic(TrapCode code) {
    trap.raise(code);
    return Status::Panic;
  }
  // panic("text") with a Go string; the text is copied.
  Status panicString(std::string text) {
    trap.raiseComposed(TrapCode::String, std::move(text));
    return Status::Panic;
  }
  Status fatal(std::string text) {
    trap.raiseComposed(TrapCode::FatalText, std::move(text));
    return Status::Panic;
  }
};

using NativeFn = Status (*)(NativeCall& call);

// One row of a package's native table: the full name as a trace prints it ("strings.IndexByte",
// "sync.(*Mutex).Lock").
struct NativeEntry {
  std::string_view name;
  NativeFn fn;
};
using NativeTable = std::span<const NativeEntry>;

} // namespace gossamer
