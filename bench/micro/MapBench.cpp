// Maps against std::unordered_map. Times are per operation.
#include "runtime/base/Random.h"
#include "runtime/heap/Heap.h"
#include "runtime/object/Map.h"

#include <benchmark/benchmark.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace gossamer {
namespace {

struct World final : RootProvider {
  TypeTable types;
  Heap heap{types};
  AllocCache cache{heap};
  Map* map = nullptr;
  Trap trap;
  World() { heap.addRoots(this); }
  void visitRoots(RootVisitor& visitor) override { visitor.visitPointer(map); }
  const TypeInfo* intMap() { return types.mapOf(types.basic(Kind::Int), types.basic(Kind::Int)); }
  const TypeInfo* stringMap() { return types.mapOf(types.basic(Kind::String), types.basic(Kind::Int)); }
};

std::vector<uint64_t> keysFor(int64_t count) {
  SplitMix64 random(1);
  std::vector<uint64_t> keys;
  for (int64_t i = 0; i < count; ++i) keys.push_back(random.next());
  return keys;
}

void mapInsertInt(benchmark::State& state) {
  auto keys = keysFor(state.range(0));
  World world;
  const TypeInfo* type = world.intMap();
  for (auto _ : state) {
    world.map = makeMap(world.cache, type, 0, 42);
    for (uint64_t key : keys)
      *static_cast<uint64_t*>(mapAssign64(world.cache, type, world.map, key, world.trap)) = key;
    if (world.heap.collectionWanted()) world.heap.collect();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
void stdInsertInt(benchmark::State& state) {
  auto keys = keysFor(state.range(0));
  for (auto _ : state) {
    std::unordered_map<uint64_t, uint64_t> map;
    for (uint64_t key : keys) map[key] = key;
    benchmark::DoNotOptimize(map);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void mapFindInt(benchmark::State& state) {
  auto keys = keysFor(state.range(0));
  World world;
  const TypeInfo* type = world.intMap();
  world.map = makeMap(world.cache, type, 0, 42);
  for (uint64_t key : keys)
    *static_cast<uint64_t*>(mapAssign64(world.cache, type, world.map, key, world.trap)) = key;
  for (auto _ : state)
    for (uint64_t key : keys) benchmark::DoNotOptimize(mapFind64(type, world.map, key));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
void stdFindInt(benchmark::State& state) {
  auto keys = keysFor(state.range(0));
  std::unordered_map<uint64_t, uint64_t> map;
  for (uint64_t key : keys) map[key] = key;
  for (auto _ : state)
    for (uint64_t key : keys) benchmark::DoNotOptimize(map.find(key));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void mapFindString(benchmark::State& state) {
  std::vector<std::string> texts;
  for (uint64_t key : keysFor(state.range(0))) texts.push_back("key" + std::to_string(key));
  World world;
  const TypeInfo* type = world.stringMap();
  world.map = makeMap(world.cache, type, 0, 42);
  for (auto& text : texts) mapAssignString(world.cache, type, world.map, String::of(text), world.trap);
  for (auto _ : state)
    for (auto& text : texts)
      benchmark::DoNotOptimize(gossamer::mapFindString(type, world.map, String::of(text)));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
void stdFindString(benchmark::State& state) {
  std::vector<std::string> texts;
  for (uint64_t key : keysFor(state.range(0))) texts.push_back("key" + std::to_string(key));
  std::unordered_map<std::string, uint64_t> map;
  for (auto& text : texts) map[text] = 1;
  for (auto _ : state)
    for (auto& text : texts) benchmark::DoNotOptimize(map.find(text));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void mapIterateInt(benchmark::State& state) {
  World world;
  const TypeInfo* type = world.intMap();
  world.map = makeMap(world.cache, type, 0, 42);
  for (uint64_t key : keysFor(state.range(0))) mapAssign64(world.cache, type, world.map, key, world.trap);
  uint64_t order = 1;
  for (auto _ : state) {
    MapIter iter;
    mapIterInit(&iter, type, world.map, order += 0x9e3779b97f4a7c15u);
    uint64_t sum = 0;
    while (mapIterNext(&iter)) sum += *static_cast<const uint64_t*>(iter.key);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
void stdIterateInt(benchmark::State& state) {
  std::unordered_map<uint64_t, uint64_t> map;
  for (uint64_t key : keysFor(state.range(0))) map[key] = key;
  for (auto _ : state) {
    uint64_t sum = 0;
    for (auto& entry : map) sum += entry.first;
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

#define SIZES Arg(6)->Arg(1000)->Arg(1000000)
BENCHMARK(mapInsertInt)->SIZES;
BENCHMARK(stdInsertInt)->SIZES;
BENCHMARK(mapFindInt)->SIZES;
BENCHMARK(stdFindInt)->SIZES;
BENCHMARK(mapFindString)->SIZES;
BENCHMARK(stdFindString)->SIZES;
BENCHMARK(mapIterateInt)->SIZES;
BENCHMARK(stdIterateInt)->SIZES;

} // namespace
} // namespace gossamer
