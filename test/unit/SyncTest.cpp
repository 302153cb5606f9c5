// The locks of package sync with scripted goroutines.
#include "FakeExecutor.h"
#include "runtime/sync/Mutex.h"
#include "runtime/sync/WaitGroup.h"

#include <gtest/gtest.h>

using namespace gossamer;
using namespace gossamer::test;

namespace {
struct SyncWorld : World {
  Step lock(Mutex& m) {
    return [&](Worker& w) { return m.lock(w); };
  }
  Step unlock(Mutex& m) {
    return [&, this](Worker& w) { return m.unlock(w, trap); };
  }
  Step lock(RWMutex& m) {
    return [&](Worker& w) { return m.lock(w); };
  }
  Step unlock(RWMutex& m) {
    return [&, this](Worker& w) { return m.unlock(w, trap); };
  }
  Step rlock(RWMutex& m) {
    return [&](Worker& w) { return m.rlock(w); };
  }
  Step runlock(RWMutex& m) {
    return [&, this](Worker& w) { return m.runlock(w, trap); };
  }
};
} // namespace

TEST(Mutex, WaitersGetItInOrder) {
  SyncWorld w;
  Mutex m = {};
  auto waiter = [&](std::string name) { return w.spawns({w.lock(m), w.say(name), w.yield(), w.unlock(m)}); };
  w.main(
      {w.lock(m), waiter("0"), waiter("1"), waiter("2"), w.yield(), w.say("main"), w.unlock(m), w.sleep(1)});
  EXPECT_EQ(w.log, "main;0;1;2;");
  EXPECT_EQ(m.state, 0u);
  EXPECT_EQ(m.waiters, 0u);
}

TEST(Mutex, ManyContendersExcludeEachOther) {
  SyncWorld w;
  Mutex m = {};
  int inside = 0, entered = 0;
  auto enter = [&](Worker&) {
    EXPECT_EQ(++inside, 1);
    entered++;
    return Status::Ok;
  };
  auto leave = [&](Worker&) {
    inside--;
    return Status::Ok;
  };
  for (int i = 0; i < 50; i++) {
    std::vector<Step> steps;
    for (int k = 0; k < 20; k++) {
      steps.insert(steps.end(), {w.lock(m), enter});
      if (k % 3) steps.push_back(w.yield());
      steps.insert(steps.end(), {leave, w.unlock(m)});
      if (k % 2) steps.push_back(w.yield());
    }
    w.go(std::move(steps));
  }
  EXPECT_EQ(w.main({w.sleep(1)}).end, RunEnd::MainReturned);
  EXPECT_EQ(entered, 1000);
  EXPECT_EQ(m.state, 0u);
}

TEST(Mutex, AStarvingWaiterIsHandedTheLock) {
  SyncWorld w;
  Mutex m = {};
  w.go({w.lock(m), w.say("waiter"), w.unlock(m)});
  std::vector<Step> greedy = {w.lock(m), w.yield()};
  for (int i = 0; i < 20; i++) // always holds it when it yields
    greedy.insert(greedy.end(), {w.unlock(m), w.lock(m), w.yield()});
  greedy.push_back(w.say("greedy"));
  w.main(greedy);
  EXPECT_EQ(w.log, "waiter;greedy;");
}

TEST(Mutex, TryLockAndMisuse) {
  SyncWorld w;
  Worker& worker = w.vm.scheduler().worker();
  Mutex m = {};
  EXPECT_TRUE(m.tryLock());
  EXPECT_FALSE(m.tryLock());
  EXPECT_EQ(m.unlock(worker, w.trap), Status::Ok);
  EXPECT_EQ(m.unlock(worker, w.trap), Status::Panic);
  EXPECT_EQ(carrierOf(w.trap.code), TrapCarrier::Fatal);
  EXPECT_EQ(errorText(w.trap), "sync: unlock of unlocked mutex");
}

