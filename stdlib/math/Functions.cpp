#include "stdlib/math/Functions.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace gossamer::math {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

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
  if (std::isinf(f)) return {f, kNaN};
  double whole = 0;
  double rest = std::modf(f, &whole);
  return {whole, rest};
}

int64_t ilogb(double x) {
  if (x == 0) return std::numeric_limits<int32_t>::min();
  if (!std::isfinite(x)) return std::numeric_limits<int32_t>::max();
  return std::ilogb(x);
}

double jn(int64_t n, double x) {
  return ::jn(bounded(n), x);
}

// C's functions give -Inf for negative x as well as for zero.
double yn(int64_t n, double x) {
  if (x < 0 || std::isnan(x)) return kNaN;
  if (x == 0) return n < 0 && n % 2 != 0 ? kInfinity : -kInfinity;
  return ::yn(bounded(n), x);
}

double y0(double x) {
  if (x < 0) return kNaN;
  return ::y0(x);
}

double y1(double x) {
  if (x < 0) return kNaN;
  return ::y1(x);
}

std::tuple<double, int64_t> lgamma(double x) {
  if (x == -kInfinity) return {-kInfinity, 1};
  int sign = 1;
  double result = ::lgamma_r(x, &sign);
  if (std::isnan(x) || (x < 0 && x == std::floor(x))) sign = 1;
  return {result, sign};
}

double gamma(double x) {
  if (x == -kInfinity || (x < 0 && x == std::floor(x))) return kNaN;
  return ::tgamma(x);
}

float nextafter32(float x, float y) {
  return std::nextafter(x, y);
}

double pow10(int64_t n) {
  if (n < -323) return 0;
  if (n > 308) return kInfinity;
  // Decimal conversion is exact to the last bit; a product of powers would not be.
  char text[8];
  int length = 0;
  text[length++] = '1';
  text[length++] = 'e';
  if (n < 0) text[length++] = '-';
  int magnitude = static_cast<int>(std::abs(n));
  text[length++] = static_cast<char>('0' + magnitude / 100);
  text[length++] = static_cast<char>('0' + magnitude / 10 % 10);
  text[length++] = static_cast<char>('0' + magnitude % 10);
  text[length] = 0;
  return std::strtod(text, nullptr);
}

std::tuple<double, double> sincos(double x) {
  return {std::sin(x), std::cos(x)};
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

double erfinv(double x) {
  if (std::isnan(x) || x < -1 || x > 1) return kNaN;
  if (x == 1) return kInfinity;
  if (x == -1) return -kInfinity;
  if (x == 0) return x;
  // A start by Winitzki's formula, then Halley's method on erf (on erfc near 1, where erf is flat).
  double magnitude = std::abs(x);
  double log = std::log((1 - magnitude) * (1 + magnitude));
  constexpr double a = 0.147;
  double half = 2 / (M_PI * a) + log / 2;
  double y = std::sqrt(std::sqrt(half * half - log / a) - half);
  for (int i = 0; i < 4; ++i) {
    double error = magnitude < 0.5 ? std::erf(y) - magnitude : (1 - magnitude) - std::erfc(y);
    double slope = 2 / std::sqrt(M_PI) * std::exp(-y * y);
    double step = error / slope;
    y -= step / (1 + y * step);
  }
  return std::copysign(y, x);
}

double erfcinv(double x) {
  return erfinv(1 - x);
}

} // namespace gossamer::math
