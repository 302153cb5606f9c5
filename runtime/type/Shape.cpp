#include "runtime/type/Shape.h"

#include "runtime/base/Check.h"

namespace gossamer {
namespace {

bool repeatsWith(const uint64_t* map, size_t words, size_t period) {
  for (size_t i = period; i < words; ++i)
    if (wordKindAt(map, i) != wordKindAt(map, i - period)) return false;
  return true;
}

size_t shortestPeriod(const uint64_t* map, size_t words) {
  for (size_t period = 1; period < words; ++period)
    if (words % period == 0 && repeatsWith(map, words, period)) return period;
  return words;
}

bool hasPointers(const uint64_t* map, size_t words) {
  for (size_t i = 0; i < wordMapEntries(words); ++i)
    if (map[i] != 0) return true;
  return false;
}

} // namespace

ShapeTable::ShapeTable() {
  Shape& noscan = shapes_.emplace_back();
  noscan.map.assign(1, 0);
}

const Shape* ShapeTable::intern(const uint64_t* map, size_t words) {
  if (words == 0 || !hasPointers(map, words)) return noscan();
  size_t period = shortestPeriod(map, words);
  std::vector<uint64_t> reduced(wordMapEntries(period));
  for (size_t i = 0; i < period; ++i) setWordKind(reduced.data(), i, wordKindAt(map, i));

  std::lock_guard lock(mutex_);
  auto [it, isNew] = index_.try_emplace({static_cast<uint32_t>(period), reduced}, nullptr);
  if (isNew) {
    Shape& shape = shapes_.emplace_back();
    shape.id = static_cast<uint32_t>(shapes_.size() - 1);
    shape.period = static_cast<uint32_t>(period);
    shape.map = std::move(reduced);
    it->second = &shape;
  }
  return it->second;
}

size_t ShapeTable::count() const {
  std::lock_guard lock(mutex_);
  return shapes_.size();
}

void WordMapBuilder::setShape(size_t offset, size_t bytes, const Shape& shape) {
  if (shape.noscan()) return;
  GOSSAMER_CHECK(offset % 8 == 0 && bytes % 8 == 0 && offset / 8 + bytes / 8 <= words_);
  for (size_t i = 0; i < bytes / 8; ++i) set(offset / 8 + i, shape.kindOfWord(i));
}

} // namespace gossamer
