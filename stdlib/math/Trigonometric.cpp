// Circular functions and their inverses, by the formulas of Cephes.
#include "stdlib/math/Functions.h"
#include "stdlib/math/Polynomial.h"

namespace gossamer::math {
namespace {

// x = octant * pi/4 + rest, the octant even.
struct Octant {
  unsigned octant; // below 8
  double rest;
};

// The bits of 4/pi from the one before the binary point.
constexpr uint64_t kFourOverPi[] = {
    0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82,
    0x7323ac7306a673e9, 0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a, 0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757};

// Payne and Hanek: of the product of x with 4/pi only those bits are computed that make the octant and the
// rest.
Octant octantOfLarge(double x) {
  uint64_t bits = bitsOf(x);
  auto exponent = static_cast<unsigned>(bits >> 52) - 1023 - 52; // of the mantissa as an integer
  uint64_t mantissa = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  unsigned digit = (exponent + 61) / 64, shift = (exponent + 61) % 64;
  auto window = [&](unsigned i) {
    uint64_t upper = kFourOverPi[digit + i] << shift;
    return shift == 0 ? upper : upper | kFourOverPi[digit + i + 1] >> (64 - shift);
  };
  using Wide = unsigned __int128;
  Wide product = (static_cast<Wide>(window(0) * mantissa) << 64) + static_cast<Wide>(window(1)) * mantissa +
                 (static_cast<Wide>(window(2)) * mantissa >> 64);
  auto octant = static_cast<unsigned>(product >> 125);
  auto fraction = static_cast<uint64_t>(product >> 61); // of an octant
  auto behind = static_cast<uint64_t>(product);
  unsigned leading = static_cast<unsigned>(std::countl_zero(fraction)) + 1;
  fraction = leading == 64 ? behind : fraction << leading | behind >> (64 - leading);
  double rest = ofBits(fraction >> 12 | static_cast<uint64_t>(1023 - leading) << 52);
  if (octant % 2 == 1) {
    octant = (octant + 1) % 8;
    rest -= 1;
  }
  return {octant, rest * M_PI_4};
}

Octant octantOf(double x) {
  // Beyond this the three parts below lose bits.
  if (x >= 1 << 29) return octantOfLarge(x);
  // pi/4 in three parts, so that the products with small integers are exact.
  constexpr double a = 7.85398125648498535156E-1, b = 3.77489470793079817668E-8,
                   c = 2.69515142907905952645E-15;
  auto j = static_cast<uint64_t>(x * 1.27323954473516268615);
  j += j % 2;
  auto y = static_cast<double>(j);
  return {static_cast<unsigned>(j % 8), ((x - y * a) - y * b) - y * c};
}

double sinPolynomial(double z) {
  static constexpr double p[] = {-1.66666666666666307295e-1, 8.33333333332211858878e-3,
                                 -1.98412698295895385996e-4, 2.75573136213857245213e-6,
                                 -2.50507477628578072866e-8, 1.58962301576546568060e-10};
  double zz = z * z;
  return z + z * zz * polynomial(zz, p);
}

double cosPolynomial(double z) {
  static constexpr double p[] = {4.16666666666665929218e-2, -1.38888888888730564116e-3,
                                 2.48015872888517045348e-5, -2.75573141792967388112e-7,
                                 2.08757008419747316778e-9, -1.13585365213876817300e-11};
  double zz = z * z;
  return 1.0 - 0.5 * zz + zz * zz * polynomial(zz, p);
}

double atanPolynomial(double x) {
  static constexpr double p[] = {-6.485021904942025371773e+01, -1.228866684490136173410e+02,
                                 -7.500855792314704667340e+01, -1.615753718733365076637e+01,
                                 -8.750608600031904122785e-01};
  static constexpr double q[] = {1.945506571482613964425e+02, 4.853903996359136964868e+02,
                                 4.328810604912902668951e+02, 1.650270098316988542046e+02,
                                 2.485846490142306297962e+01, 1};
  double z = x * x;
  z = z * polynomial(z, p) / polynomial(z, q);
  return x * z + x;
}

// atan of what is not negative.
double atanOfPositive(double x) {
  constexpr double tan3Pi8 = 2.41421356237309504880, moreBits = 6.123233995736765886130e-17;
  if (x <= 0.66) return atanPolynomial(x);
  if (x > tan3Pi8) return M_PI_2 - atanPolynomial(1 / x) + moreBits;
  return M_PI_4 + atanPolynomial((x - 1) / (x + 1)) + 0.5 * moreBits;
}

} // namespace

double sin(double x) {
  if (x == 0 || std::isnan(x)) return x;
  if (std::isinf(x)) return kNaN;
  Octant o = octantOf(std::abs(x));
  bool negative = (x < 0) != (o.octant > 3);
  double value = o.octant % 4 == 2 ? cosPolynomial(o.rest) : sinPolynomial(o.rest);
  return negative ? -value : value;
}

double cos(double x) {
  if (!std::isfinite(x)) return kNaN;
  Octant o = octantOf(std::abs(x));
  bool negative = (o.octant > 3) != (o.octant % 4 > 1);
  double value = o.octant % 4 == 2 ? sinPolynomial(o.rest) : cosPolynomial(o.rest);
  return negative ? -value : value;
}

std::tuple<double, double> sincos(double x) {
  return {sin(x), cos(x)};
}

double tan(double x) {
  static constexpr double p[] = {-1.79565251976484877988e7, 1.15351664838587416140e6,
                                 -1.30936939181383777646e4};
  static constexpr double q[] = {-5.38695755929454629881e7, 2.50083801823357915839e7,
                                 -1.32089234440210967447e6, 1.36812963470692954678e4, 1};
  if (x == 0 || std::isnan(x)) return x;
  if (std::isinf(x)) return kNaN;
  Octant o = octantOf(std::abs(x));
  double z = o.rest, zz = z * z, value = z;
  if (zz > 1e-14) value = z + z * (zz * polynomial(zz, p) / polynomial(zz, q));
  if (o.octant % 4 == 2) value = -1 / value;
  return x < 0 ? -value : value;
}

double atan(double x) {
  if (x == 0 || std::isnan(x)) return x;
  return x > 0 ? atanOfPositive(x) : -atanOfPositive(-x);
}

double atan2(double y, double x) {
  if (std::isnan(y) || std::isnan(x)) return kNaN;
  if (y == 0) return std::copysign(std::signbit(x) ? M_PI : 0, y);
  if (x == 0) return std::copysign(M_PI_2, y);
  if (std::isinf(x)) {
    if (std::isinf(y)) return std::copysign(x > 0 ? M_PI_4 : 2.35619449019234492885, y);
    return std::copysign(x > 0 ? 0 : M_PI, y);
  }
  if (std::isinf(y)) return std::copysign(M_PI_2, y);
  double value = atan(y / x);
  if (x > 0) return value;
  return value <= 0 ? value + M_PI : value - M_PI;
}

double asin(double x) {
  if (x == 0) return x;
  double magnitude = std::abs(x);
  if (!(magnitude <= 1)) return kNaN;
  double other = std::sqrt(1 - magnitude * magnitude);
  double value =
      magnitude > 0.7 ? M_PI_2 - atanOfPositive(other / magnitude) : atanOfPositive(magnitude / other);
  return x < 0 ? -value : value;
}

double acos(double x) {
  return M_PI_2 - asin(x);
}

} // namespace gossamer::math
