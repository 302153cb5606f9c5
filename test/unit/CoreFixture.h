// A type table, a heap and an allocation cache, with roots that a test fills in.
#pragma once

#include "runtime/heap/Heap.h"

#include <gtest/gtest.h>

namespace gossamer {

class CoreTest : public ::testing::Test, public RootProvider {
protected:
  explicit CoreTest(const HeapOptions& options = {}) : heap(types, options), cache(heap) {
    heap.addRoots(this);
  }

  void visitRoots(RootVisitor& visitor) override {
    for (void* root : roots) visitor.visitPointer(root);
    for (const Interface& value : values) visitor.visitInterface(value);
  }
  void collectIfWanted() {
    if (heap.collectionWanted()) heap.collect();
  }

  const TypeInfo* basic(Kind kind) { return types.basic(kind); }
  const TypeInfo* structOf(std::initializer_list<std::pair<const char*, const TypeInfo*>> fields) {
    std::vector<TypeField> list;
    for (auto [name, type] : fields) list.push_back({name, "main", "", type, 0, false, isupper(*name) != 0});
    return types.structOf(list);
  }

  TypeTable types;
  Heap heap;
  AllocCache cache;
  std::vector<void*> roots;
  std::vector<Interface> values;
};

} // namespace gossamer
