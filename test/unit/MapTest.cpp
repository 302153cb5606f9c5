#include "runtime/object/Map.h"

#include "CoreFixture.h"

#include "runtime/base/Random.h"
#include "runtime/object/Interface.h"
#include "runtime/object/Slice.h"

#include <cmath>
#include <map>
#include <set>

namespace gossamer {
namespace {

class MapTest : public CoreTest {
protected:
  explicit MapTest(const HeapOptions& options = {}) : CoreTest(options) {}

  Map* make(const TypeInfo* type, int64_t hint = 0) {
    Map* map = makeMap(cache, type, hint, 12345);
    roots.push_back(map);
    return map;
  }
  template <class K, class V> void put(const TypeInfo* type, Map* map, const K& key, const V& value) {
    void* elem = mapAssign(cache, type, map, &key, trap);
    ASSERT_NE(elem, nullptr) << errorText(trap);
    std::memcpy(elem, &value, sizeof value);
  }
  template <class V, class K> const V* get(const TypeInfo* type, const Map* map, const K& key) {
    const void* elem = nullptr;
    MapResult result = mapFind(type, map, &key, &elem, trap);
    EXPECT_NE(result, MapResult::Trapped) << errorText(trap);
    return result == MapResult::Found ? static_cast<const V*>(elem) : nullptr;
  }
  const TypeInfo* mapOf(Kind key, Kind elem) { return types.mapOf(basic(key), basic(elem)); }
  Trap trap;
};

// Assignments, deletions, lookups, clears and iterations against std::map, for keys of several kinds.

class MapModelTest : public MapTest {
protected:
  explicit MapModelTest(const HeapOptions& options = {}) : MapTest(options) {}

  // `raw` gives the memory form of a key.
  template <class Raw, class Make, class Back>
  void run(const TypeInfo* keyType, uint64_t seed, uint64_t range, int steps, Make make, Back back) {
    const TypeInfo* type = types.mapOf(keyType, basic(Kind::Int));
    Map* map = this->make(type);
    std::map<uint64_t, int64_t> model;
    SplitMix64 random(seed);
    for (int step = 0; step < steps; ++step) {
      uint64_t id = random.next() % range;
      Raw key = make(id);
      switch (random.next() % 16) {
      default:
        put(type, map, key, int64_t{step});
        model[id] = step;
        break;
      case 8:
      case 9:
      case 10:
      case 11:
      case 12:
        ASSERT_TRUE(mapDelete(type, map, &key, trap));
        model.erase(id);
        break;
      case 13:
        if (random.next() % 4096 == 0) {
          mapClear(type, map);
          model.clear();
        }
        break;
      case 14:
        if (random.next() % 1024 == 0) iterate<Raw>(type, map, model, random.next(), back);
        break;
      }
      const int64_t* found = get<int64_t>(type, map, key);
      auto expected = model.find(id);
      ASSERT_EQ(found != nullptr, expected != model.end()) << step;
      if (found) ASSERT_EQ(*found, expected->second);
      ASSERT_EQ(mapLength(map), static_cast<int64_t>(model.size()));
      collectIfWanted();
    }
    iterate<Raw>(type, map, model, 99, back);
  }

