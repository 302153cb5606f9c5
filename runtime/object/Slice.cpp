#include "runtime/object/Slice.h"

#include "runtime/heap/Barrier.h"
#include "runtime/heap/Heap.h"

#include <algorithm>

namespace gossamer {
namespace {

bool bytesFor(const TypeInfo* elem, int64_t count, uint64_t* bytes) {
  return count >= 0 && !__builtin_mul_overflow(elem->size, static_cast<uint64_t>(count), bytes) &&
         *bytes <= kMaxAlloc;
}

bool permitted(AllocCache& cache, uint64_t bytes, Trap& trap) {
  if (bytes <= kMaxSmallSize || cache.heap().permits(bytes)) return true;
  return trap.raise(TrapCode::OutOfMemory);
}

} // namespace

uint64_t allocationSize(uint64_t bytes, bool noscan) {
  // gc keeps a header word before larger objects with pointers; we do not, but its capacities show it.
  constexpr uint64_t kHeader = 8, kNoHeaderUpTo = 512;
  if (bytes == 0) return 0;
  if (bytes > kMaxSmallSize - kHeader) return alignUp(bytes, kPageSize);
  if (noscan || bytes <= kNoHeaderUpTo) return kSizeClasses[sizeClassOf(bytes)];
  return kSizeClasses[sizeClassOf(bytes + kHeader)] - kHeader;
}

bool makeSlice(AllocCache& cache, const TypeInfo* elem, int64_t len, int64_t cap, Slice* result, Trap& trap) {
  uint64_t bytes;
  if (!bytesFor(elem, len, &bytes)) return trap.raise(TrapCode::MakeSliceLen);
  if (cap < len || !bytesFor(elem, cap, &bytes)) return trap.raise(TrapCode::MakeSliceCap);
  if (!permitted(cache, bytes, trap)) return false;
  *result = {cache.newBlock(bytes, elem->shape), len, cap};
  return true;
}

int64_t grownCapacity(const TypeInfo* elem, int64_t oldCap, int64_t needed) {
  constexpr int64_t kDoublesUpTo = 256;
  if (needed < 0) return -1;
  if (elem->size == 0) return needed;
  int64_t cap = oldCap;
  if (needed > 2 * oldCap) {
    cap = needed;
  } else if (oldCap < kDoublesUpTo) {
    cap = 2 * oldCap;
  } else {
    // From doubling the factor sinks smoothly towards a quarter more.
    while (cap < needed) cap += (cap + 3 * kDoublesUpTo) / 4;
  }
  uint64_t bytes;
  if (!bytesFor(elem, cap, &bytes)) return -1;
  bytes = allocationSize(bytes, !elem->hasPointers());
  if (bytes > kMaxAlloc) return -1;
  return static_cast<int64_t>(bytes / elem->size);
}

bool growSlice(AllocCache& cache, const TypeInfo* elem, Slice* slice, int64_t extra, Trap& trap) {
  int64_t needed;
  if (__builtin_add_overflow(slice->len, extra, &needed)) return trap.raise(TrapCode::GrowSliceLen);
  if (needed <= slice->cap) return true;
  int64_t cap = grownCapacity(elem, slice->cap, needed);
  if (cap < 0) return trap.raise(TrapCode::GrowSliceLen);
  uint64_t bytes = elem->size * static_cast<uint64_t>(cap);
  if (!permitted(cache, bytes, trap)) return false;
  uint64_t used = elem->size * static_cast<uint64_t>(slice->len);
  void* to;
  if (bytes > kMaxSmallSize && !elem->hasPointers()) {
    to = cache.newBytesForOverwrite(bytes);
    std::memset(static_cast<char*>(to) + used, 0, bytes - used);
  } else {
    to = cache.newBlock(bytes, elem->shape);
  }
  if (used != 0) std::memcpy(to, slice->ptr, used);
  *slice = {to, slice->len, cap};
  return true;
}

bool appendValues(AllocCache& cache, const TypeInfo* elem, const Slice& slice, const void* from,
                  int64_t count, Slice* result, Trap& trap) {
  Slice grown = slice;
  if (!growSlice(cache, elem, &grown, count, trap)) return false;
  // The old array is untouched by growing, so `from` is good even if it lies within.
  copyValues(elem, static_cast<char*>(grown.ptr) + elem->size * static_cast<uint64_t>(grown.len), from,
             static_cast<size_t>(count));
  grown.len += count;
  *result = grown;
  return true;
}

int64_t copySlice(const TypeInfo* elem, const Slice& to, const void* from, int64_t fromLen) {
  int64_t count = std::min(to.len, fromLen);
  copyValues(elem, to.ptr, from, static_cast<size_t>(count));
  return count;
}

} // namespace gossamer
