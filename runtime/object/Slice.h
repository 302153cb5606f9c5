// Slices: {pointer, length, capacity}. Layout is Go's; append's growth is gc's, so that cap() prints the
// same.
//
// None of these collects or parks. Bounds of slicing expressions are the interpreter's business; one thing to
// keep there: an expression whose result has capacity 0 should keep the old base pointer rather than point
// behind the array's end, or it keeps the next object alive.
#pragma once

#include "runtime/heap/AllocCache.h"
#include "runtime/object/String.h"

namespace gossamer {

struct Slice {
  void* ptr;
  int64_t len;
  int64_t cap;

  template <class T> std::span<T> as() const { return {static_cast<T*>(ptr), static_cast<size_t>(len)}; }
  std::string_view view() const { return {static_cast<const char*>(ptr), static_cast<size_t>(len)}; }
};
static_assert(sizeof(Slice) == 24);

// make([]T, len, cap). False: MakeSliceLen, MakeSliceCap or OutOfMemory raised.
bool makeSlice(AllocCache& cache, const TypeInfo* elem, int64_t len, int64_t cap, Slice* result, Trap& trap);

// The bytes gc's allocator would give to a request of `bytes`: what capacities are rounded up to.
uint64_t allocationSize(uint64_t bytes, bool noscan);
// The capacity gc gives to an append that needs `needed` elements where `oldCap` are there; -1 if out of
// range.
int64_t grownCapacity(const TypeInfo* elem, int64_t oldCap, int64_t needed);

// Makes room for `extra` more elements: `slice` keeps its elements and length, cap - len >= extra afterwards.
// The new elements are zero only when the memory is fresh. False: GrowSliceLen or OutOfMemory
// raised.
bool growSlice(AllocCache& cache, const TypeInfo* elem, Slice* slice, int64_t extra, Trap& trap);

// append(slice, from[0..count)…). `from` may lie within the slice's own array. `result` may be `slice`.
bool appendValues(AllocCache& cache, const TypeInfo* elem, const Slice& slice, const void* from,
                  int64_t count, Slice* result, Trap& trap);

// copy(to, from): the number of elements copied. Ranges may overlap.
int64_t copySlice(const TypeInfo* elem, const Slice& to, const void* from, int64_t fromLen);

} // namespace gossamer
