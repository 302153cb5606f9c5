// Size classes of small objects. The sizes are gc's, so that growth by append rounds to the same capacities.
#pragma once

#include "runtime/type/Shape.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace gossamer {

inline constexpr std::array<uint16_t, kSizeClassCount> kSizeClasses = {
    0,     8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,  160,   176,
    192,   208,   224,   240,   256,   288,   320,   352,   384,   416,   448,   480,  512,   576,
    640,   704,   768,   896,   1024,  1152,  1280,  1408,  1536,  1792,  2048,  2304, 2688,  3072,
    3200,  3456,  4096,  4864,  5376,  6144,  6528,  6784,  6912,  8192,  9472,  9728, 10240, 10880,
    12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};

// Larger objects have a span each.
inline constexpr uint64_t kMaxSmallSize = 32768;

namespace detail {
// The smallest class that holds i * step bytes.
template <size_t N> constexpr std::array<uint8_t, N> classIndex(size_t step) {
  std::array<uint8_t, N> index = {};
  size_t sizeClass = 0;
  for (size_t i = 0; i < N; ++i) {
    while (kSizeClasses[sizeClass] < i * step) ++sizeClass;
    index[i] = static_cast<uint8_t>(sizeClass);
  }
  return index;
}
inline constexpr auto kClassBy8 = classIndex<1024 / 8 + 1>(8);
inline constexpr auto kClassBy128 = classIndex<kMaxSmallSize / 128 + 1>(128);
} // namespace detail

// The class of an object of `bytes` bytes, 0 < bytes <= kMaxSmallSize.
constexpr uint32_t sizeClassOf(uint64_t bytes) {
  return bytes <= 1024 ? detail::kClassBy8[(bytes + 7) / 8] : detail::kClassBy128[(bytes + 127) / 128];
}

// Pages: the unit of spans and of memory taken from the system.
inline constexpr unsigned kPageShift = 13;
inline constexpr uint64_t kPageSize = uint64_t{1} << kPageShift;

// How many pages a span of cells of this size has: few enough to waste little, enough to bump through.
constexpr uint64_t spanPages(uint64_t cell) {
  return cell <= 512 ? 2 : cell <= 2048 ? 4 : cell <= 8192 ? 8 : 16;
}

} // namespace gossamer
