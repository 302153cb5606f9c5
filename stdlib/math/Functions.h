// Functions of package math that libm lacks or that Go defines otherwise.
#pragma once

#include <cstdint>
#include <tuple>

namespace gossamer::math {

std::tuple<double, int64_t> frexp(double f);
double ldexp(double fraction, int64_t exponent);
std::tuple<double, double> modf(double f);
int64_t ilogb(double x);
double nextafter(double x, double y);
float nextafter32(float x, float y);
double pow10(int64_t n);
double mod(double x, double y);
double remainder(double x, double y);
double dim(double x, double y);
double max(double x, double y);
double min(double x, double y);
double fma(double x, double y, double z);
double roundToEven(double x);

// Go computes these by the formulas of FreeBSD's msun, of Cephes and of its own rather than by the most
// accurate ones; so do we, operation by operation, that all bits agree with what Go computes on amd64. These
// files must be compiled without contraction of floating-point operations.

// Exponential.cpp
double exp(double x);
double exp2(double x);
double expm1(double x);
double log(double x);
double log2(double x);
double log10(double x);
double log1p(double x);
double pow(double x, double y);
double cbrt(double x);
double sinh(double x);
double cosh(double x);
double tanh(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);

// Trigonometric.cpp
double sin(double x);
double cos(double x);
std::tuple<double, double> sincos(double x);
double tan(double x);
double asin(double x);
double acos(double x);
double atan(double x);
double atan2(double y, double x);

// ErrorFunctions.cpp
double erf(double x);
double erfc(double x);
double erfinv(double x);
double erfcinv(double x);

// GammaFunctions.cpp
double gamma(double x);
std::tuple<double, int64_t> lgamma(double x);

// Bessel.cpp
double j0(double x);
double j1(double x);
double y0(double x);
double y1(double x);

double hypot(double p, double q);

} // namespace gossamer::math
