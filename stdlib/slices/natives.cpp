// Package slices: what takes long over the elements one by one. An interface that holds a slice points at its
// three words.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Slice.h"
#include "runtime/type/TypeInfo.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gossamer::stdlib {
namespace {

template <typename T> void sortValues(const Slice& slice) {
  auto values = slice.as<T>();
  auto first = values.begin();
  if constexpr (std::is_floating_point_v<T>)
    first = std::partition(first, values.end(), [](T v) { return std::isnan(v); });
  std::sort(first, values.end(), [](const T& a, const T& b) { return (a <=> b) < 0; });
}

// Equal elements of ordered types cannot be told apart, so any method will do.
void sortOrdered(Interface value) {
  const auto& slice = *static_cast<const Slice*>(value.value());
  switch (value.type->underlying->elem->underlying->kind) {
  case Kind::Int8: return sortValues<int8_t>(slice);
  case Kind::Int16: return sortValues<int16_t>(slice);
  case Kind::Int32: return sortValues<int32_t>(slice);
  case Kind::Int:
  case Kind::Int64: return sortValues<int64_t>(slice);
  case Kind::Uint8: return sortValues<uint8_t>(slice);
  case Kind::Uint16: return sortValues<uint16_t>(slice);
  case Kind::Uint32: return sortValues<uint32_t>(slice);
  case Kind::Uint:
  case Kind::Uint64:
  case Kind::Uintptr: return sortValues<uint64_t>(slice);
  case Kind::Float32: return sortValues<float>(slice);
  case Kind::Float64: return sortValues<double>(slice);
  default: return sortValues<String>(slice); // cmp.Ordered has no other
  }
}

constexpr int64_t kNone = -1, kNotHere = -2; // not found; of a kind that is compared in Go

template <typename T> int64_t find(const Slice& slice, const void* wanted) {
  T value;
  std::memcpy(&value, wanted, sizeof value);
  auto values = slice.as<T>();
  auto at = std::find(values.begin(), values.end(), value);
  return at == values.end() ? kNone : at - values.begin();
}

int64_t indexOf(Interface list, Interface wanted) {
  const auto& slice = *static_cast<const Slice*>(list.value());
  const TypeInfo* elem = list.type->underlying->elem->underlying;
  switch (elem->kind) {
  case Kind::Bool:
  case Kind::Int8:
  case Kind::Uint8: return find<uint8_t>(slice, wanted.value());
  case Kind::Int16:
  case Kind::Uint16: return find<uint16_t>(slice, wanted.value());
  case Kind::Int32:
  case Kind::Uint32: return find<uint32_t>(slice, wanted.value());
  case Kind::Int:
  case Kind::Int64:
  case Kind::Uint:
  case Kind::Uint64:
  case Kind::Uintptr:
  case Kind::Pointer: return find<uint64_t>(slice, wanted.value());
  case Kind::String: return find<String>(slice, wanted.value());
  default: return kNotHere;
  }
}

template <typename T> int64_t extreme(const Slice& slice, bool greatest) {
  auto values = slice.as<T>();
  auto less = [](const T& a, const T& b) { return (a <=> b) < 0; };
  auto at = greatest ? std::max_element(values.begin(), values.end(), less)
                     : std::min_element(values.begin(), values.end(), less);
  return at - values.begin();
}

// Of a slice that is not empty.
int64_t indexOfExtreme(Interface list, bool greatest) {
  const auto& slice = *static_cast<const Slice*>(list.value());
  switch (list.type->underlying->elem->underlying->kind) {
  case Kind::Int8: return extreme<int8_t>(slice, greatest);
  case Kind::Int16: return extreme<int16_t>(slice, greatest);
  case Kind::Int32: return extreme<int32_t>(slice, greatest);
  case Kind::Int:
  case Kind::Int64: return extreme<int64_t>(slice, greatest);
  case Kind::Uint8: return extreme<uint8_t>(slice, greatest);
  case Kind::Uint16: return extreme<uint16_t>(slice, greatest);
  case Kind::Uint32: return extreme<uint32_t>(slice, greatest);
  case Kind::Uint:
  case Kind::Uint64:
  case Kind::Uintptr: return extreme<uint64_t>(slice, greatest);
  case Kind::String: return extreme<String>(slice, greatest);
  default: return kNotHere; // floats have NaNs
  }
}

void reverse(Interface list) {
  const auto& slice = *static_cast<const Slice*>(list.value());
  const uint64_t size = list.type->underlying->elem->size;
  if (size == 0) return;
  if (size == 8) {
    auto words = slice.as<uint64_t>();
    std::reverse(words.begin(), words.end());
    return;
  }
  auto* low = static_cast<char*>(slice.ptr);
  auto* high = low + static_cast<uint64_t>(slice.len) * size;
  for (high -= size; low < high; low += size, high -= size) std::swap_ranges(low, low + size, high);
}

} // namespace

GOSSAMER_NATIVES(slices, {"slices.sortOrdered", leaf<sortOrdered>}, {"slices.indexOf", leaf<indexOf>},
                 {"slices.indexOfExtreme", leaf<indexOfExtreme>}, {"slices.reverse", leaf<reverse>});

} // namespace gossamer::stdlib