  template <class Raw, class Back>
  void iterate(const TypeInfo* type, Map* map, const std::map<uint64_t, int64_t>& model, uint64_t order,
               Back back) {
    std::map<uint64_t, int64_t> seen;
    MapIter iter;
    mapIterInit(&iter, type, map, order);
    while (mapIterNext(&iter)) {
      uint64_t id = back(*static_cast<const Raw*>(iter.key));
      ASSERT_TRUE(seen.emplace(id, *static_cast<const int64_t*>(iter.elem)).second) << "produced twice";
    }
    ASSERT_EQ(seen, model);
    ASSERT_FALSE(mapIterNext(&iter)) << "stays at the end";
  }
};

TEST_F(MapModelTest, Int64Keys) {
  auto same = [](uint64_t id) { return id * 0x10001; };
  run<uint64_t>(basic(Kind::Int), 1, 5000, 300000, same, [](uint64_t key) { return key / 0x10001; });
  run<uint64_t>(basic(Kind::Int), 2, 9, 20000, same, [](uint64_t key) { return key / 0x10001; });
}
TEST_F(MapModelTest, Int32Keys) {
  auto make = [](uint64_t id) { return static_cast<int32_t>(id) - 500; };
  run<int32_t>(basic(Kind::Int32), 3, 1000, 100000, make,
               [](int32_t key) { return static_cast<uint64_t>(key + 500); });
}
TEST_F(MapModelTest, SmallKeysGoTheGeneralWay) {
  auto make = [](uint64_t id) { return static_cast<uint8_t>(id); };
  run<uint8_t>(basic(Kind::Uint8), 4, 256, 50000, make, [](uint8_t key) { return uint64_t{key}; });
}
TEST_F(MapModelTest, FloatKeys) {
  auto make = [](uint64_t id) { return static_cast<double>(id) / 4 - 100; };
  run<double>(basic(Kind::Float64), 5, 3000, 100000, make,
              [](double key) { return static_cast<uint64_t>((key + 100) * 4); });
}
TEST_F(MapModelTest, StringKeys) {
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i)
    texts.push_back("key number " + std::to_string(i) + std::string(static_cast<size_t>(i % 40), 'x'));
  run<String>(
      basic(Kind::String), 6, 2000, 200000, [&](uint64_t id) { return newString(cache, texts[id]); },
      [&](const String& key) { return std::stoull(std::string(key.view().substr(11))); });
}
TEST_F(MapModelTest, InterfaceKeys) {
  auto make = [&](uint64_t id) -> Interface {
    if (id % 3 == 0) return box(cache, basic(Kind::Int), &id);
    if (id % 3 == 1) {
      String text = newString(cache, std::to_string(id));
      return box(cache, basic(Kind::String), &text);
    }
    auto small = static_cast<uint16_t>(id);
    return box(cache, basic(Kind::Uint16), &small);
  };
  auto back = [&](const Interface& key) -> uint64_t {
    if (key.type == basic(Kind::String))
      return std::stoull(std::string(static_cast<String*>(key.data.p)->view()));
    return key.data.u;
  };
  run<Interface>(types.emptyInterface(), 7, 1500, 150000, make, back);
}
struct Large {
  uint64_t words[20];
};
TEST_F(MapModelTest, LargeKeysAreKeptBehindPointers) {
  auto make = [](uint64_t id) {
    Large key = {};
    key.words[19] = id;
    return key;
  };
  run<Large>(types.arrayOf(basic(Kind::Int), 20), 8, 700, 50000, make,
             [](const Large& key) { return key.words[19]; });
}

class StressedMapTest : public MapModelTest {
protected:
  StressedMapTest() : MapModelTest({.stressEvery = 5}) {}
};
TEST_F(StressedMapTest, StringKeysUnderGcStress) {
  run<String>(
      basic(Kind::String), 9, 200, 20000,
      [&](uint64_t id) { return newString(cache, "a rather long key " + std::to_string(id)); },
      [&](const String& key) { return std::stoull(std::string(key.view().substr(18))); });
}

// What the language says of iteration: each entry at most once; an entry that is there all the time exactly
// once; none that was deleted before it was reached.
TEST_F(MapTest, IterationWhileTheMapChanges) {
  const TypeInfo* type = mapOf(Kind::Int, Kind::Int);
  for (uint64_t seed = 0; seed < 300; ++seed) {
    SplitMix64 random(seed);
    Map* map = makeMap(cache, type, 0, random.next());
    std::set<int64_t> always, deleted, seen;
    auto size = static_cast<int64_t>(random.next() % 200 + 1);
    for (int64_t i = 0; i < size; ++i) {
      put(type, map, i, i);
      if (i % 3 != 0) always.insert(i);
    }
    MapIter iter;
    mapIterInit(&iter, type, map, random.next());
    int64_t fresh = 1000;
    while (mapIterNext(&iter)) {
      int64_t key = *static_cast<const int64_t*>(iter.key);
      ASSERT_EQ(*static_cast<const int64_t*>(iter.elem) % 10000, key) << "the value is the current one";
      ASSERT_TRUE(seen.insert(key).second) << "produced twice: " << key;
      ASSERT_FALSE(deleted.count(key)) << "deleted before: " << key;
      // Grow a lot or a little, delete some of every third, overwrite others.
      for (uint64_t n = random.next() % 8; n > 0 && fresh < 3000; --n, ++fresh) put(type, map, fresh, fresh);
      auto victim = static_cast<int64_t>(random.next() % static_cast<uint64_t>(size) / 3 * 3);
      if (random.next() % 2 == 0 && !seen.count(victim)) {
        ASSERT_TRUE(mapDelete(type, map, &victim, trap));
        deleted.insert(victim);
      }
      int64_t other = *always.begin();
      if (!always.empty()) put(type, map, other, other + 10000);
    }
    for (int64_t key : always) ASSERT_TRUE(seen.count(key)) << "missed: " << key << " seed " << seed;
  }
}

TEST_F(MapTest, IterationSeesAClear) {
  const TypeInfo* type = mapOf(Kind::Float64, Kind::Int);
  Map* map = make(type);
  for (int64_t i = 0; i < 100; ++i) put(type, map, i % 2 ? std::nan("") : double(i), i);
  EXPECT_EQ(mapLength(map), 100);
  MapIter iter;
  mapIterInit(&iter, type, map, 3);
  ASSERT_TRUE(mapIterNext(&iter));
  for (int64_t i = 0; i < 1000; ++i) put(type, map, double(i) + 0.5, i); // a new table
  mapClear(type, map);
  EXPECT_FALSE(mapIterNext(&iter));
}

TEST_F(MapTest, NanKeysAreNeverFoundButIterated) {
  const TypeInfo* type = mapOf(Kind::Float64, Kind::Int);
  Map* map = make(type);
  double nan = std::nan("");
  for (int64_t i = 0; i < 500; ++i) put(type, map, nan, i);
  EXPECT_EQ(mapLength(map), 500);
  EXPECT_EQ(get<int64_t>(type, map, nan), nullptr);
  ASSERT_TRUE(mapDelete(type, map, &nan, trap));
  EXPECT_EQ(mapLength(map), 500);
  std::set<int64_t> seen;
  MapIter iter;
  mapIterInit(&iter, type, map, 77);
  int64_t extra = 500;
  while (mapIterNext(&iter)) {
    ASSERT_TRUE(seen.insert(*static_cast<const int64_t*>(iter.elem)).second);
    if (extra < 2000) put(type, map, nan, extra++);
  }
  for (int64_t i = 0; i < 500; ++i) EXPECT_TRUE(seen.count(i));
  mapClear(type, map);
  EXPECT_EQ(mapLength(map), 0);
}

TEST_F(MapTest, ZeroesOfBothSignsAreOneKey) {
  const TypeInfo* type = mapOf(Kind::Float64, Kind::Int);
  Map* map = make(type);
  put(type, map, 0.0, int64_t{1});
  put(type, map, -0.0, int64_t{2});
  EXPECT_EQ(mapLength(map), 1);
  EXPECT_EQ(*get<int64_t>(type, map, 0.0), 2);
  MapIter iter;
  mapIterInit(&iter, type, map, 0);
  ASSERT_TRUE(mapIterNext(&iter));
  EXPECT_TRUE(std::signbit(*static_cast<const double*>(iter.key))) << "the key is the last one assigned";
}

TEST_F(MapTest, OrderVariesWithTheRandomNumber) {
  const TypeInfo* type = mapOf(Kind::Int, Kind::Int);
  Map* map = make(type);
  for (int64_t i = 0; i < 8; ++i) put(type, map, i, i);
  std::set<std::vector<int64_t>> orders;
  std::set<int64_t> firsts;
  SplitMix64 random(5);
  for (int i = 0; i < 500; ++i) {
    std::vector<int64_t> order;
    MapIter iter;
    mapIterInit(&iter, type, map, random.next());
    while (mapIterNext(&iter)) order.push_back(*static_cast<const int64_t*>(iter.key));
    firsts.insert(order[0]);
    orders.insert(order);
  }
  EXPECT_EQ(firsts.size(), 8u);
  EXPECT_GT(orders.size(), 20u);
}

TEST_F(MapTest, NilMapsReadAsEmpty) {
  const TypeInfo* type = mapOf(Kind::String, Kind::Int);
  String key = String::of("a");
  EXPECT_EQ(get<int64_t>(type, nullptr, key), nullptr);
  EXPECT_TRUE(mapDelete(type, nullptr, &key, trap));
  mapClear(type, nullptr);
  EXPECT_EQ(mapLength(nullptr), 0);
  MapIter iter;
  mapIterInit(&iter, type, nullptr, 1);
  EXPECT_FALSE(mapIterNext(&iter));
  EXPECT_EQ(mapAssign(cache, type, nullptr, &key, trap), nullptr);
  EXPECT_EQ(errorText(trap), "assignment to entry in nil map");
}

TEST_F(MapTest, UnhashableKeysTrap) {
  const TypeInfo* type = types.mapOf(types.emptyInterface(), basic(Kind::Int));
  Map* map = make(type);
  Slice slice = {};
  Interface key = box(cache, types.sliceOf(basic(Kind::Int)), &slice);
  const void* elem;
  EXPECT_EQ(mapFind(type, map, &key, &elem, trap), MapResult::Trapped) << "even of an empty map";
  EXPECT_EQ(mapAssign(cache, type, map, &key, trap), nullptr);
  EXPECT_EQ(errorText(trap), "runtime error: hash of unhashable type []int");
  EXPECT_EQ(mapLength(map), 0);
  EXPECT_EQ(map->flags, 0u) << "a trapped write has ended";
}

TEST_F(MapTest, SetsHaveNoElements) {
  const TypeInfo* type = types.mapOf(basic(Kind::String), structOf({}));
  Map* map = make(type, 1000);
  void* table = map->groups;
  Trap trap;
  for (int i = 0; i < 1000; ++i) {
    String key = newString(cache, std::to_string(i));
    ASSERT_NE(mapAssignString(cache, type, map, key, trap), nullptr);
    collectIfWanted();
  }
  EXPECT_EQ(mapLength(map), 1000);
  EXPECT_EQ(map->groups, table) << "the hint was enough";
  EXPECT_NE(mapFindString(type, map, String::of("999")), nullptr);
  EXPECT_EQ(mapFindString(type, map, String::of("1000")), nullptr);
}

TEST_F(MapTest, DeletionsDoNotGrowTheTable) {
  const TypeInfo* type = mapOf(Kind::Int, Kind::Int);
  Map* map = make(type);
  for (int64_t i = 0; i < 1000000; ++i) {
    put(type, map, i, i);
    if (i >= 100) {
      int64_t old = i - 100;
      ASSERT_TRUE(mapDelete(type, map, &old, trap));
    }
    collectIfWanted();
  }
  EXPECT_LE(map->groupMask, 63u);
}

} // namespace
} // namespace gossamer
