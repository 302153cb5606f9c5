// Exponentials, logarithms, powers and hyperbolic functions.
#include "stdlib/math/Functions.h"
#include "stdlib/math/Polynomial.h"

#include <cstdlib>

namespace gossamer::math {
namespace {

constexpr double kLn2 = 0.693147180559945309417;
// ln 2 in two parts, so that products of the upper one with small integers are exact.
constexpr double kLn2High = 6.93147180369123816490e-01, kLn2Low = 1.90821492927058770002e-10;
constexpr double kInverseLn2 = 1.44269504088896338700e+00;

// 2^k e^(high - low) by a rational approximation.
double expOfParts(double high, double low, int k) {
  static constexpr double p[] = {1.66666666666666657415e-01, -2.77777777770155933842e-03,
                                 6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                 4.13813679705723846039e-08};
  double r = high - low, t = r * r;
  double c = r - t * polynomial(t, p);
  return ldexp(1 - ((low - (r * c) / (2 - c)) - high), k);
}

// x to the nearest integer, halves away from zero.
int rounded(double x) {
  return static_cast<int>(x < 0 ? x - 0.5 : x + 0.5);
}

bool isOdd(double x) {
  return std::abs(x) < 0x1p53 && std::fmod(x, 2) != 0 && std::trunc(x) == x;
}

} // namespace

// Go's assembly for amd64 has a method of its own: the argument, less a multiple of ln 2, is divided by 16,
// the series for e^x - 1 is summed there with fused operations, and squaring four times undoes the division.
double exp(double x) {
  if (std::isnan(x) || x == kInfinity) return x;
  if (x > 7.09782712893384e+02) return kInfinity;
  if (x < -746) return 0;
  static constexpr double series[] = {1.0,
                                      0.5,
                                      1.6666666666666666667e-1,
                                      4.1666666666666666667e-2,
                                      8.3333333333333333333e-3,
                                      1.3888888888888888889e-3,
                                      1.9841269841269841270e-4,
                                      2.4801587301587301587e-5};
  constexpr double ln2Upper = 0.69314718055966295651160180568695068359375,
                   ln2Rest = 0.28235290563031577122588448175013436025525412068e-12;
  double k = std::nearbyint(x * 1.4426950408889634073599246810018920);
  double r = std::fma(-ln2Rest, k, std::fma(-ln2Upper, k, x)) * 0.0625;
  double sum = series[7];
  for (int i = 6; i >= 0; --i) sum = std::fma(sum, r, series[i]);
  double y = r * sum;
  for (int i = 0; i < 3; ++i) y *= 2 + y;
  y = std::fma(y, 2 + y, 1);
  int64_t exponent = static_cast<int64_t>(k) + 1023;
  if (exponent >= 2047) return kInfinity;
  if (exponent > 0) return y * ofBits(static_cast<uint64_t>(exponent) << 52);
  if (exponent < -52) return 0;
  return y * ofBits(static_cast<uint64_t>(exponent + 1022) << 52) * 0x1p-1022;
}

double exp2(double x) {
  if (std::isnan(x)) return x;
  if (x > 1.0239999999999999e+03) return kInfinity;
  if (x < -1.0740e+03) return 0;
  int k = x == 0 ? 0 : rounded(x);
  double t = x - k;
  return expOfParts(t * kLn2High, -t * kLn2Low, k);
}

double expm1(double x) {
  constexpr double overflow = 7.09782712893383973096e+02, ln2Times56 = 3.88162421113569373274e+01,
                   ln2Half = 3.46573590279972654709e-01, ln2Half3 = 1.03972077083991796413e+00;
  static constexpr double q[] = {1,
                                 -3.33333333333331316428e-02,
                                 1.58730158725481460165e-03,
                                 -7.93650757867487942473e-05,
                                 4.00821782732936239552e-06,
                                 -2.01099218183624371326e-07};
  if (std::isnan(x) || x == kInfinity) return x;
  double magnitude = std::abs(x);
  if (magnitude >= ln2Times56) {
    if (x < 0) return -1;
    if (magnitude >= overflow) return kInfinity;
  }
  // x = k ln 2 + r; c is what r lacks.
  double c = 0;
  int k = 0;
  if (magnitude > ln2Half) {
    k = magnitude < ln2Half3 ? (x < 0 ? -1 : 1) : rounded(kInverseLn2 * x);
    double high = x - k * kLn2High, low = k * kLn2Low;
    x = high - low;
    c = (high - x) - low;
  } else if (magnitude < 0x1p-54) {
    return x;
  }
  double half = 0.5 * x, square = x * half;
  double r = polynomial(square, q);
  double t = 3 - r * half;
  double e = square * ((r - t) / (6.0 - x * t));
  if (k == 0) return x - (x * e - square);
  e = (x * (e - c) - c);
  e -= square;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scaled(1 - (e - x), k) - 1;
  if (k < 20) return scaled(ofBits(0x3ff0000000000000 - (0x20000000000000 >> k)) - (e - x), k); // 1 - 2^-k
  return scaled((x - (e + ofBits(static_cast<uint64_t>(0x3ff - k) << 52))) + 1, k);
}

// As Go's assembly for amd64, which takes the exponent of a denormal number for that of a normal one.
double log(double x) {
  if (x == 0) return -kInfinity;
  if (std::signbit(x)) return kNaN;
  if (std::isnan(x) || x == kInfinity) return x;
  static constexpr double odd[] = {6.666666666666735130e-01, 2.857142874366239149e-01,
                                   1.818357216161805012e-01, 1.479819860511658591e-01};
  static constexpr double even[] = {3.999999999940941908e-01, 2.222219843214978396e-01,
                                    1.531383769920937332e-01};
  uint64_t bits = bitsOf(x);
  double m = ofBits((bits & 0x000fffffffffffff) | 0x3fe0000000000000);
  double k = static_cast<double>(static_cast<int64_t>(bits >> 52) - 1022);
  if (m <= M_SQRT1_2) {
    m *= 2;
    k -= 1;
  }
  double f = m - 1, s = f / (2 + f), s2 = s * s, s4 = s2 * s2;
  double r = s2 * polynomial(s4, odd) + s4 * polynomial(s4, even);
  double half = 0.5 * f * f;
  return k * kLn2High - ((half - (s * (half + r) + k * kLn2Low)) - f);
}

double log2(double x) {
  auto [fraction, exponent] = frexp(x);
  if (fraction == 0.5) return static_cast<double>(exponent - 1); // exact for powers of two
  return log(fraction) * (1 / kLn2) + static_cast<double>(exponent);
}

double log10(double x) {
  return log(x) * 0.434294481903251827651;
}

double log1p(double x) {
  constexpr double sqrt2Less1 = 4.142135623730950488017e-01, sqrtHalfLess1 = -2.928932188134524755992e-01;
  static constexpr double p[] = {6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                                 2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                                 1.479819860511658591e-01};
  if (x < -1 || std::isnan(x)) return kNaN;
  if (x == -1) return -kInfinity;
  if (x == kInfinity) return kInfinity;
  // 1 + x = 2^k (1 + f); c corrects the rounding of 1 + x. f counts as tiny when fractionBits is 0.
  double f = 0, c = 0;
  int k = 1;
  uint64_t fractionBits = 1;
  double magnitude = std::abs(x);
  if (magnitude < sqrt2Less1) {
    if (magnitude < 0x1p-54) return x;
    if (magnitude < 0x1p-29) return x - x * x * 0.5;
    if (x > sqrtHalfLess1) {
      k = 0;
      f = x;
    }
  }
  if (k != 0) {
    double u = magnitude < 0x1p53 ? 1.0 + x : x;
    fractionBits = bitsOf(u);
    k = static_cast<int>(fractionBits >> 52) - 1023;
    if (magnitude < 0x1p53) {
      c = k > 0 ? 1.0 - (u - x) : x - (u - 1.0);
      c /= u;
    }
    fractionBits &= 0x000fffffffffffff;
    if (fractionBits < 0x0006a09e667f3bcd) { // below sqrt(2)
      u = ofBits(fractionBits | 0x3ff0000000000000);
    } else {
      ++k;
      u = ofBits(fractionBits | 0x3fe0000000000000);
      fractionBits = (0x0010000000000000 - fractionBits) >> 2;
    }
    f = u - 1.0;
  }
  double half = 0.5 * f * f;
  if (fractionBits == 0) {
    if (f == 0) {
      if (k == 0) return 0;
      c += k * kLn2Low;
      return k * kLn2High + c;
    }
    double r = half * (1.0 - 0.66666666666666666 * f);
    if (k == 0) return f - r;
    return k * kLn2High - ((r - (k * kLn2Low + c)) - f);
  }
  double s = f / (2.0 + f), z = s * s;
  double r = z * polynomial(z, p);
  if (k == 0) return f - (half - s * (half + r));
  return k * kLn2High - ((half - (s * (half + r) + (k * kLn2Low + c))) - f);
}

double pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (y == 1) return x;
  if (std::isnan(x) || std::isnan(y)) return kNaN;
  if (x == 0) {
    double extreme = y < 0 ? kInfinity : 0;
    return std::signbit(x) && isOdd(y) ? -extreme : extreme;
  }
  bool growing = (std::abs(x) < 1) != (y > 0); // to infinity, as y does
  if (std::isinf(y)) return x == -1 ? 1 : growing ? kInfinity : 0;
  if (x == -kInfinity) return pow(-0.0, -y);
  if (x == kInfinity) return y < 0 ? 0 : kInfinity;
  if (y == 0.5) return std::sqrt(x);
  if (y == -0.5) return 1 / std::sqrt(x);
  double whole = 0, rest = std::modf(std::abs(y), &whole);
  if (rest != 0 && x < 0) return kNaN;
  if (whole >= 0x1p63) return x == -1 ? 1 : growing ? kInfinity : 0;

