// A VM: everything one Go program (or one document's world) needs, as an object. Two VMs in a process share
// nothing.
//
// It owns heap, types, clock, policy and scheduler, and refers to the Host and to the Executor, which outlive
// it. What lies above the runtime (module, package state, native libraries' state) hangs on it as opaque
// roots and extensions.
//
// Order of construction: Vm, then setExecutor, then code may run. Thread safety: one thread at a time, but
// see Scheduler.h.
#pragma once

#include "runtime/heap/Heap.h"
#include "runtime/sched/Clock.h"
#include "runtime/sched/Policy.h"
#include "runtime/sched/Scheduler.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace gossamer {

class Host;

struct VmOptions {
  std::optional<uint64_t> seed; ///< SeededPolicy; else RandomPolicy from the host's entropy
  bool virtualTime = false;
  size_t maxStackBytes = 1'000'000'000; ///< of one goroutine; beyond it "stack overflow"
  size_t memoryLimit = 0;               ///< of the heap; 0: none
  unsigned collectEvery = 0;            ///< collect at every n-th allocation; 0: when needed
  bool explainWaits = false;            ///< keep account of who holds which lock, for runtime/explain
  bool yieldStress = false;             ///< time slices of a few instructions
};

/// State that a library hangs on a VM; destroyed with it.
class VmExtension {
public:
  virtual ~VmExtension() = default;
  virtual void visitRoots(RootVisitor& visitor) {}
};

class Vm final : public RootProvider {
public:
  Vm(Host& host, const VmOptions& options);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  const VmOptions& options() const { return options_; }
  /// Of stacks that grow from now on; returns what was set before.
  size_t setMaxStackBytes(size_t bytes) { return std::exchange(options_.maxStackBytes, bytes); }
  Host& host() { return host_; }
  /// Writes what the program's end is about to standard error, after what it has printed; and to the crash output if
  /// there is one (a file descriptor, or -1).
  void reportCrash(std::string_view text);
  void setCrashOutput(int fd) { crashOutput_ = fd; }
  Heap& heap() { return *heap_; }
  TypeTable& types() { return *types_; }
  Clock& clock() { return *clock_; }
  Policy& policy() { return *policy_; }
  Scheduler& scheduler() { return *scheduler_; }
  Executor& executor() { return *executor_; }
  void setExecutor(Executor& executor) { executor_ = &executor; }

  /// The frontend's and the interpreter's own; not touched by the runtime.
  void* program = nullptr;
  void* module = nullptr;

  /// The extension of type T (made on first use with T(vm)). T derives from VmExtension and has `static const
  /// char kKey;`, whose address names it.
  template <class T> T& extension() {
    for (Extension& e : extensions_)
      if (e.key == &T::kKey) return static_cast<T&>(*e.object);
    auto made = std::make_unique<T>(*this);
    T& result = *made;
    extensions_.push_back({&T::kKey, std::move(made)});
    return result;
  }

  /// Roots of the extensions.
  void visitRoots(RootVisitor& visitor) override;

private:
  struct Extension {
    const void* key;
    std::unique_ptr<VmExtension> object;
  };

  VmOptions options_;
  int crashOutput_ = -1;
  Host& host_;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<Policy> policy_;
  std::unique_ptr<TypeTable> types_;
  std::unique_ptr<Heap> heap_;
  Executor* executor_ = nullptr;
  std::unique_ptr<Scheduler> scheduler_;
  std::vector<Extension> extensions_;
};

/// The worker that runs a native.
inline Worker& workerOf(NativeCall& call) {
  return call.vm.scheduler().worker();
}

} // namespace gossamer
