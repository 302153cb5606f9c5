#include "CoreFixture.h"

#include "runtime/base/Random.h"
#include "runtime/heap/Barrier.h"

#include <algorithm>
#include <set>
#include <thread>

namespace gossamer {
namespace {

class HeapTest : public CoreTest {
protected:
  explicit HeapTest(const HeapOptions& options = {}) : CoreTest(options) {
    node = types.named("main", "Node", 0);
    types.setUnderlying(node, structOf({{"Left", types.pointerTo(node)},
                                        {"Value", basic(Kind::Int)},
                                        {"Any", types.emptyInterface()},
                                        {"Rest", types.sliceOf(types.pointerTo(node))}}));
  }
  struct Node {
    Node* left;
    int64_t value;
    Interface any;
    Node** rest;
    int64_t restLen, restCap;
  };
  Node* newNode(int64_t value) {
    auto* made = static_cast<Node*>(cache.newObject(node));
    EXPECT_EQ(made->left, nullptr);
    EXPECT_EQ(made->value, 0);
    EXPECT_EQ(made->any.type, nullptr);
    EXPECT_EQ(made->rest, nullptr);
    made->value = value;
    return made;
  }
  TypeInfo* node;
};

TEST_F(HeapTest, ObjectsAreZeroedAlignedAndDisjoint) {
  std::vector<std::pair<char*, uint64_t>> blocks;
  for (uint64_t size = 1; size < 70000; size = size * 9 / 8 + 1) {
    for (int i = 0; i < 3; ++i) {
      auto* block = static_cast<char*>(cache.newBytes(size));
      ASSERT_EQ(reinterpret_cast<uintptr_t>(block) % 8, 0u);
      ASSERT_TRUE(std::all_of(block, block + size, [](char c) { return c == 0; })) << size;
      std::memset(block, 0xaa, size);
      blocks.push_back({block, size});
    }
  }
  std::sort(blocks.begin(), blocks.end());
  for (size_t i = 1; i < blocks.size(); ++i)
    ASSERT_LE(blocks[i - 1].first + blocks[i - 1].second, blocks[i].first);
}

TEST_F(HeapTest, AddressesInsideLeadToTheObject) {
  for (uint64_t size : {uint64_t{8}, uint64_t{24}, uint64_t{48}, uint64_t{1152}, uint64_t{27264},
                        uint64_t{32768}, uint64_t{100000}}) {
    for (int i = 0; i < 50; ++i) {
      auto* block = static_cast<char*>(cache.newBytes(size));
      for (uint64_t at : {uint64_t{0}, uint64_t{1}, size / 2, size - 1}) {
        Heap::ObjectInfo info = heap.findObject(block + at);
        ASSERT_EQ(info.base, block) << size;
        ASSERT_GE(info.size, size);
      }
    }
  }
  int onStack = 0;
  EXPECT_EQ(heap.findObject(&onStack).base, nullptr);
  EXPECT_EQ(heap.findObject(nullptr).base, nullptr);
}

// A random graph grows, is rewired and pruned; after every collection what is reachable must still hold what
// a model says.
class GraphTest : public HeapTest {
protected:
  explicit GraphTest(const HeapOptions& options = {}) : HeapTest(options) {}

  // A value's check word, so that memory given out twice shows.
  static int64_t seal(int64_t id) {
    return static_cast<int64_t>(static_cast<uint64_t>(id) * 0x9e3779b97f4a7c15u);
  }

  void check(const std::vector<Node*>& stack) {
    std::vector<Node*> work = stack;
    std::set<Node*> seen;
    while (!work.empty()) {
      Node* at = work.back();
      work.pop_back();
      if (!at || !seen.insert(at).second) continue;
      ASSERT_EQ(at->value, seal(static_cast<int64_t>(static_cast<uint64_t>(at->value) * inverse))) << "overwritten";
      work.push_back(at->left);
      if (at->any.type == types.pointerTo(node)) work.push_back(static_cast<Node*>(at->any.data.p));
      if (at->any.type == node) work.push_back(static_cast<Node*>(at->any.data.p));
      for (int64_t i = 0; i < at->restLen; ++i) work.push_back(at->rest[i]);
    }
  }

