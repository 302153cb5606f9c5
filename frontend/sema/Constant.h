// Exact values of constant expressions (spec "Constants").
//
// A Constant is a 16-byte handle, copied freely; what does not fit (big integers, rationals, reals, complex parts,
// string bytes) belongs to the ConstantPool that made it and lives as long as that pool. Integers that fit an int64
// are held inline, which is nearly all of them. Integers are exact up to 512 bits (the checker reports larger ones),
// fractions are exact rationals while numerator and denominator are small and 512-bit reals beyond, as gc has it.
//
// Integral values are always held as integers whatever the literal's form: kind() tells the form of the value held,
// not the type of the expression (1.0 has kind Int). Reading is thread-safe; a pool is used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gossamer::sema {

class ConstantPool;

enum class ConstantKind : uint8_t { None, Bool, String, Int, Float, Complex };

class Constant {
public:
  Constant() = default; // kind None: "not constant"
  static Constant ofBool(bool b) {
    Constant c(Rep::Bool);
    c.small_ = b;
    return c;
  }
  static Constant ofInt(int64_t v) {
    Constant c(Rep::Small);
    c.small_ = v;
    return c;
  }
  // Does not copy: the bytes must outlive the constant.
  static Constant ofString(std::string_view s) {
    Constant c(Rep::String);
    c.length_ = static_cast<uint32_t>(s.size());
    c.bytes_ = s.data();
    return c;
  }

  ConstantKind kind() const;
  explicit operator bool() const { return rep_ != Rep::None; }

  bool boolValue() const { return small_ != 0; }                              // kind Bool
  std::string_view stringValue() const { return {bytes_, length_}; }          // kind String
  bool isSmallInt() const { return rep_ == Rep::Small; }
  int64_t smallInt() const { return small_; }

  // Numbers of any kind; complex ones by their real part.
  bool isInt64(int64_t* out) const;   // exactly representable
  bool isUint64(uint64_t* out) const; // exactly representable
  uint64_t bits64() const;            // low 64 bits in two's complement of an integer: what a register of any width takes
  double toDouble() const;            // nearest
  float toFloat() const;              // nearest
  double imagToDouble() const;
  float imagToFloat() const;
  int sign() const;                   // of a number; for a complex 0 only when both parts are
  unsigned bitLength() const;         // of the absolute value of an integer

private:
  friend class ConstantPool;
  friend struct ConstantOps;
  enum class Rep : uint8_t { None, Bool, String, Small, Big, Ratio, Real, Complex };
  explicit Constant(Rep r) : rep_(r) {}
  Rep rep_ = Rep::None;
  uint32_t length_ = 0;
  union {
    int64_t small_ = 0;
    const char* bytes_;
    const void* node_; // mpz, mpq, mpfr or pair node of the pool
  };
};

enum class ConstantOp : uint8_t { Add, Sub, Mul, Quo, IntQuo, Rem, And, Or, Xor, AndNot, LogicAnd, LogicOr };
enum class CompareOp : uint8_t { Eq, Ne, Lt, Le, Gt, Ge };

class ConstantPool {
public:
  ConstantPool();
  ~ConstantPool();
  ConstantPool(const ConstantPool&) = delete;
  ConstantPool& operator=(const ConstantPool&) = delete;

  // Literals as spelled in the source (already lexically correct); None when out of any range.
  Constant intLiteral(std::string_view text);
  Constant floatLiteral(std::string_view text);
  Constant imaginaryLiteral(std::string_view text);

  Constant ofUint(uint64_t v);
  Constant ofDouble(double v); // finite
  Constant copyString(std::string_view s);

  // Both operands of one family (numbers, strings, bools). The divisor is not zero. None on overflow of reals.
  Constant binary(ConstantOp op, Constant a, Constant b);
  bool compare(CompareOp op, Constant a, Constant b);
  Constant negate(Constant a);
  // ^a; for unsigned types `bits` is their width and the result is masked, 0 means infinite precision.
  Constant complement(Constant a, unsigned bits);
  Constant shiftLeft(Constant a, unsigned n);  // a is an integer
  Constant shiftRight(Constant a, unsigned n);

  Constant toInt(Constant a);     // None if a has a fraction or an imaginary part
  Constant toFloat(Constant a);   // None if a has an imaginary part
  Constant toComplex(Constant a); // any number
  Constant real(Constant a);
  Constant imag(Constant a);
  Constant makeComplex(Constant re, Constant im);
  // Rounded to the type's precision; None if it overflows to infinity.
  Constant roundFloat32(Constant a);
  Constant roundFloat64(Constant a);

  // As messages show it: long strings shortened, floats in %.6g form.
  static std::string toString(Constant a);
  // An integral value of floating-point or complex type shows as one: 1e+100, (10 + 0i).
  static std::string toString(Constant a, ConstantKind kind);
  // Exact for integers, enough digits for others: for dumps.
  static std::string toExactString(Constant a);

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  friend struct ConstantOps;
};

} // namespace gossamer::sema
