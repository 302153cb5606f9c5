#include "frontend/sema/Constant.h"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <deque>
#include <limits>
#include <vector>

#include <gmp.h>
#include <mpfr.h>

namespace gossamer::sema {

namespace {

constexpr mpfr_prec_t kPrecision = 512;
// Rationals whose parts outgrow this many bits become reals.
constexpr size_t kMaxRatioBits = 4096;
constexpr size_t kStringBlock = 1 << 16;

struct BigNode {
  mpz_t v;
  BigNode() { mpz_init(v); }
  ~BigNode() { mpz_clear(v); }
};
struct RatioNode {
  mpq_t v;
  RatioNode() { mpq_init(v); }
  ~RatioNode() { mpq_clear(v); }
};
struct RealNode {
  mpfr_t v;
  RealNode() {
    mpfr_init2(v, kPrecision);
    // The range is a setting of the thread, narrower by default than what 1e500000000 takes.
    mpfr_set_emax(mpfr_get_emax_max());
    mpfr_set_emin(mpfr_get_emin_min());
  }
  ~RealNode() { mpfr_clear(v); }
};
struct PairNode {
  Constant re, im;
};

} // namespace

struct ConstantPool::Impl {
  std::deque<BigNode> bigs;
  std::deque<RatioNode> ratios;
  std::deque<RealNode> reals;
  std::deque<PairNode> pairs;
  std::vector<std::unique_ptr<char[]>> blocks;
  char* at = nullptr;
  char* end = nullptr;

  char* grab(size_t n) {
    if (static_cast<size_t>(end - at) < n) {
      size_t size = n > kStringBlock / 2 ? n * 2 : kStringBlock;
      blocks.push_back(std::make_unique<char[]>(size));
      at = blocks.back().get();
      end = at + size;
    }
    char* p = at;
    at += n;
    return p;
  }
};

// The representations' arithmetic. Every result is normalised: integral values become Small or Big.
struct ConstantOps {
  using Rep = Constant::Rep;

  static const mpz_t& big(const Constant& c) { return static_cast<const BigNode*>(c.node_)->v; }
  static const mpq_t& ratio(const Constant& c) { return static_cast<const RatioNode*>(c.node_)->v; }
  static const mpfr_t& realOf(const Constant& c) { return static_cast<const RealNode*>(c.node_)->v; }
  static const PairNode& pair(const Constant& c) { return *static_cast<const PairNode*>(c.node_); }

  static Constant fromNode(Rep r, const void* node) {
    Constant c(r);
    c.node_ = node;
    return c;
  }

