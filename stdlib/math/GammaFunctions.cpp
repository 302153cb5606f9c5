// The gamma function (Cephes) and its logarithm (msun).
#include "stdlib/math/Functions.h"
#include "stdlib/math/Polynomial.h"

#include <utility>

namespace gossamer::math {
namespace {

bool isNegativeInteger(double x) {
  return x < 0 && std::trunc(x) == x;
}

// Stirling's formula for large x, as two factors whose product may overflow late.
std::pair<double, double> stirling(double x) {
  if (x > 200) return {kInfinity, 1};
  static constexpr double s[] = {8.33333333333482257126e-02, 3.47222221605458667310e-03,
                                 -2.68132617805781232825e-03, -2.29549961613378126380e-04,
                                 7.87311395793093628397e-04};
  double w = 1 / x;
  w = 1 + w * polynomial(w, s);
  double e = exp(x), first, second = 1;
  if (x > 143.01608) { // the power alone would overflow
    first = pow(x, 0.5 * x - 0.25);
    second = first / e;
  } else {
    first = pow(x, x - 0.5) / e;
  }
  return {first, 2.506628274631000502417 * w * second};
}

// sin(pi x) for x < 0, given -x.
double sinPi(double x) {
  if (x < 0.25) return -sin(M_PI * x);
  int quarter;
  if (std::floor(x) != x) {
    x = std::fmod(x, 2);
    quarter = static_cast<int>(x * 4);
  } else {
    x = std::fmod(x, 2); // 0 or 1
    quarter = static_cast<int>(x) * 4;
  }
  double value;
  switch (quarter) {
  case 0: value = sin(M_PI * x); break;
  case 1:
  case 2: value = cos(M_PI * (0.5 - x)); break;
  case 3:
  case 4: value = sin(M_PI * (1 - x)); break;
  case 5:
  case 6: value = -cos(M_PI * (x - 1.5)); break;
  default: value = sin(M_PI * (x - 2));
  }
  return -value;
}

// lgamma on [0, 2), by three fits about where it is flat.
double lgammaBelow2(double x) {
  constexpr double minimum = 1.46163214496836224576e+00, valueThere = -1.21486290535849611461e-01,
                   valueLow = -3.63867699703950536541e-18, width = 0.27;
  static constexpr double a0[] = {7.72156649015328655494e-02, 6.73523010531292681824e-02,
                                  7.38555086081402883957e-03, 1.19270763183362067845e-03,
                                  2.20862790713908385557e-04, 2.52144565451257326939e-05};
  static constexpr double a1[] = {3.22467033424113591611e-01, 2.05808084325167332806e-02,
                                  2.89051383673415629091e-03, 5.10069792153511336608e-04,
                                  1.08011567247583939954e-04, 4.48640949618915160150e-05};
  static constexpr double t0[] = {4.83836122723810047042e-01, -3.27885410759859649565e-02,
                                  6.10053870246291332635e-03, -1.40346469989232843813e-03,
                                  3.15632070903625950361e-04};
  static constexpr double t1[] = {-1.47587722994593911752e-01, 1.79706750811820387126e-02,
                                  -3.68452016781138256760e-03, 8.81081882437654011382e-04,
                                  -3.12754168375120860518e-04};
  static constexpr double t2[] = {6.46249402391333854778e-02, -1.03142241298341437450e-02,
                                  2.25964780900612472250e-03, -5.38595305356740546715e-04,
                                  3.35529192635519073543e-04};
  static constexpr double u[] = {-7.72156649015328655494e-02, 6.32827064025093366517e-01,
                                 1.45492250137234768737e+00,  9.77717527963372745603e-01,
                                 2.28963728064692451092e-01,  1.33810918536787660377e-02};
  static constexpr double v[] = {1.0,
                                 2.45597793713041134822e+00,
                                 2.12848976379893395361e+00,
                                 7.69285150456672783825e-01,
                                 1.04222645593369134254e-01,
                                 3.21709242282423911810e-03};
  double value = 0, base = 1; // base: 0 where lgamma(x) = lgamma(x + 1) - log(x) is used
  constexpr double edge = 1.461632144968362245;
  if (x <= 0.9) {
    value = -log(x);
    base = 0;
  }
  bool first = base == 0;
  if (x >= (first ? edge - 1 + width : edge + width)) {
    double y = (first ? 1 : 2) - x, z = y * y;
    double p = y * polynomial(z, a0) + z * polynomial(z, a1);
    return value + (p - 0.5 * y);
  }
  if (x >= (first ? edge - 1 - width : edge - width)) {
    double y = x - (first ? minimum - 1 : minimum), z = y * y, w = z * y;
    double p = z * polynomial(w, t0) - (valueLow - w * (polynomial(w, t1) + y * polynomial(w, t2)));
    return value + (valueThere + p);
  }
  double y = first ? x : x - 1;
  return value + (-0.5 * y + y * polynomial(y, u) / polynomial(y, v));
}

} // namespace

double gamma(double x) {
  if (isNegativeInteger(x) || x == -kInfinity || std::isnan(x)) return kNaN;
  if (x == kInfinity) return x;
  if (x == 0) return std::copysign(kInfinity, x);
  double q = std::abs(x), p = std::floor(q);
  if (q > 33) {
    if (x >= 0) {
      auto [first, second] = stirling(x);
      return first * second;
    }
    // By reflection.
    double sign = std::fmod(p, 2) == 0 ? -1 : 1;
    double z = q - p;
    if (z > 0.5) z = q - (p + 1);
    z = q * sin(M_PI * z);
    if (z == 0) return sign * kInfinity;
    auto [first, second] = stirling(q);
    double magnitude = std::abs(z), d = magnitude * first * second;
    return sign * (std::isinf(d) ? M_PI / magnitude / first / second : M_PI / d);
  }
  // Into [2, 3) by the recurrence, except near poles.
  double z = 1;
  auto nearPole = [&z](double x) {
    return x == 0 ? kInfinity : z / ((1 + 0.57721566490153286060651209008240243104215933593992 * x) * x);
  };
  for (; x >= 3; z *= x) x -= 1;
  for (; x < 0; x += 1) {
    if (x > -1e-09) return nearPole(x);
    z /= x;
  }
  for (; x < 2; x += 1) {
    if (x < 1e-09) return nearPole(x);
    z /= x;
  }
  if (x == 2) return z;
  static constexpr double numerator[] = {9.99999999999999996796e-01, 4.94214826801497100753e-01,
                                         2.07448227648435975150e-01, 4.76367800457137231464e-02,
                                         1.04213797561761569935e-02, 1.19135147006586384913e-03,
                                         1.60119522476751861407e-04};
  static constexpr double denominator[] = {1.00000000000000000320e+00,  7.14304917030273074085e-02,
                                           -2.34591795718243348568e-01, 3.58236398605498653373e-02,
                                           1.18139785222060435552e-02,  -4.45641913851797240494e-03,
                                           5.39605580493303397842e-04,  -2.31581873324120129819e-05};
  x -= 2;
  return z * polynomial(x, numerator) / polynomial(x, denominator);
}

std::tuple<double, int64_t> lgamma(double x) {
  if (!std::isfinite(x)) return {x, 1};
  if (x == 0) return {kInfinity, 1};
  bool negative = x < 0;
  x = std::abs(x);
  if (x < 0x1p-70) return {-log(x), negative ? -1 : 1};
  double reflection = 0;
  int64_t sign = 1;
  if (negative) {
    if (x >= 0x1p52) return {kInfinity, 1}; // an integer
    double t = sinPi(x);
    if (t == 0) return {kInfinity, 1};
    reflection = log(M_PI / std::abs(t * x));
    if (t < 0) sign = -1;
  }
  static constexpr double s[] = {-7.72156649015328655494e-02, 2.14982415960608852501e-01,
                                 3.25778796408930981787e-01,  1.46350472652464452805e-01,
                                 2.66422703033638609560e-02,  1.84028451407337715652e-03,
                                 3.19475326584100867617e-05};
  static constexpr double r[] = {1.0,
                                 1.39200533467621045958e+00,
                                 7.21935547567138069525e-01,
                                 1.71933865632803078993e-01,
                                 1.86459191715652901344e-02,
                                 7.77942496381893596434e-04,
                                 7.32668430744625636189e-06};
  static constexpr double w[] = {8.33333333333329678849e-02, -2.77777777728775536470e-03,
                                 7.93650558643019558500e-04, -5.95187557450339963135e-04,
                                 8.36339918996282139126e-04, -1.63092934096575273989e-03};
  double value;
  if (x == 1 || x == 2) {
    value = 0;
  } else if (x < 2) {
    value = lgammaBelow2(x);
  } else if (x < 8) {
    int whole = static_cast<int>(x);
    double y = x - whole;
    value = 0.5 * y + y * polynomial(y, s) / polynomial(y, r);
    double product = 1;
    for (int i = whole - 1; i >= 2; --i) product *= y + i;
    if (whole >= 3) value += log(product);
  } else if (x < 0x1p58) {
    double t = log(x), z = 1 / x;
    value = (x - 0.5) * (t - 1) + (4.18938533204672725052e-01 + z * polynomial(z * z, w));
  } else {
    value = x * (log(x) - 1);
  }
  return {negative ? reflection - value : value, sign};
}

} // namespace gossamer::math
