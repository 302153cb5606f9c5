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
  if (std::isnan(x) || (x <= 0 && x == std::floor(x))) sign = 1;
  return {result, sign};
}

double gamma(double x) {
  if (x == -kInfinity || (x < 0 && x == std::floor(x))) return kNaN;
  return ::tgamma(x);
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

std::tuple<double, double> sincos(double x) {
  return {sin(x), cos(x)};
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

namespace {

// x as m * 2^e with m in [sqrt(1/2), sqrt(2)).
double reduce(double x, int& e) {
  double m = std::frexp(x, &e);
  if (m < M_SQRT1_2) {
    m *= 2;
    --e;
  }
  return m;
}

// The quadrant arithmetic of Cephes' circular functions: x = octant * pi/4 + rest, octants even.
struct Octant {
  unsigned octant; // below 8
  double rest;
};

Octant octantOf(double x) {
  // pi/4 in three parts, so that the products with small integers are exact.
  constexpr double a = 7.85398125648498535156E-1, b = 3.77489470793079817668E-8,
                   c = 2.69515142907905952645E-15;
  auto j = static_cast<uint64_t>(x * (4 / M_PI));
  if (j % 2 == 1) ++j;
  auto y = static_cast<double>(j);
  return {static_cast<unsigned>(j % 8), ((x - y * a) - y * b) - y * c};
}

double sinPolynomial(double z) {
  double zz = z * z;
  return z + z * zz *
                 ((((((1.58962301576546568060E-10 * zz) + -2.50507477628578072866E-8) * zz +
                     2.75573136213857245213E-6) *
                        zz +
                    -1.98412698295885395996E-4) *
                       zz +
                   8.33333333332211858878E-3) *
                      zz +
                  -1.66666666666666307295E-1);
}

double cosPolynomial(double z) {
  double zz = z * z;
  return 1.0 - 0.5 * zz +
         zz * zz *
             ((((((-1.13585365213876817300E-11 * zz) + 2.08757008419747316778E-9) * zz +
                 -2.75573141792967388112E-7) *
                    zz +
                2.48015872888517045348E-5) *
                   zz +
               -1.38888888888730564116E-3) *
                  zz +
              4.16666666666665929218E-2);
}

// Beyond this the octant's three parts lose bits; libm reduces better.
constexpr double kOctantLimit = 1 << 29;

double atanPolynomial(double x) {
  double z = x * x;
  z = z *
      ((((-8.750608600031904122785e-01 * z + -1.615753718733365076637e+01) * z +
         -7.500855792314704667340e+01) *
            z +
        -1.228866684490136173410e+02) *
           z +
       -6.485021904942025371773e+01) /
      (((((z + 2.485846490142306297962e+01) * z + 1.650270098316988542046e+02) * z +
         4.328810604912902668951e+02) *
            z +
        4.853903996359136964868e+02) *
           z +
       1.945506571482613964425e+02);
  return x * z + x;
}

} // namespace

double log(double x) {
  if (!(x > 0) || std::isinf(x)) return std::log(x);
  int e = 0;
  double f = reduce(x, e) - 1;
  double k = e;
  double s = f / (2 + f), s2 = s * s, s4 = s2 * s2;
  double odd =
      s2 *
      (6.666666666666735130e-01 +
       s4 * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)));
  double even =
      s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01));
  double r = odd + even, half = 0.5 * f * f;
  return k * 6.93147180369123816490e-01 - ((half - (s * (half + r) + k * 1.90821492927058770002e-10)) - f);
}

double log2(double x) {
  if (!(x > 0) || std::isinf(x)) return std::log2(x);
  int e = 0;
  double m = std::frexp(x, &e);
  if (m == 0.5) return e - 1; // exact for powers of two
  return log(m) * M_LOG2E + e;
}

double log10(double x) {
  if (!(x > 0) || std::isinf(x)) return std::log10(x);
  return log(x) * M_LOG10E;
}

