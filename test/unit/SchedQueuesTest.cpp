// The queues of the scheduler by themselves.
#include "runtime/sched/Clock.h"
#include "runtime/sched/Policy.h"
#include "runtime/sched/RunQueue.h"
#include "runtime/sched/StackPool.h"
#include "runtime/sched/Timer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace gossamer;

TEST(RunQueue, FifoWithNextFirst) {
  RunQueue q;
  Goroutine g[3] = {};
  EXPECT_TRUE(q.push(&g[0]));
  EXPECT_TRUE(q.push(&g[1]));
  EXPECT_EQ(q.setNext(&g[2]), nullptr);
  bool inherits = false;
  EXPECT_EQ(q.pop(inherits), &g[2]);
  EXPECT_TRUE(inherits);
  EXPECT_EQ(q.pop(inherits), &g[0]);
  EXPECT_FALSE(inherits);
  EXPECT_EQ(q.pop(inherits), &g[1]);
  EXPECT_EQ(q.pop(inherits), nullptr);
  EXPECT_TRUE(q.empty());
}

TEST(RunQueue, SetNextDisplaces) {
  RunQueue q;
  Goroutine a = {}, b = {};
  q.setNext(&a);
  EXPECT_EQ(q.setNext(&b), &a);
  EXPECT_EQ(q.total(), 1u);
}

TEST(RunQueue, FullAndWrapping) {
  RunQueue q;
  std::vector<Goroutine> g(RunQueue::kCapacity + 1);
  bool inherits;
  for (int round = 0; round < 5; round++) { // indices wrap round the ring
    for (uint32_t i = 0; i < RunQueue::kCapacity; i++) ASSERT_TRUE(q.push(&g[i]));
    EXPECT_FALSE(q.push(&g.back()));
    for (uint32_t i = 0; i < RunQueue::kCapacity; i++) ASSERT_EQ(q.pop(inherits), &g[i]);
  }
}

TEST(RunQueue, PopAtTakesEachOnce) {
  RunQueue q;
  std::vector<Goroutine> g(10);
  for (auto& x : g) q.push(&x);
  q.setNext(&g[9]);
  std::vector<Goroutine*> seen;
  for (size_t i : {size_t{3}, size_t{0}, size_t{8}, size_t{4}}) seen.push_back(q.popAt(i));
  EXPECT_EQ(q.total(), 7u);
  bool inherits;
  while (Goroutine* x = q.pop(inherits)) seen.push_back(x);
  EXPECT_EQ(seen.size(), 11u); // g[9] was in it twice
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  EXPECT_EQ(seen.size(), 10u);
}

TEST(WaitQueue, FifoAndRemovalAnywhere) {
  WaitQueue q = {};
  WaitNode n[4] = {};
  for (auto& x : n) q.push(&x);
  q.remove(&n[1]);
  q.remove(&n[1]); // not there: nothing
  q.remove(&n[3]);
  EXPECT_EQ(q.pop(), &n[0]);
  q.pushFront(&n[1]);
  EXPECT_EQ(q.pop(), &n[1]);
  EXPECT_EQ(q.pop(), &n[2]);
  EXPECT_EQ(q.pop(), nullptr);
  EXPECT_TRUE(q.empty());
}

TEST(TimerHeap, OrderIsDeadlineThenInsertion) {
  TimerHeap h;
  Goroutine g[4] = {};
  h.addSleeper(20, &g[0]);
  h.addSleeper(10, &g[1]);
  h.addSleeper(20, &g[2]);
  h.addSleeper(10, &g[3]);
  EXPECT_EQ(h.nextDeadline(), 10);
  TimerHeap::Entry e;
  EXPECT_FALSE(h.popDue(9, e));
  std::vector<Goroutine*> order;
  while (h.popDue(20, e)) order.push_back(e.g);
  EXPECT_EQ(order, (std::vector<Goroutine*>{&g[1], &g[3], &g[0], &g[2]}));
  EXPECT_EQ(h.nextDeadline(), Clock::kForever);
}

