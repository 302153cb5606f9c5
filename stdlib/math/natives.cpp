// Package math: mostly libm, with Go's special cases where they differ from C's.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/math/Functions.h"

#include <cmath>
#include <math.h> // the Bessel functions

namespace gossamer::stdlib {
namespace {

using namespace gossamer::math;

uint64_t float64bits(double f) {
  return std::bit_cast<uint64_t>(f);
}
double float64frombits(uint64_t b) {
  return std::bit_cast<double>(b);
}
uint32_t float32bits(float f) {
  return std::bit_cast<uint32_t>(f);
}
float float32frombits(uint32_t b) {
  return std::bit_cast<float>(b);
}
bool signbit(double x) {
  return std::signbit(x);
}

// libm's functions as addresses of one type.
template <double (*f)(double)> double call1(double x) {
  return f(x);
}
template <double (*f)(double, double)> double call2(double x, double y) {
  return f(x, y);
}

} // namespace

GOSSAMER_NATIVES(
    math, {"math.Float64bits", leaf<float64bits>}, {"math.Float64frombits", leaf<float64frombits>},
    {"math.Float32bits", leaf<float32bits>}, {"math.Float32frombits", leaf<float32frombits>},
    {"math.Signbit", leaf<signbit>}, {"math.Frexp", leaf<frexp>}, {"math.Ldexp", leaf<ldexp>},
    {"math.Modf", leaf<modf>}, {"math.Ilogb", leaf<ilogb>}, {"math.Jn", leaf<jn>}, {"math.Yn", leaf<yn>},
    {"math.Lgamma", leaf<lgamma>}, {"math.Nextafter32", leaf<nextafter32>}, {"math.Pow10", leaf<pow10>},
    {"math.Sincos", leaf<sincos>}, {"math.Abs", leaf<call1<::fabs>>}, {"math.Acos", leaf<call1<::acos>>},
    {"math.Acosh", leaf<call1<::acosh>>}, {"math.Asin", leaf<call1<::asin>>},
    {"math.Asinh", leaf<call1<::asinh>>}, {"math.Atan", leaf<call1<::atan>>},
    {"math.Atan2", leaf<call2<::atan2>>}, {"math.Atanh", leaf<call1<::atanh>>},
    {"math.Cbrt", leaf<call1<::cbrt>>}, {"math.Ceil", leaf<call1<::ceil>>},
    {"math.Copysign", leaf<call2<::copysign>>}, {"math.Cos", leaf<call1<::cos>>},
    {"math.Cosh", leaf<call1<::cosh>>}, {"math.Dim", leaf<dim>}, {"math.Erf", leaf<call1<::erf>>},
    {"math.Erfc", leaf<call1<::erfc>>}, {"math.Erfcinv", leaf<erfcinv>}, {"math.Erfinv", leaf<erfinv>},
    {"math.Exp", leaf<call1<::exp>>}, {"math.Exp2", leaf<call1<::exp2>>},
    {"math.Expm1", leaf<call1<::expm1>>}, {"math.FMA", leaf<fma>}, {"math.Floor", leaf<call1<::floor>>},
    {"math.Gamma", leaf<gamma>}, {"math.Hypot", leaf<call2<::hypot>>}, {"math.J0", leaf<call1<::j0>>},
    {"math.J1", leaf<call1<::j1>>}, {"math.Log", leaf<call1<::log>>}, {"math.Log10", leaf<call1<::log10>>},
    {"math.Log1p", leaf<call1<::log1p>>}, {"math.Log2", leaf<call1<::log2>>},
    {"math.Logb", leaf<call1<::logb>>}, {"math.Max", leaf<max>}, {"math.Min", leaf<min>},
    {"math.Mod", leaf<call2<::fmod>>}, {"math.Nextafter", leaf<call2<::nextafter>>},
    {"math.Pow", leaf<call2<::pow>>}, {"math.Remainder", leaf<call2<::remainder>>},
    {"math.Round", leaf<call1<::round>>}, {"math.RoundToEven", leaf<roundToEven>},
    {"math.Sin", leaf<call1<::sin>>}, {"math.Sinh", leaf<call1<::sinh>>}, {"math.Sqrt", leaf<call1<::sqrt>>},
    {"math.Tan", leaf<call1<::tan>>}, {"math.Tanh", leaf<call1<::tanh>>},
    {"math.Trunc", leaf<call1<::trunc>>}, {"math.Y0", leaf<y0>}, {"math.Y1", leaf<y1>});

} // namespace gossamer::stdlib