  static void setZ(mpz_t z, const Constant& c) {
    if (c.rep_ == Rep::Small) mpz_set_si(z, c.small_);
    else mpz_set(z, big(c));
  }
  static Constant makeInt(ConstantPool& p, const mpz_t z) {
    if (mpz_fits_slong_p(z)) return Constant::ofInt(mpz_get_si(z));
    BigNode& n = p.impl_->bigs.emplace_back();
    mpz_set(n.v, z);
    return fromNode(Rep::Big, &n);
  }
  static Constant makeReal(ConstantPool& p, const mpfr_t f) {
    if (!mpfr_number_p(f)) return Constant();
    if (mpfr_zero_p(f)) return Constant::ofInt(0);
    // The range of exponents is gc's.
    if (mpfr_get_exp(f) > std::numeric_limits<int32_t>::max()) return Constant();
    if (mpfr_get_exp(f) < std::numeric_limits<int32_t>::min()) return Constant::ofInt(0);
    // Integral and not huge: an integer, so that later integer operations are exact.
    if (mpfr_integer_p(f) && mpfr_get_exp(f) <= static_cast<mpfr_exp_t>(kMaxRatioBits)) {
      mpz_t z;
      mpz_init(z);
      mpfr_get_z(z, f, MPFR_RNDN);
      Constant c = makeInt(p, z);
      mpz_clear(z);
      return c;
    }
    RealNode& n = p.impl_->reals.emplace_back();
    mpfr_set(n.v, f, MPFR_RNDN);
    return fromNode(Rep::Real, &n);
  }
  static Constant makeRatio(ConstantPool& p, const mpq_t q) {
    if (mpz_cmp_ui(mpq_denref(q), 1) == 0) return makeInt(p, mpq_numref(q));
    if (mpz_sizeinbase(mpq_numref(q), 2) > kMaxRatioBits || mpz_sizeinbase(mpq_denref(q), 2) > kMaxRatioBits) {
      RealNode tmp;
      mpfr_set_q(tmp.v, q, MPFR_RNDN);
      return makeReal(p, tmp.v);
    }
    RatioNode& n = p.impl_->ratios.emplace_back();
    mpq_set(n.v, q);
    return fromNode(Rep::Ratio, &n);
  }
  static Constant makePair(ConstantPool& p, Constant re, Constant im) {
    if (!re || !im) return Constant();
    if (im.rep_ == Rep::Small && im.small_ == 0) return re;
    PairNode& n = p.impl_->pairs.emplace_back(PairNode{re, im});
    return fromNode(Rep::Complex, &n);
  }
  static void setQ(mpq_t q, const Constant& c) {
    switch (c.rep_) {
    case Rep::Small: mpq_set_si(q, c.small_, 1); break;
    case Rep::Big: mpq_set_z(q, big(c)); break;
    default: mpq_set(q, ratio(c)); break;
    }
  }
  static void setF(mpfr_t f, const Constant& c) {
    switch (c.rep_) {
    case Rep::Small: mpfr_set_si(f, c.small_, MPFR_RNDN); break;
    case Rep::Big: mpfr_set_z(f, big(c), MPFR_RNDN); break;
    case Rep::Ratio: mpfr_set_q(f, ratio(c), MPFR_RNDN); break;
    case Rep::Real: mpfr_set(f, realOf(c), MPFR_RNDN); break;
    case Rep::Complex: setF(f, pair(c).re); break;
    default: mpfr_set_zero(f, 1); break;
    }
  }
  static Constant re(const Constant& c) { return c.rep_ == Rep::Complex ? pair(c).re : c; }
  static Constant im(const Constant& c) { return c.rep_ == Rep::Complex ? pair(c).im : Constant::ofInt(0); }

  static Constant intBinary(ConstantPool& p, ConstantOp op, const Constant& a, const Constant& b) {
    if (a.rep_ == Rep::Small && b.rep_ == Rep::Small) {
      int64_t x = a.small_, y = b.small_, r = 0;
      switch (op) {
      case ConstantOp::Add:
        if (!__builtin_add_overflow(x, y, &r)) return Constant::ofInt(r);
        break;
      case ConstantOp::Sub:
        if (!__builtin_sub_overflow(x, y, &r)) return Constant::ofInt(r);
        break;
      case ConstantOp::Mul:
        if (!__builtin_mul_overflow(x, y, &r)) return Constant::ofInt(r);
        break;
      case ConstantOp::IntQuo:
        if (!(x == std::numeric_limits<int64_t>::min() && y == -1)) return Constant::ofInt(x / y);
        break;
      case ConstantOp::Rem: return Constant::ofInt(y == -1 ? 0 : x % y);
      case ConstantOp::And: return Constant::ofInt(x & y);
      case ConstantOp::Or: return Constant::ofInt(x | y);
      case ConstantOp::Xor: return Constant::ofInt(x ^ y);
      case ConstantOp::AndNot: return Constant::ofInt(x & ~y);
      default: break;
      }
    }
    BigNode x, y, r;
    setZ(x.v, a);
    setZ(y.v, b);
    switch (op) {
    case ConstantOp::Add: mpz_add(r.v, x.v, y.v); break;
    case ConstantOp::Sub: mpz_sub(r.v, x.v, y.v); break;
    case ConstantOp::Mul: mpz_mul(r.v, x.v, y.v); break;
    case ConstantOp::IntQuo: mpz_tdiv_q(r.v, x.v, y.v); break;
    case ConstantOp::Rem: mpz_tdiv_r(r.v, x.v, y.v); break;
    case ConstantOp::And: mpz_and(r.v, x.v, y.v); break;
    case ConstantOp::Or: mpz_ior(r.v, x.v, y.v); break;
    case ConstantOp::Xor: mpz_xor(r.v, x.v, y.v); break;
    case ConstantOp::AndNot:
      mpz_com(y.v, y.v);
      mpz_and(r.v, x.v, y.v);
      break;
    default: return Constant();
    }
    return makeInt(p, r.v);
  }

