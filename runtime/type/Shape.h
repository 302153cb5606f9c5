// Shape: how the collector scans objects: a word map repeated over the whole object.
//
// Shapes are interned per VM (ShapeTable), so equal maps are the same Shape; the map is reduced to its
// shortest period ([8]*T has the shape of *T). Shape 0, `noscan`, has no pointers. Immutable and never freed
// while the VM lives, except for `classes`, which belongs to the VM's one Heap.
#pragma once

#include "runtime/base/Slot.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace gossamer {

constexpr size_t kSizeClassCount = 68; // see runtime/heap/SizeClasses.h

struct Shape {
  uint32_t id = 0;
  uint32_t period = 1; // in words
  std::vector<uint64_t> map;
  // Allocation class of objects of this shape by size class, 0 where none has been made yet. The Heap's.
  mutable std::atomic<uint32_t> classes[kSizeClassCount] = {};

  bool noscan() const { return id == 0; }
  WordKind kindOfWord(size_t word) const { return wordKindAt(map.data(), word % period); }
};

// Thread-safe.
class ShapeTable {
public:
  ShapeTable();
  const Shape* noscan() const { return &shapes_[0]; }
  // The shape of objects whose words are `words` map entries long and repeat. A map without pointers gives
  // noscan(). InterfaceType and InterfaceData come in pairs.
  const Shape* intern(const uint64_t* map, size_t words);
  size_t count() const;

private:
  mutable std::mutex mutex_;
  std::deque<Shape> shapes_;
  std::map<std::pair<uint32_t, std::vector<uint64_t>>, const Shape*> index_;
};

// Builds a word map word by word; for closures, frames of globals and other compound objects.
class WordMapBuilder {
public:
  explicit WordMapBuilder(size_t words) : words_(words), map_(wordMapEntries(words)) {}
  void set(size_t word, WordKind kind) { setWordKind(map_.data(), word, kind); }
  // The words of a value of shape `shape` and `bytes` bytes at byte offset `offset` (both multiples of 8 if
  // it has pointers).
  void setShape(size_t offset, size_t bytes, const Shape& shape);
  size_t words() const { return words_; }
  const uint64_t* map() const { return map_.data(); }

private:
  size_t words_;
  std::vector<uint64_t> map_;
};

} // namespace gossamer
