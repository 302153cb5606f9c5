// Package math: what is exact by libm, the rest by our own functions.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/math/Functions.h"

#include <cmath>

namespace gossamer::stdlib {
namespace {

namespace own = gossamer::math;

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
    {"math.Signbit", leaf<signbit>}, {"math.Frexp", leaf<own::frexp>}, {"math.Ldexp", leaf<own::ldexp>},
    {"math.Modf", leaf<own::modf>}, {"math.Ilogb", leaf<own::ilogb>}, {"math.Lgamma", leaf<own::lgamma>},
    {"math.Nextafter32", leaf<own::nextafter32>}, {"math.Pow10", leaf<own::pow10>},
    {"math.Sincos", leaf<own::sincos>}, {"math.Abs", leaf<call1<::fabs>>}, {"math.Acos", leaf<own::acos>},
    {"math.Acosh", leaf<own::acosh>}, {"math.Asin", leaf<own::asin>}, {"math.Asinh", leaf<own::asinh>},
    {"math.Atan", leaf<own::atan>}, {"math.Atan2", leaf<own::atan2>}, {"math.Atanh", leaf<own::atanh>},
    {"math.Cbrt", leaf<own::cbrt>}, {"math.Ceil", leaf<call1<::ceil>>},
    {"math.Copysign", leaf<call2<::copysign>>}, {"math.Cos", leaf<own::cos>}, {"math.Cosh", leaf<own::cosh>},
    {"math.Dim", leaf<own::dim>}, {"math.Erf", leaf<own::erf>}, {"math.Erfc", leaf<own::erfc>},
    {"math.Erfcinv", leaf<own::erfcinv>}, {"math.Erfinv", leaf<own::erfinv>}, {"math.Exp", leaf<own::exp>},
    {"math.Exp2", leaf<own::exp2>}, {"math.Expm1", leaf<own::expm1>}, {"math.FMA", leaf<own::fma>},
    {"math.Floor", leaf<call1<::floor>>}, {"math.Gamma", leaf<own::gamma>}, {"math.Hypot", leaf<own::hypot>},
    {"math.J0", leaf<own::j0>}, {"math.J1", leaf<own::j1>}, {"math.Log", leaf<own::log>},
    {"math.Log10", leaf<own::log10>}, {"math.Log1p", leaf<own::log1p>}, {"math.Log2", leaf<own::log2>},
    {"math.Logb", leaf<call1<::logb>>}, {"math.Max", leaf<own::max>}, {"math.Min", leaf<own::min>},
    {"math.Mod", leaf<own::mod>}, {"math.Nextafter", leaf<own::nextafter>}, {"math.Pow", leaf<own::pow>},
    {"math.Remainder", leaf<own::remainder>}, {"math.Round", leaf<call1<::round>>},
    {"math.RoundToEven", leaf<own::roundToEven>}, {"math.Sin", leaf<own::sin>},
    {"math.Sinh", leaf<own::sinh>}, {"math.Sqrt", leaf<call1<::sqrt>>}, {"math.Tan", leaf<own::tan>},
    {"math.Tanh", leaf<own::tanh>}, {"math.Trunc", leaf<call1<::trunc>>}, {"math.Y0", leaf<own::y0>},
    {"math.Y1", leaf<own::y1>});

} // namespace gossamer::stdlib
