// Functions of package math that libm lacks or that Go defines otherwise.
#pragma once

#include <cstdint>
#include <tuple>

namespace gossamer::math {

std::tuple<double, int64_t> frexp(double f);
double ldexp(double fraction, int64_t exponent);
std::tuple<double, double> modf(double f);
int64_t ilogb(double x);
double jn(int64_t n, double x);
double yn(int64_t n, double x);
double y0(double x);
double y1(double x);
std::tuple<double, int64_t> lgamma(double x);
double gamma(double x);
double nextafter(double x, double y);
float nextafter32(float x, float y);
double pow10(int64_t n);
std::tuple<double, double> sincos(double x);
double dim(double x, double y);
double max(double x, double y);
double min(double x, double y);
double fma(double x, double y, double z);
double roundToEven(double x);
double j1(double x);
double erfinv(double x);
double erfcinv(double x);

// Go computes these by the formulas of FreeBSD's msun and of Cephes rather than by the most accurate ones; so
// do we, that printed digits agree.
double log(double x);
double log2(double x);
double log10(double x);
double exp(double x);
double pow(double x, double y);
double hypot(double p, double q);
double sin(double x);
double cos(double x);
double tan(double x);
double atan(double x);
double atan2(double y, double x);

} // namespace gossamer::math
