// The error function, its complement and their inverses.
#include "stdlib/math/Functions.h"
#include "stdlib/math/Polynomial.h"

namespace gossamer::math {
namespace {

// erf(1) to single precision; the approximations on [0.84375, 1.25] are of the difference.
constexpr double kErfOne = 8.45062911510467529297e-01;

// (erf(x) - x) / x for small x, from x squared.
double nearZero(double z) {
  static constexpr double p[] = {1.28379167095512558561e-01, -3.25042107247001499370e-01,
                                 -2.84817495755985104766e-02, -5.77027029648944159157e-03,
                                 -2.37630166566501626084e-05};
  static constexpr double q[] = {1,
                                 3.97917223959155352819e-01,
                                 6.50222499887672944485e-02,
                                 5.08130628187576562776e-03,
                                 1.32494738004321644526e-04,
                                 -3.96022827877536812320e-06};
  return polynomial(z, p) / polynomial(z, q);
}

// erf(1 + s) - kErfOne.
double nearOne(double s) {
  static constexpr double p[] = {-2.36211856075265944077e-03, 4.14856118683748331666e-01,
                                 -3.72207876035701323847e-01, 3.18346619901161753674e-01,
                                 -1.10894694282396677476e-01, 3.54783043256182359371e-02,
                                 -2.16637559486879084300e-03};
  static constexpr double q[] = {1,
                                 1.06420880400844228286e-01,
                                 5.40397917702171048937e-01,
                                 7.18286544141962662868e-02,
                                 1.26171219808761642112e-01,
                                 1.36370839120290507362e-02,
                                 1.19844998467991074170e-02};
  return polynomial(s, p) / polynomial(s, q);
}

// erfc(x) for x >= 1.25.
double tail(double x) {
  static constexpr double nearP[] = {-9.86494403484714822705e-03, -6.93858572707181764372e-01,
                                     -1.05586262253232909814e+01, -6.23753324503260060396e+01,
                                     -1.62396669462573470355e+02, -1.84605092906711035994e+02,
                                     -8.12874355063065934246e+01, -9.81432934416914548592e+00};
  static constexpr double nearQ[] = {1,
                                     1.96512716674392571292e+01,
                                     1.37657754143519042600e+02,
                                     4.34565877475229228821e+02,
                                     6.45387271733267880336e+02,
                                     4.29008140027567833386e+02,
                                     1.08635005541779435134e+02,
                                     6.57024977031928170135e+00,
                                     -6.04244152148580987438e-02};
  static constexpr double farP[] = {-9.86494292470009928597e-03, -7.99283237680523006574e-01,
                                    -1.77579549177547519889e+01, -1.60636384855821916062e+02,
                                    -6.37566443368389627722e+02, -1.02509513161107724954e+03,
                                    -4.83519191608651397019e+02};
  static constexpr double farQ[] = {1,
                                    3.03380607434824582924e+01,
                                    3.25792512996573918826e+02,
                                    1.53672958608443695994e+03,
                                    3.19985821950859553908e+03,
                                    2.55305040643316442583e+03,
                                    4.74528541206955367215e+02,
                                    -2.24409524465858183362e+01};
  double s = 1 / (x * x);
  double quotient =
      x < 1 / 0.35 ? polynomial(s, nearP) / polynomial(s, nearQ) : polynomial(s, farP) / polynomial(s, farQ);
  double z = upperHalf(x); // so that its square is exact
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + quotient) / x;
}

} // namespace

double erf(double x) {
  constexpr double slope = 1.28379167095512586316e-01,
                   slope8 = 1.02703333676410069053e+00; // 2/sqrt(pi) - 1, 8 times it
  if (std::isnan(x)) return kNaN;
  double magnitude = std::abs(x), value = 1;
  if (magnitude < 2.848094538889218e-306)
    value = 0.125 * (8.0 * magnitude + slope8 * magnitude); // no underflow on the way
  else if (magnitude < 0x1p-28)
    value = magnitude + slope * magnitude;
  else if (magnitude < 0.84375)
    value = magnitude + magnitude * nearZero(magnitude * magnitude);
  else if (magnitude < 1.25)
    value = kErfOne + nearOne(magnitude - 1);
  else if (magnitude < 6)
    value = 1 - tail(magnitude);
  return std::copysign(value, x);
}

double erfc(double x) {
  if (std::isnan(x)) return kNaN;
  double magnitude = std::abs(x);
  if (magnitude < 0.84375) {
    double part = magnitude;
    if (magnitude >= 0x1p-56) {
      double y = nearZero(magnitude * magnitude);
      part = magnitude < 0.25 ? magnitude + magnitude * y : 0.5 + (magnitude * y + (magnitude - 0.5));
    }
    return x < 0 ? 1 + part : 1 - part;
  }
  if (magnitude < 1.25) {
    double part = nearOne(magnitude - 1);
    return x < 0 ? 1 + kErfOne + part : 1 - kErfOne - part;
  }
  if (x < -6 || magnitude >= 28) return x < 0 ? 2 : 0;
  double part = tail(magnitude);
  return x < 0 ? 2 - part : part;
}

// Wichura's AS 241, in the form for erf.
double erfinv(double x) {
  static constexpr double innerP[] = {1.1975323115670912564578e0, 4.7072688112383978012285e1,
                                      6.9706266534389598238465e2, 4.8548868893843886794648e3,
                                      1.6235862515167575384252e4, 2.3782041382114385731252e4,
                                      1.1819493347062294404278e4, 8.8709406962545514830200e2};
  static constexpr double innerQ[] = {
      1.0000000000000000000e0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3};
  static constexpr double middleP[] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                       5.76949722146069140550e0,  3.64784832476320460504e0,
                                       1.27045825245236838258e0,  2.41780725177450611770e-1,
                                       2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double middleQ[] = {1.4142135623730950488016887e0,  2.9036514445419946173133295e0,
                                       2.3707661626024532365971225e0,  9.7547832001787427186894837e-1,
                                       2.0945065210512749128288442e-1, 2.1494160384252876777097297e-2,
                                       7.7441459065157709165577218e-4, 1.4859850019840355905497876e-9};
  static constexpr double outerP[] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                      1.78482653991729133580e0,  2.96560571828504891230e-1,
                                      2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                      2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double outerQ[] = {1.414213562373095048801689e0,  8.482908416595164588112026e-1,
                                      1.936480946950659106176712e-1, 2.103693768272068968719679e-2,
                                      1.112800997078859844711555e-3, 2.611088405080593625138020e-5,
                                      2.010321207683943062279931e-7, 2.891024605872965461538222e-15};
  double magnitude = std::abs(x);
  if (!(magnitude <= 1)) return kNaN;
  if (magnitude == 1) return std::copysign(kInfinity, x);
  double value;
  if (magnitude <= 0.85) {
    double r = 0.180625 - 0.25 * magnitude * magnitude;
    value = magnitude * polynomial(r, innerP) / polynomial(r, innerQ);
  } else {
    double r = std::sqrt(0.693147180559945309417 - log(1.0 - magnitude));
    if (r <= 5)
      value = polynomial(r - 1.6, middleP) / polynomial(r - 1.6, middleQ);
    else
      value = polynomial(r - 5, outerP) / polynomial(r - 5, outerQ);
  }
  return std::copysign(value, x);
}

double erfcinv(double x) {
  return erfinv(1 - x);
}

} // namespace gossamer::math
