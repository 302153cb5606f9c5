// Package sort: slices of basic types, and exchanging elements of any slice.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/heap/Barrier.h"
#include "runtime/object/Slice.h"
#include "runtime/type/TypeInfo.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace gossamer::stdlib {
namespace {

void sortInts(Slice slice) {
  auto values = slice.as<int64_t>();
  std::sort(values.begin(), values.end());
}

void sortFloat64s(Slice slice) {
  auto values = slice.as<double>();
  auto numbers = std::partition(values.begin(), values.end(), [](double v) { return std::isnan(v); });
  std::sort(numbers, values.end());
}

void sortStrings(Slice slice) {
  auto values = slice.as<String>();
  std::sort(values.begin(), values.end(), [](const String& a, const String& b) { return (a <=> b) < 0; });
}

// The data word of an interface holding a slice points at its three words.
int64_t sliceLength(Interface value) {
  if (value.isNil() || value.type->underlying->kind != Kind::Slice) return -1;
  return static_cast<const Slice*>(value.value())->len;
}

Status swapElements(NativeCall& call, Interface value, int64_t i, int64_t j) {
  const auto& slice = *static_cast<const Slice*>(value.value());
  const int64_t wrong = i < 0 || i >= slice.len ? i : j;
  if (wrong < 0 || wrong >= slice.len) return call.panicString("reflect: slice index out of range");
  const uint64_t size = value.type->underlying->elem->size;
  char* a = static_cast<char*>(slice.ptr) + static_cast<uint64_t>(i) * size;
  char* b = static_cast<char*>(slice.ptr) + static_cast<uint64_t>(j) * size;
  if (a != b) std::swap_ranges(a, a + size, b);
  return Status::Ok;
}

} // namespace

GOSSAMER_NATIVES(sort, {"sort.sortInts", leaf<sortInts>}, {"sort.sortFloat64s", leaf<sortFloat64s>},
                 {"sort.sortStrings", leaf<sortStrings>}, {"sort.sliceLength", leaf<sliceLength>},
                 {"sort.swapElements", leaf<swapElements>});

} // namespace gossamer::stdlib
