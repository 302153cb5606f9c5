// Allocation and collection. Times are per object and include the collections that the allocations cause.
#include "runtime/heap/Heap.h"

#include <benchmark/benchmark.h>

namespace gossamer {
namespace {

struct World {
  TypeTable types;
  Heap heap{types};
  AllocCache cache{heap};
  void poll() {
    if (__builtin_expect(heap.collectionWanted(), 0)) heap.collect();
  }
};

struct Root final : RootProvider {
  void* pointer = nullptr;
  void visitRoots(RootVisitor& visitor) override { visitor.visitPointer(pointer); }
};

// Garbage of one size: what a fresh object costs when nothing survives.
void allocateGarbage(benchmark::State& state) {
  World world;
  auto words = static_cast<uint64_t>(state.range(0)) / 8;
  const TypeInfo* pointer = world.types.pointerTo(world.types.basic(Kind::Int));
  const TypeInfo* type = world.types.arrayOf(pointer, words);
  for (auto _ : state) {
    benchmark::DoNotOptimize(world.cache.newObject(type));
    world.poll();
  }
}
BENCHMARK(allocateGarbage)->Arg(16)->Arg(32)->Arg(64)->Arg(256);

// The same beside 64 MB of small live objects.
void allocateBesideLive(benchmark::State& state) {
  World world;
  Root root;
  world.heap.addRoots(&root);
  const TypeInfo* pointer = world.types.pointerTo(world.types.basic(Kind::Int));
  const TypeInfo* cell = world.types.arrayOf(pointer, 4);
  void* list = nullptr;
  for (int i = 0; i < (64 << 20) / 32; ++i) {
    auto** made = static_cast<void**>(world.cache.newObject(cell));
    made[0] = list;
    list = made;
  }
  root.pointer = list;
  for (auto _ : state) {
    benchmark::DoNotOptimize(world.cache.newObject(cell));
    world.poll();
  }
  world.heap.removeRoots(&root);
}
BENCHMARK(allocateBesideLive);

struct Tree {
  Tree *left, *right;
};

// Roots are the trees under construction, as an interpreter's frames would hold them.
class Trees final : public RootProvider {
public:
  explicit Trees(World& world) : world_(world) {
    node_ = world.types.named("main", "Tree", 0);
    const TypeInfo* pointer = world.types.pointerTo(node_);
    TypeField fields[] = {{"Left", "", "", pointer, 0, false, true},
                          {"Right", "", "", pointer, 0, false, true}};
    world.types.setUnderlying(node_, world.types.structOf(fields));
    world.heap.addRoots(this);
  }
  ~Trees() { world_.heap.removeRoots(this); }
  void visitRoots(RootVisitor& visitor) override {
    for (Tree* tree : frames_) visitor.visitPointer(tree);
  }
  Tree* grow(int depth) {
    auto* tree = static_cast<Tree*>(world_.cache.newObject(node_));
    if (depth > 0) {
      frames_.push_back(tree);
      world_.poll();
      tree->left = grow(depth - 1);
      tree->right = grow(depth - 1);
      frames_.pop_back();
    }
    return tree;
  }
  static int count(const Tree* tree) { return tree->left ? 1 + count(tree->left) + count(tree->right) : 1; }
  void keep(Tree* tree) { frames_.push_back(tree); }

private:
  World& world_;
  TypeInfo* node_;
  std::vector<Tree*> frames_;
};

// The binary trees benchmark: one long-lived tree, many short-lived ones.
void binaryTrees(benchmark::State& state) {
  auto depth = static_cast<int>(state.range(0));
  int64_t nodes = 0;
  for (auto _ : state) {
    World world;
    Trees trees(world);
    nodes += Trees::count(trees.grow(depth + 1));
    Tree* lasting = trees.grow(depth);
    trees.keep(lasting);
    for (int d = 4; d <= depth; d += 4)
      for (int i = 0; i < 1 << (depth - d + 4); ++i) nodes += Trees::count(trees.grow(d));
    nodes += Trees::count(lasting);
  }
  state.SetItemsProcessed(nodes);
}
BENCHMARK(binaryTrees)->Arg(16)->Arg(20)->Unit(benchmark::kMillisecond);

void markLive(benchmark::State& state) {
  World world;
  Trees trees(world);
  trees.keep(trees.grow(21));
  for (auto _ : state) world.heap.collect();
  state.SetItemsProcessed(state.iterations() * (1 << 22));
}
BENCHMARK(markLive)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace gossamer
