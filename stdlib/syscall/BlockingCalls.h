// Calls of the host that may block (reading terminals and pipes, writing pipes, waiting for processes)
// without stopping the goroutines that could run meanwhile.
//
// The goroutine parks and a thread of the VM's own does the call, on memory of its own, since the VM may end
// before the call does. When the goroutine goes on, its worker copies what came to where it belongs. The
// threads block SIGPIPE: a write that nobody reads is an error there.
//
// Rules
//   B1 the thread and the VM share only State, under its mutex; while `alive` is set there, the VM exists.
//   B2 a job's `result` and `bytes` are written by the thread before readyFromHost and read by the worker
//   after the
//      goroutine has gone on, which readyFromHost's lock orders.
//
// A call still blocked when the VM is destroyed is left behind: its Host must then live until the process
// ends.
#pragma once

#include "gossamer/Host.h"
#include "runtime/base/Native.h"
#include "runtime/object/Slice.h"
#include "runtime/sched/Vm.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace gossamer::stdlib {

class BlockingCalls final : public VmExtension {
public:
  static const char kKey;
  explicit BlockingCalls(Vm& vm);
  ~BlockingCalls() override;

  /// What a thread does: it may use `bytes`, which is copied to Go's memory as far as it says by its size.
  using Work = std::function<HostResult(Host&, std::vector<char>& bytes)>;

  /// Parks the goroutine until `work` has been done on `bytes`; then those bytes are at `to` (kept alive by
  /// the caller's frame) and the call's results, an int and an Errno, are set.
  Status park(NativeCall& call, Work work, std::vector<char> bytes, void* to);

private:
  struct Job {
    Work work;
    Goroutine* g;
    Slot* results; ///< in the goroutine's frame, which stays put
    void* to;
    std::vector<char> bytes;
    HostResult result;
  };
  struct State {
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::unique_ptr<Job>> waiting; ///< to be taken by a thread
    bool alive = true;
    size_t idle = 0; ///< threads that wait for a job
  };

  /// What a thread does; `self` exists while the state is alive (B1).
  static void serve(std::shared_ptr<State> state, BlockingCalls* self, Host& host);
  static bool deliver(Worker& worker, Goroutine& g);

  Vm& vm_;
  std::shared_ptr<State> state_;
  std::vector<std::unique_ptr<Job>> done_; ///< guarded by the state's mutex
};

} // namespace gossamer::stdlib