double exp(double x) {
  if (!(std::abs(x) < 700)) return std::exp(x);
  if (std::abs(x) < 0x1p-28) return 1 + x;
  double k = std::trunc(x * M_LOG2E + (x < 0 ? -0.5 : 0.5));
  double high = x - k * 6.93147180369123816490e-01, low = k * 1.90821492927058770002e-10;
  double r = high - low, t = r * r;
  double c = r - t * (1.66666666666666657415e-01 +
                      t * (-2.77777777770155933842e-03 +
                           t * (6.61375632143793436117e-05 +
                                t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  return std::ldexp(1 - ((low - (r * c) / (2 - c)) - high), static_cast<int>(k));
}

double pow(double x, double y) {
  // Whole powers by squaring, the exponent apart; everything unusual and large by libm.
  double whole = 0, rest = std::modf(std::abs(y), &whole);
  if (!std::isfinite(x) || !std::isfinite(y) || x == 0 || x == 1 || y == 0 || whole > 0x1p40 ||
      (x < 0 && rest != 0))
    return std::pow(x, y);
  if (y == 1) return x;
  if (y == -1) return 1 / x;
  if (y == 0.5) return std::sqrt(x);
  if (y == -0.5) return 1 / std::sqrt(x);
  double result = 1;
  int64_t resultExponent = 0;
  if (rest != 0) {
    if (rest > 0.5) {
      rest -= 1;
      whole += 1;
    }
    result = exp(rest * log(x));
  }
  int exponent = 0;
  double square = std::frexp(x, &exponent);
  int64_t squareExponent = exponent;
  for (auto n = static_cast<uint64_t>(whole); n != 0; n >>= 1) {
    if (std::abs(squareExponent) > 1 << 12) return std::pow(x, y); // overflow or underflow
    if (n % 2 == 1) {
      result *= square;
      resultExponent += squareExponent;
    }
    square *= square;
    squareExponent *= 2;
    if (square < 0.5) {
      square += square;
      --squareExponent;
    }
  }
  if (y < 0) {
    result = 1 / result;
    resultExponent = -resultExponent;
  }
  return ldexp(result, resultExponent);
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

double sin(double x) {
  double magnitude = std::abs(x);
  if (!(magnitude < kOctantLimit) || x == 0) return std::sin(x);
  Octant o = octantOf(magnitude);
  bool negative = (x < 0) != (o.octant > 3);
  double value = o.octant % 4 == 2 ? cosPolynomial(o.rest) : sinPolynomial(o.rest);
  return negative ? -value : value;
}

double cos(double x) {
  double magnitude = std::abs(x);
  if (!(magnitude < kOctantLimit)) return std::cos(x);
  Octant o = octantOf(magnitude);
  bool negative = (o.octant > 3) != (o.octant % 4 > 1);
  double value = o.octant % 4 == 2 ? sinPolynomial(o.rest) : cosPolynomial(o.rest);
  return negative ? -value : value;
}

double tan(double x) {
  double magnitude = std::abs(x);
  if (!(magnitude < kOctantLimit) || x == 0) return std::tan(x);
  Octant o = octantOf(magnitude);
  double z = o.rest, zz = z * z, value = z;
  if (zz > 1e-14)
    value = z + z * (zz *
                     (((-1.30936939181383734205E4 * zz) + 1.15351664838587416140E6) * zz +
                      -1.79565251976484877988E7) /
                     ((((zz + 1.36812963470692954678E4) * zz + -1.32089234440210967447E6) * zz +
                       2.50083801823357915839E7) *
                          zz +
                      -5.38695755929454629881E7));
  if (o.octant % 4 == 2) value = -1 / value;
  return x < 0 ? -value : value;
}

double atan(double x) {
  constexpr double tan3Pi8 = 2.41421356237309504880, moreBits = 6.123233995736765886130e-17;
  if (x == 0 || std::isnan(x)) return x;
  double magnitude = std::abs(x), value;
  if (magnitude <= 0.66)
    value = atanPolynomial(magnitude);
  else if (magnitude > tan3Pi8)
    value = M_PI_2 - atanPolynomial(1 / magnitude) + moreBits;
  else
    value = M_PI_4 + atanPolynomial((magnitude - 1) / (magnitude + 1)) + 0.5 * moreBits;
  return x < 0 ? -value : value;
}

double atan2(double y, double x) {
  if (!std::isfinite(y) || !std::isfinite(x) || y == 0 || x == 0) return std::atan2(y, x);
  double value = atan(y / x);
  if (x >= 0) return value;
  return value <= 0 ? value + M_PI : value - M_PI;
}

double j1(double x) {
  if (x == 0 || std::isinf(x)) return 0; // whatever the sign
  return ::j1(x);
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
