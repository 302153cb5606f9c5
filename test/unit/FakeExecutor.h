// An Executor whose goroutines are lists of C++ steps: the scheduler, channels and locks run without an
// interpreter.
//
// A step is what an instruction is: it returns a Status, and after Park the goroutine goes on with the next
// one. The end of the list is the function's return.
#pragma once

#include "gossamer/Host.h"
#include "runtime/chan/Channel.h"
#include "runtime/chan/Select.h"
#include "runtime/object/Closure.h"
#include "runtime/sched/Vm.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gossamer::test {

using Step = std::function<Status(Worker&)>;

/// A clock that tests move.
class TestHost final : public Host {
public:
  int64_t monotonicNanos() override { return now; }
  int64_t wallNanos() override { return 1'700'000'000'000'000'000 + now; }
  void entropy(void* buffer, size_t n) override { std::memset(buffer, 7, n); }
  int64_t now = 1;
};

class FakeExecutor final : public Executor {
public:
  struct Script {
    Closure closure; ///< first: a func() value points at it
    std::vector<Step> steps;
    bool goexits = false;
  };

  /// A func() value that runs these steps.
  Closure* make(std::vector<Step> steps, bool goexits = false) {
    scripts_.push_back(std::make_unique<Script>(Script{{nullptr}, std::move(steps), goexits}));
    return &scripts_.back()->closure;
  }

  void start(Goroutine& g, Closure* entry) override { g.fp = g.chunk->begin(); }

  RunOutcome run(Worker& worker, Goroutine& g) override {
    auto* script = reinterpret_cast<Script*>(g.entry);
    if (g.wakeTrap) {
      traps.push_back(static_cast<TrapCode>(g.wakeTrap));
      g.wakeTrap = 0;
      return RunOutcome::Exited;
    }
    while (g.executorWord < script->steps.size()) {
      switch (script->steps[g.executorWord++](worker)) {
      case Status::Ok: break;
      case Status::Park: return RunOutcome::Parked;
      case Status::Yield: return RunOutcome::Yielded;
      case Status::Goexit: return RunOutcome::Goexited;
      case Status::Panic:
      case Status::Exit: worker.scheduler().exit(3, RunEnd::Exited); return RunOutcome::Parked;
      }
      if (worker.attention) return RunOutcome::Yielded;
    }
    return script->goexits ? RunOutcome::Goexited : RunOutcome::Exited;
  }

  void visitStack(Goroutine& g, RootVisitor& visitor) override {}
  void visitGlobals(RootVisitor& visitor) override {}
  void appendTrace(const Goroutine& g, std::string& out) override {}
  void reportFatal(Worker& worker, std::string_view message, TraceScope scope) override {
    fatals.emplace_back(message);
  }

  std::vector<std::string> fatals;
  std::vector<TrapCode> traps;

private:
  std::vector<std::unique_ptr<Script>> scripts_;
};

/// A VM with a fake executor; goroutines append to `log`.
struct World {
  explicit World(VmOptions options = virtualTime()) : vm(host, options) { vm.setExecutor(executor); }
  static VmOptions virtualTime() {
    VmOptions o;
    o.virtualTime = true;
    return o;
  }

  Goroutine* go(std::vector<Step> steps) {
    return vm.scheduler().newGoroutine(executor.make(std::move(steps)));
  }
  RunResult main(std::vector<Step> steps) {
    return vm.scheduler().run(vm.scheduler().newGoroutine(executor.make(std::move(steps))));
  }
  Step say(std::string text) {
    return [this, text](Worker&) {
      log += text + ";";
      return Status::Ok;
    };
  }
  /// A go statement.
  Step spawns(std::vector<Step> steps) {
    Closure* entry = executor.make(std::move(steps));
    return [entry](Worker& worker) {
      spawn(worker, entry, nullptr);
      return Status::Ok;
    };
  }
  Step yield() {
    return [](Worker&) { return Status::Yield; };
  }
  Step sleep(int64_t ns) {
    return [ns](Worker& w) { return parkSleep(w, ns); };
  }
  Channel* channel(const TypeInfo* elem, int64_t n) {
    Channel* c = nullptr;
    Trap trap;
    makeChannel(vm.scheduler().worker(), vm.types().chanOf(elem, ChanDir::Both), n, &c, trap);
    return c;
  }
  const TypeInfo* intType() { return vm.types().basic(Kind::Int); }

  TestHost host;
  FakeExecutor executor;
  Vm vm;
  std::string log;
  Trap trap;
};

} // namespace gossamer::test
