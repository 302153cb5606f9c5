// Arithmetic whose result C++ leaves open, as gc on amd64 has it.
#pragma once

#include "runtime/base/Slot.h"

#include <cmath>
#include <cstdint>
#include <limits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gossamer {

/// Toward zero; out of range (and NaN) give the smallest integer, as the processor's conversion does.
inline int64_t truncateToI64(double x) {
#if defined(__SSE2__)
  return _mm_cvttsd_si64(_mm_set_sd(x));
#else
  return x >= -0x1p63 && x < 0x1p63 ? static_cast<int64_t>(x) : std::numeric_limits<int64_t>::min();
#endif
}
inline int32_t truncateToI32(double x) {
#if defined(__SSE2__)
  return _mm_cvttsd_si32(_mm_set_sd(x));
#else
  return x > -0x1p31 - 1 && x < 0x1p31 ? static_cast<int32_t>(x) : std::numeric_limits<int32_t>::min();
#endif
}
/// Values from 2^63 on come from a second conversion; what neither can represent is 1 << 63.
inline uint64_t truncateToU64(double x) {
  int64_t low = truncateToI64(x);
  int64_t high = truncateToI64(x - 0x1p63);
  return static_cast<uint64_t>(low | (high & (low >> 63)));
}

/// The built-in functions min and max: NaN if either is one, -0 below +0.
inline double floatMin(double x, double y) {
  if (std::isnan(x) || std::isnan(y)) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0 && y == 0) return std::signbit(x) ? x : y;
  return x < y ? x : y;
}
inline double floatMax(double x, double y) {
  if (std::isnan(x) || std::isnan(y)) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0 && y == 0) return std::signbit(x) ? y : x;
  return x > y ? x : y;
}

/// quotient = n / d, complex128 in two slots each, with the infinities of C99's Annex G.
void divideComplex(Slot* quotient, const Slot* n, const Slot* d);

} // namespace gossamer