  static Constant realBinary(ConstantPool& p, ConstantOp op, const Constant& a, const Constant& b) {
    if (a.rep_ != Rep::Real && b.rep_ != Rep::Real) {
      RatioNode x, y, r;
      setQ(x.v, a);
      setQ(y.v, b);
      switch (op) {
      case ConstantOp::Add: mpq_add(r.v, x.v, y.v); break;
      case ConstantOp::Sub: mpq_sub(r.v, x.v, y.v); break;
      case ConstantOp::Mul: mpq_mul(r.v, x.v, y.v); break;
      case ConstantOp::Quo: mpq_div(r.v, x.v, y.v); break;
      default: return Constant();
      }
      return makeRatio(p, r.v);
    }
    RealNode x, y, r;
    setF(x.v, a);
    setF(y.v, b);
    switch (op) {
    case ConstantOp::Add: mpfr_add(r.v, x.v, y.v, MPFR_RNDN); break;
    case ConstantOp::Sub: mpfr_sub(r.v, x.v, y.v, MPFR_RNDN); break;
    case ConstantOp::Mul: mpfr_mul(r.v, x.v, y.v, MPFR_RNDN); break;
    case ConstantOp::Quo: mpfr_div(r.v, x.v, y.v, MPFR_RNDN); break;
    default: return Constant();
    }
    return makeReal(p, r.v);
  }

  static bool isIntRep(const Constant& c) { return c.rep_ == Rep::Small || c.rep_ == Rep::Big; }

  static Constant number(ConstantPool& p, ConstantOp op, const Constant& a, const Constant& b) {
    if (!a || !b) return Constant();
    if (a.rep_ == Rep::Complex || b.rep_ == Rep::Complex) {
      Constant ar = re(a), ai = im(a), br = re(b), bi = im(b);
      auto mul = [&](Constant x, Constant y) { return number(p, ConstantOp::Mul, x, y); };
      auto add = [&](Constant x, Constant y) { return number(p, ConstantOp::Add, x, y); };
      auto sub = [&](Constant x, Constant y) { return number(p, ConstantOp::Sub, x, y); };
      switch (op) {
      case ConstantOp::Add: return makePair(p, add(ar, br), add(ai, bi));
      case ConstantOp::Sub: return makePair(p, sub(ar, br), sub(ai, bi));
      case ConstantOp::Mul: return makePair(p, sub(mul(ar, br), mul(ai, bi)), add(mul(ar, bi), mul(ai, br)));
      case ConstantOp::Quo: {
        Constant norm = add(mul(br, br), mul(bi, bi));
        if (!norm || norm.sign() == 0) return Constant();
        Constant r = add(mul(ar, br), mul(ai, bi)), i = sub(mul(ai, br), mul(ar, bi));
        return makePair(p, number(p, ConstantOp::Quo, r, norm), number(p, ConstantOp::Quo, i, norm));
      }
      default: return Constant();
      }
    }
    if (isIntRep(a) && isIntRep(b) && op != ConstantOp::Quo) return intBinary(p, op, a, b);
    return realBinary(p, op, a, b);
  }

