#include "vm/interp/Numeric.h"

namespace gossamer {
namespace {

/// For the limits of Annex G: an infinity counts as ±1, anything else as ±0.
double unitIfInfinite(double x) { return std::copysign(std::isinf(x) ? 1.0 : 0.0, x); }

} // namespace

void divideComplex(Slot* quotient, const Slot* n, const Slot* d) {
  double a = n[0].f, b = n[1].f, c = d[0].f, e = d[1].f;
  double re, im;
  // Smith's method: scale by the larger part of the divisor, so that its square does not overflow.
  if (std::fabs(c) >= std::fabs(e)) {
    double ratio = e / c, scale = c + ratio * e;
    re = (a + b * ratio) / scale;
    im = (b - a * ratio) / scale;
  } else {
    double ratio = c / e, scale = e + ratio * c;
    re = (a * ratio + b) / scale;
    im = (b * ratio - a) / scale;
  }
  if (std::isnan(re) && std::isnan(im)) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (c == 0 && e == 0 && (!std::isnan(a) || !std::isnan(b))) {
      re = std::copysign(kInfinity, c) * a;
      im = std::copysign(kInfinity, c) * b;
    } else if ((std::isinf(a) || std::isinf(b)) && std::isfinite(c) && std::isfinite(e)) {
      a = unitIfInfinite(a);
      b = unitIfInfinite(b);
      re = kInfinity * (a * c + b * e);
      im = kInfinity * (b * c - a * e);
    } else if ((std::isinf(c) || std::isinf(e)) && std::isfinite(a) && std::isfinite(b)) {
      c = unitIfInfinite(c);
      e = unitIfInfinite(e);
      re = 0 * (a * c + b * e);
      im = 0 * (b * c - a * e);
    }
  }
  quotient[0].f = re;
  quotient[1].f = im;
}

} // namespace gossamer