  // The fraction of y by exp and log, the whole part by squaring, exponents apart.
  double result = 1;
  int64_t resultExponent = 0;
  if (rest != 0) {
    if (rest > 0.5) {
      rest -= 1;
      whole += 1;
    }
    result = exp(rest * log(x));
  }
  auto [square, squareExponent] = frexp(x);
  for (auto n = static_cast<uint64_t>(whole); n != 0; n >>= 1) {
    if (std::abs(squareExponent) > 1 << 12) { // overflow or underflow is certain
      resultExponent += squareExponent;
      break;
    }
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

double cbrt(double x) {
  constexpr double c = 5.42857142857142815906e-01, d = -7.05306122448979611050e-01,
                   e = 1.41428571428571436819e+00, f = 1.60714285714285720630e+00,
                   g = 3.57142857142857150787e-01;
  if (x == 0 || !std::isfinite(x)) return x;
  double magnitude = std::abs(x);
  // Dividing the bits by 3 divides the exponent: a guess good to 5 bits, then to 23, then to the last.
  double t = ofBits(bitsOf(magnitude) / 3 + (715094163ull << 32));
  if (magnitude < std::numeric_limits<double>::min())
    t = ofBits(bitsOf(0x1p54 * magnitude) / 3 + (696219795ull << 32));
  double r = t * t / magnitude, s = c + r * t;
  t *= g + f / (s + e + d / s);
  t = ofBits((bitsOf(t) & 0xffffffffc0000000) + (1ull << 30));
  s = t * t;
  r = magnitude / s;
  r = (r - t) / (t + t + r);
  return std::copysign(t + t * r, x);
}

double sinh(double x) {
  static constexpr double p[] = {-0.6307673640497716991184787251e+6, -0.8991272022039509355398013511e+5,
                                 -0.2894211355989563807284660366e+4, -0.2630563213397497062819489e+2};
  static constexpr double q[] = {-0.6307673640497716991212077277e+6, 0.1521517378790019070696485176e+5,
                                 -0.173678953558233699533450911e+3, 1};
  double magnitude = std::abs(x), value;
  if (magnitude > 21) {
    value = exp(magnitude) * 0.5;
  } else if (magnitude > 0.5) {
    double e = exp(magnitude);
    value = (e - 1 / e) * 0.5;
  } else {
    double square = magnitude * magnitude;
    value = polynomial(square, p) * magnitude / polynomial(square, q);
  }
  return x < 0 ? -value : std::signbit(x) ? x : value;
}

double cosh(double x) {
  x = std::abs(x);
  double e = exp(x);
  return x > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
}

double tanh(double x) {
  constexpr double log2Max = 8.8029691931113054295988e+01;
  static constexpr double p[] = {-1.61468768441708447952e3, -9.92877231001918586564e1,
                                 -9.64399179425052238628e-1};
  static constexpr double q[] = {4.84406305325125486048e3, 2.23548839060100448583e3, 1.12811678491632931402e2,
                                 1};
  double magnitude = std::abs(x);
  if (magnitude > 0.5 * log2Max) return x < 0 ? -1 : 1;
  if (magnitude >= 0.625) {
    double value = 1 - 2 / (exp(2 * magnitude) + 1);
    return x < 0 ? -value : value;
  }
  if (x == 0) return x;
  double square = x * x;
  return x + x * square * polynomial(square, p) / polynomial(square, q);
}

double asinh(double x) {
  if (!std::isfinite(x)) return x;
  double magnitude = std::abs(x), value = magnitude;
  if (magnitude > 0x1p28)
    value = log(magnitude) + kLn2;
  else if (magnitude > 2)
    value = log(2 * magnitude + 1 / (std::sqrt(magnitude * magnitude + 1) + magnitude));
  else if (magnitude >= 0x1p-28)
    value = log1p(magnitude + magnitude * magnitude / (1 + std::sqrt(1 + magnitude * magnitude)));
  return std::copysign(value, x);
}

double acosh(double x) {
  if (x < 1 || std::isnan(x)) return kNaN;
  if (x == 1) return 0;
  if (x >= 0x1p28) return log(x) + kLn2;
  if (x > 2) return log(2 * x - 1 / (x + std::sqrt(x * x - 1)));
  double t = x - 1;
  return log1p(t + std::sqrt(2 * t + t * t));
}

double atanh(double x) {
  if (!(std::abs(x) <= 1)) return kNaN;
  if (std::abs(x) == 1) return std::copysign(kInfinity, x);
  double magnitude = std::abs(x), value = magnitude;
  if (magnitude >= 0.5)
    value = 0.5 * log1p((magnitude + magnitude) / (1 - magnitude));
  else if (magnitude >= 0x1p-28)
    value = 0.5 * log1p(magnitude + magnitude + (magnitude + magnitude) * magnitude / (1 - magnitude));
  return std::copysign(value, x);
}

} // namespace gossamer::math
