// Package slices: sorting the ordered types, whose equal elements cannot be told apart.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Slice.h"
#include "runtime/type/TypeInfo.h"

#include <algorithm>
#include <cmath>

namespace gossamer::stdlib {
namespace {

template <typename T> void sortValues(const Slice& slice) {
  auto values = slice.as<T>();
  auto first = values.begin();
  if constexpr (std::is_floating_point_v<T>)
    first = std::partition(first, values.end(), [](T v) { return std::isnan(v); });
  std::sort(first, values.end(), [](const T& a, const T& b) { return (a <=> b) < 0; });
}

// The data word of an interface holding a slice points at its three words.
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

} // namespace

GOSSAMER_NATIVES(slices, {"slices.sortOrdered", leaf<sortOrdered>});

} // namespace gossamer::stdlib