TEST(RWMutex, ReadersShareAWaitingWriterKeepsNewOnesOut) {
  SyncWorld w;
  RWMutex m = {};
  w.go({w.rlock(m), w.say("r1"), w.yield(), w.yield(), w.runlock(m)});
  w.go({w.rlock(m), w.say("r2"), w.runlock(m)});
  w.go({w.lock(m), w.say("writer"), w.yield(), w.unlock(m)});
  w.go({w.rlock(m), w.say("late"), w.runlock(m)});
  w.main({w.sleep(1)});
  EXPECT_EQ(w.log, "r1;r2;writer;late;");
  EXPECT_EQ(m.readers + m.writer + m.waitingReaders + m.waitingWriters, 0u);
}

TEST(RWMutex, UnlockLetsAllReadersInBeforeTheNextWriter) {
  SyncWorld w;
  RWMutex m = {};
  w.main({w.lock(m), w.spawns({w.lock(m), w.say("w2"), w.unlock(m)}),
          w.spawns({w.rlock(m), w.say("r1"), w.runlock(m)}),
          w.spawns({w.rlock(m), w.say("r2"), w.runlock(m)}), w.yield(), w.unlock(m), w.sleep(1)});
  EXPECT_EQ(w.log, "r1;r2;w2;");
}

TEST(RWMutex, TryAndMisuse) {
  SyncWorld w;
  Worker& worker = w.vm.scheduler().worker();
  RWMutex m = {};
  EXPECT_TRUE(m.tryRLock());
  EXPECT_TRUE(m.tryRLock());
  EXPECT_FALSE(m.tryLock());
  m.runlock(worker, w.trap);
  m.runlock(worker, w.trap);
  EXPECT_TRUE(m.tryLock());
  EXPECT_FALSE(m.tryRLock());
  m.unlock(worker, w.trap);
  EXPECT_EQ(m.unlock(worker, w.trap), Status::Panic);
  EXPECT_EQ(errorText(w.trap), "sync: Unlock of unlocked RWMutex");
  EXPECT_EQ(m.runlock(worker, w.trap), Status::Panic);
  EXPECT_EQ(errorText(w.trap), "sync: RUnlock of unlocked RWMutex");
}

TEST(WaitGroup, WaitsForAll) {
  SyncWorld w;
  WaitGroup group = {};
  auto add = [&](int64_t n) { return [&, n](Worker& worker) { return group.add(worker, n, w.trap); }; };
  auto wait = [&](Worker& worker) { return group.wait(worker); };
  auto task = [&] { return w.spawns({w.yield(), w.say("done"), add(-1)}); };
  w.main({add(3), task(), task(), task(), w.spawns({wait, w.say("second waiter")}), wait, w.say("all"),
          w.yield()});
  EXPECT_EQ(w.log, "done;done;done;all;second waiter;");
  EXPECT_EQ(group.add(w.vm.scheduler().worker(), -1, w.trap), Status::Panic);
  EXPECT_EQ(errorText(w.trap), "sync: negative WaitGroup counter");
}

TEST(NotifyList, WakesInOrderAndMissesNothing) {
  SyncWorld w;
  NotifyList list = {};
  auto waiter = [&](std::string name) {
    auto ticket = std::make_shared<uint32_t>();
    return std::vector<Step>{[&list, ticket](Worker&) {
                               *ticket = list.take();
                               return Status::Ok;
                             },
                             w.yield(), // where L is unlocked
                             [&list, ticket](Worker& worker) { return list.wait(worker, *ticket); },
                             w.say(name)};
  };
  auto one = [&](Worker& worker) {
    list.notifyOne(worker);
    return Status::Ok;
  };
  auto all = [&](Worker& worker) {
    list.notifyAll(worker);
    return Status::Ok;
  };
  w.go(waiter("a"));
  w.go(waiter("b"));
  w.go(waiter("c"));
  // The first signal comes between a's ticket and its wait.
  w.main({w.yield(), one, w.sleep(1), w.say("|"), one, w.sleep(1), w.say("|"), all, w.sleep(1), all});
  EXPECT_EQ(w.log, "a;|;b;|;c;");
}
