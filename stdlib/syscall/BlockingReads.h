// Reads that may block (terminals, pipes) without stopping the goroutines that could run meanwhile.
//
// The goroutine parks and a thread of the VM's own does the read, into memory of its own, since the VM may end before
// the read does. When the goroutine goes on, its worker copies the bytes to where they belong.
//
// Rules
//   B1 the thread and the VM share only State, under its mutex; while `alive` is set there, the VM exists.
//   B2 a job's `result` and `bytes` are written by the thread before readyFromHost and read by the worker after the
//      goroutine has gone on, which readyFromHost's lock orders.
//
// A read still blocked when the VM is destroyed is left behind: its Host must then live until the process ends.
#pragma once

#include "gossamer/Host.h"
#include "runtime/base/Native.h"
#include "runtime/object/Slice.h"
#include "runtime/sched/Vm.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace gossamer::stdlib {

class BlockingReads final : public VmExtension {
public:
  static const char kKey;
  explicit BlockingReads(Vm& vm);
  ~BlockingReads() override;

  /// Parks the goroutine until `to` has been read into and the call's results, an int and an Errno, are set.
  Status parkRead(NativeCall& call, int fd, Slice to);

private:
  struct Job {
    int fd;
    Goroutine* g;
    Slot* results; ///< in the goroutine's frame, which stays put
    char* to;      ///< kept alive by the caller's frame
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
  static void serve(std::shared_ptr<State> state, BlockingReads* self, Host& host);
  static bool deliver(Worker& worker, Goroutine& g);

  Vm& vm_;
  std::shared_ptr<State> state_;
  std::vector<std::unique_ptr<Job>> done_; ///< guarded by the state's mutex
};

} // namespace gossamer::stdlib
