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
float nextafter32(float x, float y);
double pow10(int64_t n);
std::tuple<double, double> sincos(double x);
double dim(double x, double y);
double max(double x, double y);
double min(double x, double y);
double fma(double x, double y, double z);
double roundToEven(double x);
double erfinv(double x);
double erfcinv(double x);

} // namespace gossamer::math
