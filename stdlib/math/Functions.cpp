#include "stdlib/math/Functions.h"
#include "stdlib/math/Polynomial.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace gossamer::math {
namespace {

// Bounds an exponent or order to what C's int functions take; beyond it the result no longer changes.
int bounded(int64_t n) {
  return static_cast<int>(std::clamp<int64_t>(n, -100000, 100000));
}

} // namespace

std::tuple<double, int64_t> frexp(double f) {
  if (!std::isfinite(f)) return {f, 0};
  int exponent = 0;
  double fraction = std::frexp(f, &exponent);
  return {fraction, exponent};
}

double ldexp(double fraction, int64_t exponent) {
  return std::ldexp(fraction, bounded(exponent));
}

std::tuple<double, double> modf(double f) {
  if (std::isinf(f)) return {f, std::copysign(std::numeric_limits<double>::quiet_NaN(), f)};
  double whole = 0;
  double rest = std::modf(f, &whole);
  return {whole, rest};
}

int64_t ilogb(double x) {
  if (x == 0) return std::numeric_limits<int32_t>::min();
  if (!std::isfinite(x)) return std::numeric_limits<int32_t>::max();
  return std::ilogb(x);
}

// C returns y where they are equal, which differs for zeros.
double nextafter(double x, double y) {
  return x == y ? x : std::nextafter(x, y);
}

float nextafter32(float x, float y) {
  if (x == y) return x;
  return std::nextafter(x, y);
}

// A product of two exact powers, or a quotient, rounded once more: as Go computes it.
double pow10(int64_t n) {
  if (n < -323) return 0;
  if (n > 308) return kInfinity;
  static constexpr double kUnits[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10,
                                      1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
                                      1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31};
  static constexpr double kLarge[] = {1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288};
  static constexpr double kSmall[] = {1e0,    1e-32,  1e-64,  1e-96,  1e-128, 1e-160,
                                      1e-192, 1e-224, 1e-256, 1e-288, 1e-320};
  if (n >= 0) return kLarge[n / 32] * kUnits[n % 32];
  return kSmall[-n / 32] / kUnits[-n % 32];
}

double mod(double x, double y) {
  double rest = std::fmod(x, y);
  return std::isnan(rest) ? kNaN : rest;
}

double remainder(double x, double y) {
  double rest = std::remainder(x, y);
  return std::isnan(rest) ? kNaN : rest;
}

double dim(double x, double y) {
  double difference = x - y; // Inf - Inf is NaN
  return difference <= 0 ? 0 : difference;
}

double max(double x, double y) {
  if (x == kInfinity || y == kInfinity) return kInfinity;
  if (std::isnan(x) || std::isnan(y)) return kNaN;
  if (x == 0 && y == 0) return std::signbit(x) ? y : x;
  return x > y ? x : y;
}

double min(double x, double y) {
  if (x == -kInfinity || y == -kInfinity) return -kInfinity;
  if (std::isnan(x) || std::isnan(y)) return kNaN;
  if (x == 0 && y == 0) return std::signbit(x) ? x : y;
  return x < y ? x : y;
}

double fma(double x, double y, double z) {
  return std::fma(x, y, z);
}

double roundToEven(double x) {
  if (!(std::abs(x) < 0x1p52)) return x;
  // Adding and taking away 2^52 rounds to an integer, halves to even, whatever the sign.
  volatile double shifted = std::abs(x) + 0x1p52;
  return std::copysign(shifted - 0x1p52, x);
}

double hypot(double p, double q) {
  if (std::isinf(p) || std::isinf(q)) return kInfinity;
  if (std::isnan(p) || std::isnan(q)) return kNaN;
  p = std::abs(p);
  q = std::abs(q);
  if (p < q) std::swap(p, q);
  if (p == 0) return 0;
  q /= p;
  return p * std::sqrt(1 + q * q);
}

} // namespace gossamer::math