  static int compareReal(const Constant& a, const Constant& b) {
    if (a.rep_ == Rep::Small && b.rep_ == Rep::Small) return a.small_ < b.small_ ? -1 : a.small_ > b.small_;
    if (a.rep_ != Rep::Real && b.rep_ != Rep::Real) {
      RatioNode x, y;
      setQ(x.v, a);
      setQ(y.v, b);
      return mpq_cmp(x.v, y.v);
    }
    RealNode x, y;
    setF(x.v, a);
    setF(y.v, b);
    return mpfr_cmp(x.v, y.v);
  }

  // Exact values are rounded to the target's precision at once: a detour through 512 bits could round twice. False for
  // what is not exact and for subnormal results, which have fewer bits.
  static bool roundOnce(const Constant& c, mpfr_t out, mpfr_exp_t leastNormal) {
    if (c.rep_ == Rep::Ratio) mpfr_set_q(out, ratio(c), MPFR_RNDN);
    else if (c.rep_ == Rep::Big) mpfr_set_z(out, big(c), MPFR_RNDN);
    else return false;
    return mpfr_get_exp(out) >= leastNormal;
  }
  static double toDouble(const Constant& c) {
    if (c.rep_ == Rep::Small) return static_cast<double>(c.small_);
    RealNode f;
    mpfr_t d;
    mpfr_init2(d, 53);
    bool done = roundOnce(c, d, -1021);
    if (!done) setF(f.v, c);
    double r = mpfr_get_d(done ? d : f.v, MPFR_RNDN);
    mpfr_clear(d);
    return r;
  }
  static float toFloat(const Constant& c) {
    RealNode f;
    mpfr_t d;
    mpfr_init2(d, 24);
    bool done = roundOnce(c, d, -125);
    if (!done) setF(f.v, c);
    float r = mpfr_get_flt(done ? d : f.v, MPFR_RNDN);
    mpfr_clear(d);
    return r;
  }
};

using Ops = ConstantOps;

ConstantKind Constant::kind() const {
  switch (rep_) {
  case Rep::None: return ConstantKind::None;
  case Rep::Bool: return ConstantKind::Bool;
  case Rep::String: return ConstantKind::String;
  case Rep::Small:
  case Rep::Big: return ConstantKind::Int;
  case Rep::Ratio:
  case Rep::Real: return ConstantKind::Float;
  case Rep::Complex: return ConstantKind::Complex;
  }
  return ConstantKind::None;
}

bool Constant::isInt64(int64_t* out) const {
  if (rep_ != Rep::Small) return false;
  if (out) *out = small_;
  return true;
}

bool Constant::isUint64(uint64_t* out) const {
  if (rep_ == Rep::Small) {
    if (small_ < 0) return false;
    if (out) *out = static_cast<uint64_t>(small_);
    return true;
  }
  if (rep_ != Rep::Big || !mpz_fits_ulong_p(Ops::big(*this))) return false;
  if (out) *out = mpz_get_ui(Ops::big(*this));
  return true;
}

uint64_t Constant::bits64() const {
  if (rep_ == Rep::Small) return static_cast<uint64_t>(small_);
  if (rep_ != Rep::Big) return 0;
  uint64_t low = mpz_get_ui(Ops::big(*this)); // of the absolute value
  return mpz_sgn(Ops::big(*this)) < 0 ? ~low + 1 : low;
}

double Constant::toDouble() const { return Ops::toDouble(Ops::re(*this)); }
float Constant::toFloat() const { return Ops::toFloat(Ops::re(*this)); }
double Constant::imagToDouble() const { return Ops::toDouble(Ops::im(*this)); }
float Constant::imagToFloat() const { return Ops::toFloat(Ops::im(*this)); }

int Constant::sign() const {
  switch (rep_) {
  case Rep::Small: return small_ < 0 ? -1 : small_ > 0;
  case Rep::Big: return mpz_sgn(Ops::big(*this));
  case Rep::Ratio: return mpq_sgn(Ops::ratio(*this));
  case Rep::Real: return mpfr_sgn(Ops::realOf(*this));
  case Rep::Complex: {
    int s = Ops::pair(*this).re.sign();
    return s != 0 ? s : Ops::pair(*this).im.sign();
  }
  default: return 1;
  }
}

unsigned Constant::bitLength() const {
  if (rep_ == Rep::Small) {
    uint64_t m = small_ < 0 ? ~static_cast<uint64_t>(small_) + 1 : static_cast<uint64_t>(small_);
    return m == 0 ? 0 : 64 - static_cast<unsigned>(__builtin_clzll(m));
  }
  return rep_ == Rep::Big ? static_cast<unsigned>(mpz_sizeinbase(Ops::big(*this), 2)) : 0;
}

ConstantPool::ConstantPool() : impl_(std::make_unique<Impl>()) {}
ConstantPool::~ConstantPool() {
  impl_.reset();
  mpfr_free_cache();
}

namespace {

std::string withoutUnderscores(std::string_view text) {
  std::string s;
  s.reserve(text.size());
  for (char c : text)
    if (c != '_') s.push_back(c);
  return s;
}

} // namespace

Constant ConstantPool::intLiteral(std::string_view text) {
  int base = 10;
  size_t i = 0;
  if (text.size() > 1 && text[0] == '0') {
    switch (text[1] | 0x20) {
    case 'x': base = 16, i = 2; break;
    case 'b': base = 2, i = 2; break;
    case 'o': base = 8, i = 2; break;
    default: base = 8, i = 1; break;
    }
  }
  int64_t v = 0;
  bool fits = true;
  for (size_t k = i; k < text.size() && fits; k++) {
    char c = text[k];
    if (c == '_') continue;
    int d = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    if (d < 0 || d >= base) return Constant(); // reported by the lexer
    fits = !__builtin_mul_overflow(v, base, &v) && !__builtin_add_overflow(v, d, &v);
  }
  if (fits) return Constant::ofInt(v);
  std::string digits = withoutUnderscores(text.substr(i));
  // 512 bits are 155 decimal digits: anything with very many digits is out of range whatever they are.
  if (digits.size() > 4096) return Constant();
  BigNode n;
  if (mpz_set_str(n.v, digits.c_str(), base) != 0) return Constant();
  return Ops::makeInt(*this, n.v);
}

Constant ConstantPool::floatLiteral(std::string_view text) {
  std::string s = withoutUnderscores(text);
  bool hex = s.size() > 1 && s[0] == '0' && (s[1] | 0x20) == 'x';
  // Split into mantissa digits and exponent, so that fractions are exact rationals.
  std::string mantissa;
  long scale = 0;
  bool afterPoint = false;
  size_t i = hex ? 2 : 0;
  for (; i < s.size(); i++) {
    char c = s[i];
    if (c == '.') {
      afterPoint = true;
      continue;
    }
    if (hex ? (c | 0x20) == 'p' : (c | 0x20) == 'e') break;
    mantissa.push_back(c);
    if (afterPoint) scale -= hex ? 4 : 1;
  }
  long exponent = 0;
  if (i < s.size()) {
    errno = 0;
    exponent = std::strtol(s.c_str() + i + 1, nullptr, 10);
    if (exponent > 1000000000000L || exponent < -1000000000000L) exponent = exponent < 0 ? -1000000000000L : 1000000000000L;
  }
  scale += exponent;
  if (mantissa.empty()) return Constant();
  BigNode m;
  if (mantissa.size() > 100000) mantissa.resize(100000); // far beyond 512 bits
  if (mpz_set_str(m.v, mantissa.c_str(), hex ? 16 : 10) != 0) return Constant();
  if (mpz_sgn(m.v) == 0) return Constant::ofInt(0);
  long limit = hex ? static_cast<long>(kMaxRatioBits) : static_cast<long>(kMaxRatioBits) / 4;
  if (scale <= limit && scale >= -limit && mantissa.size() < 1000) {
    RatioNode q;
    BigNode power;
    unsigned long n = static_cast<unsigned long>(scale < 0 ? -scale : scale);
    mpz_ui_pow_ui(power.v, hex ? 2 : 10, n);
    mpq_set_z(q.v, m.v);
    RatioNode pq;
    mpq_set_z(pq.v, power.v);
    if (scale < 0) mpq_div(q.v, q.v, pq.v);
    else mpq_mul(q.v, q.v, pq.v);
    return Ops::makeRatio(*this, q.v);
  }
  RealNode f, power;
  mpfr_set_z(f.v, m.v, MPFR_RNDN);
  mpfr_set_ui(power.v, hex ? 2 : 10, MPFR_RNDN);
  mpfr_pow_si(power.v, power.v, scale, MPFR_RNDN);
  mpfr_mul(f.v, f.v, power.v, MPFR_RNDN);
  return Ops::makeReal(*this, f.v);
}

Constant ConstantPool::imaginaryLiteral(std::string_view text) {
  std::string_view body = text.substr(0, text.size() - 1);
  // Spec "Imaginary literals": for backward compatibility a decimal integer part with leading zeros is decimal.
  bool prefixed = body.size() > 1 && body[0] == '0' && body[1] > '9' && body[1] != '_' && (body[1] | 0x20) != 'e';
  bool hexFloat = prefixed && (body[1] | 0x20) == 'x' && body.find_first_of(".pP") != std::string_view::npos;
  Constant v = prefixed && !hexFloat ? intLiteral(body) : floatLiteral(body);
  return v ? Ops::makePair(*this, Constant::ofInt(0), v) : v;
}

Constant ConstantPool::ofUint(uint64_t v) {
  if (v <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) return Constant::ofInt(static_cast<int64_t>(v));
  BigNode n;
  mpz_set_ui(n.v, v);
  return Ops::makeInt(*this, n.v);
}

Constant ConstantPool::ofDouble(double v) {
  if (v == std::trunc(v) && std::fabs(v) < 9e18) return Constant::ofInt(static_cast<int64_t>(v));
  RatioNode q;
  mpq_set_d(q.v, v);
  return Ops::makeRatio(*this, q.v);
}

Constant ConstantPool::copyString(std::string_view s) {
  char* p = impl_->grab(s.size());
  if (!s.empty()) std::memcpy(p, s.data(), s.size());
  return Constant::ofString({p, s.size()});
}

/// Doubling would fill any memory; gc, too, has its limits for the texts of one program.
constexpr size_t kMaxString = 100'000'000;

Constant ConstantPool::binary(ConstantOp op, Constant a, Constant b) {
  if (!a || !b) return Constant();
  if (a.rep_ == Constant::Rep::String) {
    if (op != ConstantOp::Add) return Constant();
    std::string_view x = a.stringValue(), y = b.stringValue();
    if (x.size() + y.size() > kMaxString) return Constant();
    // A long chain of concatenations grows its left operand in place.
    if (x.data() + x.size() == impl_->at && !x.empty() && static_cast<size_t>(impl_->end - impl_->at) >= y.size()) {
      if (!y.empty()) std::memcpy(impl_->grab(y.size()), y.data(), y.size());
      return Constant::ofString({x.data(), x.size() + y.size()});
    }
    char* p = impl_->grab(x.size() + y.size());
    if (!x.empty()) std::memcpy(p, x.data(), x.size());
    if (!y.empty()) std::memcpy(p + x.size(), y.data(), y.size());
    return Constant::ofString({p, x.size() + y.size()});
  }
  if (a.rep_ == Constant::Rep::Bool) {
    if (op == ConstantOp::LogicAnd) return Constant::ofBool(a.boolValue() && b.boolValue());
    if (op == ConstantOp::LogicOr) return Constant::ofBool(a.boolValue() || b.boolValue());
    return Constant();
  }
  return Ops::number(*this, op, a, b);
}

bool ConstantPool::compare(CompareOp op, Constant a, Constant b) {
  int c = 0;
  if (a.rep_ == Constant::Rep::String) {
    c = a.stringValue().compare(b.stringValue());
  } else if (a.rep_ == Constant::Rep::Bool) {
    c = static_cast<int>(a.boolValue()) - static_cast<int>(b.boolValue());
  } else {
    c = Ops::compareReal(Ops::re(a), Ops::re(b));
    if (c == 0 && (a.rep_ == Constant::Rep::Complex || b.rep_ == Constant::Rep::Complex))
      c = Ops::compareReal(Ops::im(a), Ops::im(b));
  }
  switch (op) {
  case CompareOp::Eq: return c == 0;
  case CompareOp::Ne: return c != 0;
  case CompareOp::Lt: return c < 0;
  case CompareOp::Le: return c <= 0;
  case CompareOp::Gt: return c > 0;
  case CompareOp::Ge: return c >= 0;
  }
  return false;
}

Constant ConstantPool::negate(Constant a) { return Ops::number(*this, ConstantOp::Sub, Constant::ofInt(0), a); }

Constant ConstantPool::complement(Constant a, unsigned bits) {
  if (a.rep_ == Constant::Rep::Small && bits == 0) return Constant::ofInt(~a.small_);
  BigNode n;
  Ops::setZ(n.v, a);
  mpz_com(n.v, n.v);
  if (bits != 0) mpz_fdiv_r_2exp(n.v, n.v, bits);
  return Ops::makeInt(*this, n.v);
}

Constant ConstantPool::shiftLeft(Constant a, unsigned n) {
  if (a.rep_ == Constant::Rep::Small && n < 63) {
    int64_t r = 0;
    if (!__builtin_mul_overflow(a.small_, int64_t(1) << n, &r)) return Constant::ofInt(r);
  }
  BigNode z;
  Ops::setZ(z.v, a);
  mpz_mul_2exp(z.v, z.v, n);
  return Ops::makeInt(*this, z.v);
}

Constant ConstantPool::shiftRight(Constant a, unsigned n) {
  if (a.rep_ == Constant::Rep::Small) return Constant::ofInt(n > 63 ? (a.small_ < 0 ? -1 : 0) : a.small_ >> n);
  BigNode z;
  Ops::setZ(z.v, a);
  mpz_fdiv_q_2exp(z.v, z.v, n);
  return Ops::makeInt(*this, z.v);
}

Constant ConstantPool::toInt(Constant a) {
  if (Ops::isIntRep(a)) return a;
  if (a.rep_ != Constant::Rep::Real) return Constant();
  // A huge real is integral, but only counts when its value can be written down.
  if (mpfr_integer_p(Ops::realOf(a)) && mpfr_get_exp(Ops::realOf(a)) < 100000) {
    BigNode z;
    mpfr_get_z(z.v, Ops::realOf(a), MPFR_RNDN);
    return Ops::makeInt(*this, z.v);
  }
  return Constant();
}

Constant ConstantPool::toFloat(Constant a) { return a.rep_ == Constant::Rep::Complex ? Constant() : a; }
Constant ConstantPool::toComplex(Constant a) { return a; }
Constant ConstantPool::real(Constant a) { return Ops::re(a); }
Constant ConstantPool::imag(Constant a) { return Ops::im(a); }
Constant ConstantPool::makeComplex(Constant re, Constant im) { return Ops::makePair(*this, re, im); }

Constant ConstantPool::roundFloat32(Constant a) {
  float f = Ops::toFloat(a);
  return std::isfinite(f) ? ofDouble(static_cast<double>(f)) : Constant();
}

Constant ConstantPool::roundFloat64(Constant a) {
  if (a.rep_ == Constant::Rep::Small && a.small_ <= (int64_t(1) << 53) && a.small_ >= -(int64_t(1) << 53)) return a;
  double d = Ops::toDouble(a);
  return std::isfinite(d) ? ofDouble(d) : Constant();
}

namespace {

void appendQuoted(std::string& out, std::string_view s) {
  out.push_back('"');
  for (size_t i = 0; i < s.size(); i++) {
    unsigned char c = static_cast<unsigned char>(s[i]);
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\t': out += "\\t"; break;
    case '\r': out += "\\r"; break;
    default:
      if (c < 0x20 || c == 0x7f) {
        char b[8];
        std::snprintf(b, sizeof b, "\\x%02x", c);
        out += b;
      } else {
        out.push_back(static_cast<char>(c));
      }
    }
  }
  out.push_back('"');
}

std::string bigToString(const mpz_t z) {
  std::vector<char> buffer(mpz_sizeinbase(z, 10) + 2);
  mpz_get_str(buffer.data(), 10, z);
  return buffer.data();
}

} // namespace