TEST(TimerHeap, RandomOperationsAgainstASortedList) {
  TimerHeap h;
  std::mt19937 random(1);
  std::vector<Timer> timers(300);
  std::vector<Timer*> live;
  for (int step = 0; step < 20000; step++) {
    Timer* t = &timers[random() % timers.size()];
    auto at = std::find(live.begin(), live.end(), t);
    if (random() % 3) {
      t->when = 1 + static_cast<int64_t>(random() % 1000);
      h.add(t);
      if (at == live.end()) live.push_back(t);
    } else {
      h.remove(t);
      if (at != live.end()) live.erase(at);
    }
    ASSERT_EQ(h.size(), live.size());
    int64_t least = Clock::kForever;
    for (Timer* x : live) least = std::min(least, x->when);
    ASSERT_EQ(h.nextDeadline(), least);
  }
  TimerHeap::Entry e;
  int64_t last = 0;
  while (h.popDue(Clock::kForever - 1, e)) {
    EXPECT_LE(last, e.when);
    EXPECT_EQ(e.timer->index, 0u);
    last = e.when;
  }
}

TEST(GoTime, EncodesClockReadings) {
  GoTime t = GoTime::of(1'700'000'000'123'456'789, 42, nullptr);
  EXPECT_EQ(t.wall >> 63, 1u);
  EXPECT_EQ(t.wall & ((1u << 30) - 1), 123'456'789u);
  EXPECT_EQ((t.wall >> 30 & ((uint64_t{1} << 33) - 1)), 1'700'000'000u + 2'208'988'800u);
  EXPECT_EQ(t.ext, 42);
  GoTime old = GoTime::of(-4'000'000'000'000'000'000, 42, nullptr); // 1843: no monotonic reading
  EXPECT_EQ(old.wall >> 63, 0u);
  EXPECT_EQ(old.ext, 62'135'596'800 - 4'000'000'000);
}

TEST(StackPool, RecyclesGoroutinesAndChunks) {
  StackPool pool;
  Goroutine* g = pool.allocGoroutine();
  ASSERT_TRUE(g);
  EXPECT_EQ(g->chunk->bytes, StackPool::kFirstChunkBytes);
  StackChunk* first = g->chunk;
  StackChunk* second = pool.enterChunk(*g, 10, 1 << 20);
  ASSERT_TRUE(second);
  EXPECT_EQ(g->chunk, second);
  EXPECT_EQ(second->bytes, 1024u);
  pool.leaveChunk(*g);
  EXPECT_EQ(g->chunk, first);
  EXPECT_EQ(pool.enterChunk(*g, 10, 1 << 20), second); // kept
  pool.leaveChunk(*g);
  StackChunk* big = pool.enterChunk(*g, 1000, 1 << 20); // too small: replaced
  ASSERT_TRUE(big);
  EXPECT_GE(big->end() - big->begin(), 1000);
  EXPECT_EQ(pool.enterChunk(*g, 1000, 16 << 10), nullptr); // over the limit
  EXPECT_EQ(g->chunk, big);
  pool.freeGoroutine(g);
  Goroutine* again = pool.allocGoroutine();
  EXPECT_EQ(again, g);
  EXPECT_EQ(again->chunk, first);
  EXPECT_EQ(again->stackUnits, 1u);
}

TEST(StackPool, ManyGoroutinesAreSmall) {
  StackPool pool;
  constexpr size_t kCount = 100'000;
  for (size_t i = 0; i < kCount; i++) ASSERT_TRUE(pool.allocGoroutine());
  EXPECT_LT(pool.mappedBytes() / kCount, 800u);
}

TEST(StackPool, HugeFramesAreMappedAndUnmapped) {
  StackPool pool;
  Goroutine* g = pool.allocGoroutine();
  size_t before = pool.mappedBytes();
  ASSERT_TRUE(pool.enterChunk(*g, size_t{1} << 20, size_t{1} << 30));
  EXPECT_GT(pool.mappedBytes(), before + (8u << 20));
  pool.trim(*g);
  EXPECT_EQ(pool.mappedBytes(), before);
}

TEST(Policy, SameSeedSameChoicesPerPurpose) {
  SeededPolicy a(5), b(5), c(6);
  bool differs = false;
  for (int i = 0; i < 100; i++) {
    uint64_t x = a.draw(Choice::SelectCase);
    b.draw(Choice::MapSeed); // another purpose does not disturb
    EXPECT_EQ(x, b.draw(Choice::SelectCase));
    differs |= x != c.draw(Choice::SelectCase);
  }
  EXPECT_TRUE(differs);
}

TEST(Policy, UniformIsUniform) {
  RandomPolicy p(123);
  int counts[7] = {};
  for (int i = 0; i < 70000; i++) counts[p.uniform(Choice::SelectCase, 7)]++;
  for (int n : counts) EXPECT_NEAR(n, 10000, 500);
}
