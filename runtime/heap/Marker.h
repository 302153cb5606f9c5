// Marker: finds everything reachable from the roots, with an explicit stack. Used for one collection, world
// stopped.
#pragma once

#include "runtime/heap/Roots.h"
#include "runtime/heap/Span.h"

namespace gossamer {

class Marker final : public RootVisitor {
public:
  // `pages` maps page number within the arena → Span.
  Marker(const char* arena, uint64_t pageCount, Span* const* pages)
      : arena_(arena), arenaBytes_(pageCount * kPageSize), pages_(pages) {}

  void visitPointer(const void* pointer) override;
  void visitWords(const Slot* base, const uint64_t* map, size_t count) override;
  void visitShape(const void* base, size_t bytes, const Shape& shape) override;

  // Follows what has been marked until nothing is left to follow.
  void drain();

  uint64_t markedBytes() const { return bytes_; }
  uint64_t markedObjects() const { return objects_; }

private:
  struct Object {
    const uint64_t* base;
    const Span* span;
  };
  void mark(const void* pointer);
  void markInterface(const uint64_t* typeWord);
  void scanWords(const uint64_t* base, const uint64_t* map, size_t count);
  void scan(const uint64_t* base, uint64_t words, const Shape& shape);

  const char* arena_;
  uint64_t arenaBytes_;
  Span* const* pages_;
  std::vector<Object> stack_;
  uint64_t bytes_ = 0;
  uint64_t objects_ = 0;
};

} // namespace gossamer