std::string ConstantPool::toString(Constant a) {
  switch (a.rep_) {
  case Constant::Rep::None: return "unknown";
  case Constant::Rep::Bool: return a.boolValue() ? "true" : "false";
  case Constant::Rep::String: {
    constexpr size_t kMax = 72; // runes a message has room for
    std::string quoted;
    appendQuoted(quoted, a.stringValue());
    size_t runes = 0, cut = 0;
    for (size_t i = 0; i < quoted.size(); i++) {
      if ((quoted[i] & 0xC0) == 0x80) continue;
      if (runes == kMax - 3) cut = i;
      runes++;
    }
    if (runes > kMax) {
      quoted.resize(cut);
      quoted += "...";
    }
    return quoted;
  }
  case Constant::Rep::Small: return std::to_string(a.small_);
  case Constant::Rep::Big: return bigToString(Ops::big(a));
  case Constant::Rep::Ratio:
  case Constant::Rep::Real: {
    double d = Ops::toDouble(a);
    if (std::isfinite(d) && d != 0) {
      char b[64];
      std::snprintf(b, sizeof b, "%.6g", d);
      // Not an integer, and it should not look like one.
      if (!std::strchr(b, '.'))
        for (int digits = 7; digits <= 17; digits++) {
          std::snprintf(b, sizeof b, "%.*g", digits, d);
          if (std::strtod(b, nullptr) == d) break;
        }
      return b;
    }
    char b[128];
    RealNode f;
    Ops::setF(f.v, a);
    mpfr_snprintf(b, sizeof b, "%.6Rg", f.v);
    return b;
  }
  case Constant::Rep::Complex: {
    const PairNode& p = Ops::pair(a);
    return "(" + toString(p.re) + " + " + toString(p.im) + "i)";
  }
  }
  return "unknown";
}

