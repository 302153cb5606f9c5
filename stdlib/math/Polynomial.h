// What the files of package math share: polynomials and the bits of floating-point numbers.
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace gossamer::math {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNaN = std::bit_cast<double>(uint64_t{0x7FF8000000000001}); ///< the one Go returns

/// c[0] + c[1] x + c[2] x² + …, by Horner's rule: every operation is rounded, none is fused.
template <size_t N> constexpr double polynomial(double x, const double (&c)[N]) {
  double sum = c[N - 1];
  for (size_t i = N - 1; i-- > 0;) sum = c[i] + x * sum;
  return sum;
}

inline uint64_t bitsOf(double x) {
  return std::bit_cast<uint64_t>(x);
}
inline double ofBits(uint64_t bits) {
  return std::bit_cast<double>(bits);
}

/// The integer with that bit pattern added to the exponent: x * 2^k where no overflow can be.
inline double scaled(double x, int64_t k) {
  return ofBits(bitsOf(x) + (static_cast<uint64_t>(k) << 52));
}

/// x with the lower half of its bits cleared.
inline double upperHalf(double x) {
  return ofBits(bitsOf(x) & 0xffffffff00000000);
}

} // namespace gossamer::math