  void run(uint64_t seed, int steps) {
    SplitMix64 random(seed);
    std::vector<Node*> stack(64);
    auto any = [&] { return stack[random.next() % stack.size()]; };
    for (int step = 0; step < steps; ++step) {
      Node* made = newNode(seal(step));
      made->left = any();
      switch (random.next() % 6) {
      case 0: made->any = {types.pointerTo(node), Slot::ofPointer(any())}; break;
      case 1:
        if (Node* other = any()) made->any = {node, Slot::ofPointer(other)};
        break;
      case 2: made->any = {basic(Kind::Int), Slot::ofInt(static_cast<int64_t>(random.next()))}; break;
      case 3: {
        // A slice whose base is inside its array: only an interior pointer holds it.
        uint64_t count = random.next() % 300 + 2;
        auto** array = static_cast<Node**>(cache.newArray(types.pointerTo(node), count));
        made->rest = array + count / 2;
        made->restLen = made->restCap = static_cast<int64_t>(count - count / 2);
        for (int64_t i = 0; i < made->restLen; i += 7) made->rest[i] = any();
        break;
      }
      default: break;
      }
      stack[random.next() % stack.size()] = made;
      if (random.next() % 16 == 0) {
        if (Node* victim = any()) victim->left = nullptr, victim->restLen = 0;
      }
      if (random.next() % 512 == 0) std::fill(stack.begin(), stack.begin() + 60, nullptr);
      if (heap.collectionWanted()) {
        roots.assign(stack.begin(), stack.end());
        heap.collect();
        check(stack);
        if (HasFatalFailure()) return;
      }
    }
    check(stack);
  }
  // The inverse of the odd number in seal(), modulo 2^64.
  static constexpr uint64_t inverse = [] {
    uint64_t x = 0x9e3779b97f4a7c15u, y = 1;
    for (int i = 0; i < 6; ++i) y *= 2 - x * y;
    return y;
  }();
};

TEST_F(GraphTest, ReachableObjectsSurvive) {
  run(1, 400000);
  EXPECT_GT(heap.stats().numGC, 2u);
}

class StressedGraphTest : public GraphTest {
protected:
  StressedGraphTest() : GraphTest({.stressEvery = 3}) {}
};
TEST_F(StressedGraphTest, ReachableObjectsSurvive) {
  run(2, 6000);
  EXPECT_GT(heap.stats().numGC, 1000u);
}

TEST_F(HeapTest, UnreachableMemoryIsUsedAgain) {
  for (int i = 0; i < 3000000; ++i) {
    newNode(i);
    collectIfWanted();
  }
  HeapStats stats = heap.stats();
  EXPECT_GT(stats.numGC, 10u);
  EXPECT_LT(stats.heapSys, uint64_t{16} << 20);
  EXPECT_EQ(stats.mallocs, 3000000u);
  EXPECT_EQ(stats.mallocs - stats.frees, stats.heapObjects);
  heap.collect();
  EXPECT_EQ(heap.stats().heapObjects, 0u);
  EXPECT_EQ(heap.stats().heapInuse, 0u);
}

TEST_F(HeapTest, LargeObjectsComeAndGo) {
  void* kept = cache.newArray(types.pointerTo(node), 1 << 16);
  static_cast<Node**>(kept)[65535] = newNode(7);
  roots.push_back(static_cast<char*>(kept) + 100000);
  for (int i = 0; i < 2000; ++i) {
    auto* block = static_cast<char*>(cache.newBytes(1 << 20));
    ASSERT_EQ(block[1 << 19], 0);
    std::memset(block, 1, 1 << 20);
    collectIfWanted();
  }
  EXPECT_LT(heap.stats().heapSys, uint64_t{64} << 20);
  EXPECT_EQ(static_cast<Node**>(kept)[65535]->value, 7);
}

TEST_F(HeapTest, DeepListsNeedNoRecursion) {
  Node* list = nullptr;
  for (int i = 0; i < 1000000; ++i) {
    Node* made = newNode(i);
    made->left = list;
    list = made;
  }
  roots.push_back(list);
  heap.collect();
  EXPECT_EQ(heap.stats().heapObjects, 1000000u);
}

TEST_F(HeapTest, FramesAreScannedByTheirMaps) {
  Slot frame[40] = {};
  uint64_t map[2] = {};
  frame[3] = Slot::ofPointer(newNode(3)); // a stale scalar
  frame[33] = Slot::ofPointer(newNode(33));
  setWordKind(map, 33, WordKind::Pointer);
  frame[31] = Slot::ofPointer(types.pointerTo(node)); // a pair over the border of two map entries
  frame[32] = Slot::ofPointer(newNode(32));
  setWordKind(map, 31, WordKind::InterfaceType);
  setWordKind(map, 32, WordKind::InterfaceData);
  frame[34] = Slot::ofPointer(basic(Kind::Int));
  frame[35] = Slot::ofPointer(newNode(35)); // an int that looks like a pointer
  setWordKind(map, 34, WordKind::InterfaceType);
  setWordKind(map, 35, WordKind::InterfaceData);
  frame[36] = Slot::ofPointer(newNode(36));
  setWordKind(map, 36, WordKind::Pointer);

  struct Frame final : RootProvider {
    Slot* slots;
    uint64_t* map;
    void visitRoots(RootVisitor& visitor) override { visitor.visitWords(slots, map, 36); }
  } provider;
  provider.slots = frame;
  provider.map = map;
  heap.addRoots(&provider);
  heap.collect();
  heap.removeRoots(&provider);
  EXPECT_TRUE(heap.isMarked(frame[33].p));
  EXPECT_TRUE(heap.isMarked(frame[32].p));
  EXPECT_FALSE(heap.isMarked(frame[3].p));
  EXPECT_FALSE(heap.isMarked(frame[35].p));
  EXPECT_FALSE(heap.isMarked(frame[36].p)) << "beyond the frame's live slots";
}

TEST_F(HeapTest, HandlesAreRoots) {
  HandleTable handles;
  heap.addRoots(&handles);
  auto handle = handles.addPointer(newNode(1));
  auto value = handles.add({types.pointerTo(node), Slot::ofPointer(newNode(2))});
  heap.collect();
  EXPECT_EQ(heap.stats().heapObjects, 2u);
  EXPECT_EQ(static_cast<Node*>(handles.pointer(handle))->value, 1);
  handles.remove(handle);
  handles.remove(value);
  heap.collect();
  EXPECT_EQ(heap.stats().heapObjects, 0u);
  EXPECT_EQ(handles.addPointer(nullptr), value);
  heap.removeRoots(&handles);
}

TEST_F(HeapTest, FinalizersRunInTheOrderOfDependence) {
  Node* first = newNode(1);
  Node* second = newNode(2);
  first->left = second;
  void* finalizer = newNode(99);
  heap.setFinalizer(first, finalizer);
  heap.setFinalizer(second, finalizer);
  heap.collect();
  auto queued = heap.takeFinalizable();
  ASSERT_EQ(queued.size(), 1u);
  EXPECT_EQ(queued[0].object, first);
  EXPECT_EQ(queued[0].finalizer, finalizer);
  EXPECT_EQ(first->left, second) << "alive once more";
  heap.collect();
  queued = heap.takeFinalizable();
  ASSERT_EQ(queued.size(), 1u);
  EXPECT_EQ(queued[0].object, second);
  heap.collect();
  EXPECT_EQ(heap.stats().heapObjects, 0u);
}

class LimitedHeapTest : public HeapTest {
protected:
  LimitedHeapTest() : HeapTest({.limitBytes = uint64_t{8} << 20}) {}
};
TEST_F(LimitedHeapTest, TheLimitIsReportedNotCrashedInto) {
  EXPECT_TRUE(heap.permits(1 << 20));
  EXPECT_FALSE(heap.permits(9 << 20));
  EXPECT_TRUE(heap.shouldCollectBefore(9 << 20));
  Node* list = nullptr;
  for (int i = 0; i < 150000; ++i) { // 9.6 MB
    Node* made = newNode(i);
    made->left = list;
    list = made;
  }
  roots.push_back(list);
  heap.collect();
  EXPECT_TRUE(heap.overLimit()) << "the program ends here";
  roots.clear();
  heap.collect();
  EXPECT_FALSE(heap.overLimit());
}

TEST_F(HeapTest, MemoryGoesBackToTheSystem) {
  roots.push_back(cache.newBytes(uint64_t{256} << 20));
  heap.collect();
  EXPECT_GE(heap.stats().heapInuse, uint64_t{256} << 20);
  roots.clear();
  heap.collect();
  HeapStats stats = heap.stats();
  EXPECT_GT(stats.heapReleased, uint64_t{200} << 20);
  auto* again = static_cast<char*>(cache.newBytes(uint64_t{100} << 20));
  EXPECT_EQ(again[50 << 20], 0);
}

TEST_F(HeapTest, TheGoalFollowsThePercentage) {
  EXPECT_EQ(heap.stats().nextGC, uint64_t{4} << 20);
  roots.push_back(cache.newBytes(uint64_t{32} << 20));
  heap.collect();
  EXPECT_EQ(heap.stats().nextGC, uint64_t{64} << 20);
  EXPECT_EQ(heap.setPercent(50), 100);
  EXPECT_EQ(heap.stats().nextGC, uint64_t{48} << 20);
  heap.setPercent(-1);
  int notified = 0;
  heap.setWantedNotifier([&] { ++notified; });
  cache.newBytes(uint64_t{128} << 20);
  EXPECT_FALSE(heap.collectionWanted());
  heap.setPercent(100);
  cache.newBytes(uint64_t{1} << 20);
  EXPECT_TRUE(heap.collectionWanted());
  cache.newBytes(uint64_t{1} << 20);
  EXPECT_EQ(notified, 1);
}

TEST(Heaps, ManyAtOnceShareNothing) {
  auto work = [] {
    TypeTable types;
    Heap heap(types);
    AllocCache cache(heap);
    const TypeInfo* pointer = types.pointerTo(types.basic(Kind::Int));
    for (int i = 0; i < 200000; ++i) {
      cache.newObject(pointer);
      if (heap.collectionWanted()) heap.collect();
    }
    EXPECT_EQ(heap.stats().mallocs, 200000u);
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(work);
  for (auto& thread : threads) thread.join();
}

TEST_F(HeapTest, CachesOfSeveralThreadsShareAHeap) {
  heap.setPercent(-1);
  const TypeInfo* integer = basic(Kind::Int);
  const TypeInfo* pointer = types.pointerTo(integer);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      AllocCache own(heap);
      std::vector<int64_t*> mine;
      for (int i = 0; i < 20000; ++i) {
        auto* cell = static_cast<int64_t*>(own.newObject(integer));
        *cell = t * 100000 + i;
        mine.push_back(cell);
        own.newArray(pointer, static_cast<uint64_t>(i % 50));
      }
      for (int i = 0; i < 20000; ++i) ASSERT_EQ(*mine[static_cast<size_t>(i)], t * 100000 + i);
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(heap.stats().mallocs, 4u * (20000 + 20000 - 400));
}

} // namespace
} // namespace gossamer