std::string ConstantPool::toString(Constant a, ConstantKind kind) {
  if (kind == ConstantKind::Complex && a && a.kind() != ConstantKind::Complex)
    return "(" + toString(a, ConstantKind::Float) + " + 0i)";
  if (kind != ConstantKind::Float || a.kind() != ConstantKind::Int) return toString(a);
  double d = Ops::toDouble(a);
  char b[128];
  if (std::isfinite(d)) {
    std::snprintf(b, sizeof b, "%.6g", d);
  } else {
    RealNode f;
    Ops::setF(f.v, a);
    mpfr_snprintf(b, sizeof b, "%.6Rg", f.v);
  }
  return b;
}

std::string ConstantPool::toExactString(Constant a) {
  if (a.rep_ == Constant::Rep::String) {
    std::string s;
    appendQuoted(s, a.stringValue());
    return s;
  }
  if (a.kind() == ConstantKind::Float) {
    char b[64];
    std::snprintf(b, sizeof b, "%.17g", a.toDouble());
    return b;
  }
  if (a.rep_ == Constant::Rep::Complex) {
    const PairNode& p = Ops::pair(a);
    return "(" + toExactString(p.re) + " + " + toExactString(p.im) + "i)";
  }
  return toString(a);
}

} // namespace gossamer::sema
