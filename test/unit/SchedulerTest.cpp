// The scheduler's loop with scripted goroutines and a fake clock.
#include "FakeExecutor.h"

#include <gtest/gtest.h>

#include <thread>

using namespace gossamer;
using namespace gossamer::test;

TEST(Scheduler, MainsReturnEndsTheRun) {
  World w;
  w.go({w.yield(), w.yield(), w.say("never")});
  RunResult r = w.main({w.say("main")});
  EXPECT_EQ(r.end, RunEnd::MainReturned);
  EXPECT_EQ(w.log, "main;");
  EXPECT_EQ(w.vm.scheduler().liveCount(), 1u);
}

TEST(Scheduler, GoroutinesLiveOnInTheNextRun) {
  World w;
  w.go({w.yield(), w.yield(), w.say("other")});
  w.main({w.say("one")});
  w.main({w.yield(), w.yield(), w.yield(), w.say("two")});
  EXPECT_EQ(w.log, "one;other;two;");
}

TEST(Scheduler, YieldGoesRound) {
  World w;
  w.go({w.say("a"), w.yield(), w.say("b")});
  w.main({w.say("1"), w.yield(), w.say("2"), w.yield()});
  EXPECT_EQ(w.log, "a;1;b;2;");
}

TEST(Scheduler, SpawnRunsLater) {
  World w;
  Closure* child = w.executor.make({w.say("child")});
  w.main({[&](Worker& worker) {
            Goroutine* g = spawn(worker, child, nullptr);
            EXPECT_EQ(g->parentId, worker.current()->id);
            return Status::Ok;
          },
          w.say("main"), w.yield(), w.say("end")});
  EXPECT_EQ(w.log, "main;child;end;");
}

TEST(Scheduler, ManyGoroutinesOverflowTheRingAndAllRun) {
  World w;
  int done = 0;
  std::vector<Step> main;
  main.push_back([&](Worker& worker) {
    for (int i = 0; i < 10000; i++)
      spawn(worker, w.executor.make({[&](Worker&) {
        done++;
        return Status::Ok;
      }}),
            nullptr);
    return Status::Ok;
  });
  main.push_back(w.sleep(1));
  EXPECT_EQ(w.main(main).end, RunEnd::MainReturned);
  EXPECT_EQ(done, 10000);
}

TEST(Scheduler, SleepersWakeInOrderUnderVirtualTime) {
  World w;
  w.go({w.sleep(3'000'000'000), w.say("3s")});
  w.go({w.sleep(1'000'000'000), w.say("1s")});
  w.go({w.sleep(2'000'000'000), w.say("2s")});
  w.main({w.sleep(4'000'000'000), w.say("4s")});
  EXPECT_EQ(w.log, "1s;2s;3s;4s;");
  EXPECT_EQ(w.vm.clock().now(), 4'000'000'001);
}

TEST(Scheduler, DeadlockIsReported) {
  World w;
  RunResult r = w.main({[](Worker& worker) { return park(worker, WaitReason::SelectNoCases); }});
  EXPECT_EQ(r.end, RunEnd::Fatal);
  EXPECT_EQ(r.exitCode, 2);
  EXPECT_EQ(w.executor.fatals, std::vector<std::string>{"all goroutines are asleep - deadlock!"});
}

TEST(Scheduler, MainGoexitLetsOthersFinish) {
  World w;
  w.go({w.sleep(5), w.say("other")});
  RunResult r = w.main({[](Worker&) { return Status::Goexit; }});
  EXPECT_EQ(r.exitCode, 2);
  EXPECT_EQ(w.log, "other;");
  EXPECT_EQ(w.executor.fatals,
            std::vector<std::string>{"no goroutines (main called runtime.Goexit) - deadlock!"});
}

TEST(Scheduler, MainGoexitWithBlockedOthersIsOrdinaryDeadlock) {
  World w;
  w.go({[](Worker& worker) { return park(worker, WaitReason::ChanReceive); }});
  w.main({[](Worker&) { return Status::Goexit; }});
  EXPECT_EQ(w.executor.fatals, std::vector<std::string>{"all goroutines are asleep - deadlock!"});
}

TEST(Scheduler, ExitStopsAtOnce) {
  World w;
  RunResult r = w.main({[](Worker& worker) {
                          worker.scheduler().exit(7, RunEnd::Exited);
                          return Status::Exit;
                        },
                        w.say("never")});
  EXPECT_EQ(r.end, RunEnd::Exited);
  EXPECT_EQ(r.exitCode, 7);
  EXPECT_EQ(w.log, "");
}

TEST(Scheduler, StopRequestFromAnotherThread) {
  VmOptions real;
  World w(real);
  std::thread stopper([&] { w.vm.scheduler().requestStop(130); });
  std::vector<Step> main;
  auto forever = [](Worker& worker) { return parkSleep(worker, int64_t{1} << 60); };
  main.push_back(forever);
  RunResult r = w.main(main);
  stopper.join();
  EXPECT_EQ(r.end, RunEnd::Stopped);
  EXPECT_EQ(r.stopReason, 130);
}

TEST(Scheduler, HostThreadWakesAGoroutine) {
  VmOptions real;
  World w(real);
  std::thread waker;
  RunResult r = w.main({[&](Worker& worker) {
                          worker.scheduler().beginHostWait();
                          Status s = park(worker, WaitReason::IoWait);
                          Goroutine* g = worker.current();
                          waker = std::thread([&worker, g] { worker.scheduler().readyFromHost(g); });
                          return s;
                        },
                        w.say("woken")});
  waker.join();
  EXPECT_EQ(r.end, RunEnd::MainReturned);
  EXPECT_EQ(w.log, "woken;");
}

TEST(Scheduler, AfterFuncTimerStartsAGoroutine) {
  World w;
  Timer timer = {};
  timer.when = 1000;
  timer.fn = w.executor.make({w.say("fired")});
  w.vm.scheduler().worker().p().timers.add(&timer);
  w.main({w.sleep(5000), w.say("end")});
  EXPECT_EQ(w.log, "fired;end;");
  EXPECT_EQ(timer.when, 0);
}

TEST(Scheduler, SeedsGiveDifferentSchedulesAndReplay) {
  auto order = [](uint64_t seed) {
    VmOptions o = World::virtualTime();
    o.seed = seed;
    World w(o);
    for (int i = 0; i < 8; i++) w.go({w.say(std::to_string(i))});
    w.main({w.sleep(1)});
    return w.log;
  };
  bool differs = false;
  for (uint64_t seed = 0; seed < 10; seed++) {
    EXPECT_EQ(order(seed), order(seed));
    differs |= order(seed) != order(seed + 1);
  }
  EXPECT_TRUE(differs);
}

TEST(Scheduler, TwoVmsOnTwoThreads) {
  auto work = [] {
    World w;
    for (int i = 0; i < 1000; i++) w.go({w.yield(), w.sleep(i), w.yield()});
    EXPECT_EQ(w.main({w.sleep(2000)}).end, RunEnd::MainReturned);
    EXPECT_EQ(w.vm.scheduler().liveCount(), 0u);
  };
  std::thread other(work);
  work();
  other.join();
}
