#include "stdlib/strconv/Number.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace gossamer::strconv {
namespace {

char lower(char c) {
  return static_cast<char>(c | 0x20);
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// The value of a digit in any base; 255 if it is none.
unsigned digitValue(char c) {
  if (isDigit(c)) return static_cast<unsigned>(c - '0');
  char letter = lower(c);
  return letter >= 'a' && letter <= 'z' ? static_cast<unsigned>(letter - 'a' + 10) : 255;
}

bool hasPrefix(std::string_view text, char letter) {
  return text.size() >= 2 && text[0] == '0' && lower(text[1]) == letter;
}

// Go's rule for underscores: each stands between digits or between a base prefix and a digit.
bool underscoresWell(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  bool afterDigit = false, afterUnderscore = false;
  bool hex = hasPrefix(text, 'x');
  if (hex || hasPrefix(text, 'b') || hasPrefix(text, 'o')) {
    text.remove_prefix(2);
    afterDigit = true;
  }
  for (char c : text) {
    if (c == '_') {
      if (!afterDigit) return false;
      afterDigit = false;
      afterUnderscore = true;
      continue;
    }
    bool digit = isDigit(c) || (hex && digitValue(c) < 16);
    if (!digit && afterUnderscore) return false;
    afterDigit = digit;
    afterUnderscore = false;
  }
  return !afterUnderscore;
}

} // namespace

ParsedUint parseUint(std::string_view text, int64_t base, int64_t bitSize) {
  if (text.empty()) return {0, Verdict::BadSyntax};
  std::string_view whole = text;
  const bool anyBase = base == 0;
  if (anyBase) {
    base = 10;
    if (text[0] == '0') {
      if (text.size() >= 3 && hasPrefix(text, 'b'))
        base = 2, text.remove_prefix(2);
      else if (text.size() >= 3 && hasPrefix(text, 'o'))
        base = 8, text.remove_prefix(2);
      else if (text.size() >= 3 && hasPrefix(text, 'x'))
        base = 16, text.remove_prefix(2);
      else
        base = 8, text.remove_prefix(1);
    }
  } else if (base < 2 || base > 36) {
    return {0, Verdict::BadBase};
  }
  if (bitSize == 0)
    bitSize = 64;
  else if (bitSize < 0 || bitSize > 64)
    return {0, Verdict::BadBitSize};

  const uint64_t largest = ~uint64_t{0} >> (64 - bitSize);
  uint64_t value = 0;
  bool underscores = false;
  for (char c : text) {
    if (c == '_' && anyBase) {
      underscores = true;
      continue;
    }
    unsigned digit = digitValue(c);
    if (digit >= static_cast<uint64_t>(base)) return {0, Verdict::BadSyntax};
    if (__builtin_mul_overflow(value, static_cast<uint64_t>(base), &value) ||
        __builtin_add_overflow(value, uint64_t{digit}, &value) || value > largest)
      return {largest, Verdict::OutOfRange};
  }
  if (underscores && !underscoresWell(whole)) return {0, Verdict::BadSyntax};
  return {value, Verdict::ParsedWell};
}

ParsedInt parseInt(std::string_view text, int64_t base, int64_t bitSize) {
  if (text.empty()) return {0, Verdict::BadSyntax};
  const bool negative = text[0] == '-';
  if (negative || text[0] == '+') text.remove_prefix(1);
  ParsedUint magnitude = parseUint(text, base, bitSize);
  if (magnitude.verdict != Verdict::ParsedWell && magnitude.verdict != Verdict::OutOfRange)
    return {0, magnitude.verdict};
  const uint64_t bound = uint64_t{1} << ((bitSize == 0 ? 64 : bitSize) - 1);
  if (!negative && magnitude.value >= bound) return {static_cast<int64_t>(bound - 1), Verdict::OutOfRange};
  if (negative && magnitude.value > bound) return {static_cast<int64_t>(-bound), Verdict::OutOfRange};
  return {static_cast<int64_t>(negative ? -magnitude.value : magnitude.value), Verdict::ParsedWell};
}

namespace {

// The parts of a number's text.
struct NumberText {
  size_t length = 0; // 0: no number
  bool negative = false;
  bool hex = false;
  bool truncated = false; // of the mantissa of a hex number: lower digits that are not all zero
  uint64_t mantissa = 0;  // of a hex number
  int64_t exponent = 0;   // hex: of 2; decimal: of ten, of the first digit that is not zero
  std::string decimal;    // without sign and underscores
};

constexpr int64_t kExponentCap = 100000;

// Reads the digits of the exponent; false if there are none.
bool readExponent(std::string_view text, size_t& at, int64_t& exponent) {
  bool negative = false;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
  if (at >= text.size() || !isDigit(text[at])) return false;
  int64_t value = 0;
  for (; at < text.size() && (isDigit(text[at]) || text[at] == '_'); ++at)
    if (text[at] != '_' && value < kExponentCap) value = value * 10 + (text[at] - '0');
  exponent = negative ? -value : value;
  return true;
}

NumberText readNumber(std::string_view text) {
  NumberText n;
  size_t at = 0;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) n.negative = text[at++] == '-';
  n.hex = hasPrefix(text.substr(at), 'x');
  if (n.hex) at += 2;

  bool point = false, digits = false, significant = false;
  for (; at < text.size(); ++at) {
    char c = text[at];
    if (c == '_') continue;
    if (c == '.') {
      if (point) break;
      point = true;
      if (!n.hex) n.decimal += c;
      continue;
    }
    unsigned value = digitValue(c);
    if (value >= (n.hex ? 16u : 10u)) break;
    digits = true;
    if (n.hex) {
      if (n.mantissa >> 60 == 0) {
        n.mantissa = n.mantissa << 4 | value;
        if (point) n.exponent -= 4;
      } else {
        n.truncated |= value != 0;
        if (!point) n.exponent += 4;
      }
      continue;
    }
    n.decimal += c;
    // Keep the exponent of the first significant digit.
    if (!significant && value != 0) {
      significant = true;
      if (point) --n.exponent;
    } else if (significant && !point) {
      ++n.exponent;
    } else if (!significant && point) {
      --n.exponent;
    }
  }
  if (!digits) return {};
  if (at < text.size() && lower(text[at]) == (n.hex ? 'p' : 'e')) {
    size_t start = at++;
    int64_t exponent = 0;
    if (!readExponent(text, at, exponent)) return {};
    n.exponent += exponent;
    if (!n.hex) {
      for (char c : text.substr(start, at - start))
        if (c != '_' && c != '+') n.decimal += c;
    }
  } else if (n.hex) {
    return {}; // the exponent is mandatory
  }
  if (text.substr(0, at).find('_') != std::string_view::npos && !underscoresWell(text.substr(0, at)))
    return {};
  n.length = at;
  return n;
}

// An infinity or NaN in words; length 0 if there is none.
ParsedFloat parseSpecial(std::string_view text, int64_t bitSize) {
  bool sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  bool negative = sign && text[0] == '-';
  std::string_view word = text.substr(sign);
  auto common = [word](std::string_view whole) {
    size_t n = 0;
    while (n < word.size() && n < whole.size() && lower(word[n]) == whole[n]) ++n;
    return n;
  };
  size_t n = common("infinity");
  if (n >= 3) {
    double infinity = std::numeric_limits<double>::infinity();
    return {negative ? -infinity : infinity, sign + (n == 8 ? size_t{8} : size_t{3}), Verdict::ParsedWell};
  }
  // The NaN of package math, whose payload is lost in a float32.
  if (!sign && common("nan") == 3)
    return {std::bit_cast<double>(uint64_t{0x7FF8000000000000} | (bitSize != 32)), 3, Verdict::ParsedWell};
  return {0, 0, Verdict::BadSyntax};
}

// mantissa * 2^exponent rounded to a float of the given precision and exponent range (half to even).
double roundBinary(uint64_t mantissa, int64_t exponent, bool sticky, int precision, int64_t least,
                   bool* overflow, int64_t greatest) {
  if (mantissa == 0) return 0;
  int shift = std::countl_zero(mantissa);
  mantissa <<= shift;
  exponent -= shift; // the value is 1.xxx * 2^(exponent + 63)
  int64_t leading = exponent + 63;
  int64_t keep = precision;
  if (leading < least) keep -= least - leading; // subnormal
  uint64_t kept = 0, half, rest;
  if (keep < 0) return 0;
  if (keep == 0) {
    kept = 0;
    half = mantissa >> 63;
    rest = mantissa << 1;
  } else {
    kept = mantissa >> (64 - keep);
    half = mantissa >> (63 - keep) & 1;
    rest = keep == 63 ? 0 : mantissa << (keep + 1);
  }
  if (half != 0 && (rest != 0 || sticky || (kept & 1) != 0)) ++kept;
  double value = std::ldexp(static_cast<double>(kept), static_cast<int>(exponent + 64 - keep));
  if (kept != 0 && std::ilogb(value) > greatest) *overflow = true;
  return value;
}

template <typename Float> ParsedFloat convert(const NumberText& n) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double value = 0;
  bool overflow = false;
  if (n.hex) {
    int64_t exponent = std::clamp<int64_t>(n.exponent, -kExponentCap, kExponentCap);
    value = roundBinary(n.mantissa, exponent, n.truncated, std::numeric_limits<Float>::digits,
                        std::numeric_limits<Float>::min_exponent - 1, &overflow,
                        std::numeric_limits<Float>::max_exponent - 1);
  } else {
    Float parsed = 0;
    auto result = std::from_chars(n.decimal.data(), n.decimal.data() + n.decimal.size(), parsed);
    if (result.ec == std::errc::result_out_of_range)
      overflow = n.exponent > 0; // otherwise so small that it is zero
    else
      value = static_cast<double>(parsed);
  }
  if (overflow || std::isinf(value))
    return {n.negative ? -infinity : infinity, n.length, Verdict::OutOfRange};
  return {n.negative ? -value : value, n.length, Verdict::ParsedWell};
}

} // namespace

ParsedFloat parseFloatPrefix(std::string_view text, int64_t bitSize) {
  NumberText n = readNumber(text);
  if (n.length == 0) return parseSpecial(text, bitSize);
  return bitSize == 32 ? convert<float>(n) : convert<double>(n);
}

char* formatInteger(char* to, uint64_t magnitude, bool negative, unsigned base) {
  if (negative) *to++ = '-';
  return std::to_chars(to, to + 64, magnitude, static_cast<int>(base)).ptr;
}

namespace {

// The decimal digits d1 d2 … of a number 0.d1d2… * 10^point; none for zero.
struct Digits {
  char text[1200];
  int count = 0;
  int point = 0;
};

// Reads the digits from the form d.ddde±dd.
void takeDigits(Digits& digits, const char* from, const char* end) {
  const char* e = std::find(from, end, 'e');
  for (const char* c = from; c != e; ++c)
    if (*c != '.') digits.text[digits.count++] = *c;
  int exponent = 0;
  const char* start = e + 1;
  if (*start == '+') ++start;
  std::from_chars(start, end, exponent);
  digits.point = exponent + 1;
  while (digits.count > 0 && digits.text[digits.count - 1] == '0') --digits.count;
  if (digits.count == 0) digits.point = 0;
}

// No float64 has more decimal digits than this, neither before nor behind the point.
constexpr int64_t kMostDigits = 1100;

void appendExponent(std::string& out, char letter, int exponent) {
  out += letter;
  out += exponent < 0 ? '-' : '+';
  exponent = std::abs(exponent);
  if (exponent < 10) out += '0';
  out += std::to_string(exponent);
}

// d.ddde±dd with `precision` digits behind the point.
void layOutExponential(std::string& out, const Digits& digits, int64_t precision, char letter) {
  out += digits.count > 0 ? digits.text[0] : '0';
  if (precision > 0) {
    out += '.';
    int64_t have = std::clamp<int64_t>(digits.count - 1, 0, precision);
    out.append(digits.text + 1, static_cast<size_t>(have));
    out.append(static_cast<size_t>(precision - have), '0');
  }
  appendExponent(out, letter, digits.count > 0 ? digits.point - 1 : 0);
}

// ddd.ddd with `precision` digits behind the point.
void layOutFixed(std::string& out, const Digits& digits, int64_t precision) {
  if (digits.point > 0) {
    int have = std::min(digits.count, digits.point);
    out.append(digits.text, static_cast<size_t>(have));
    out.append(static_cast<size_t>(digits.point - have), '0');
  } else {
    out += '0';
  }
  if (precision <= 0) return;
  out += '.';
  for (int64_t i = 0; i < precision; ++i) {
    int64_t at = digits.point + i;
    out += at >= 0 && at < digits.count ? digits.text[at] : '0';
  }
}

void formatDecimal(std::string& out, double value, char format, int64_t precision, int64_t bitSize) {
  char buffer[1600];
  char* const end = buffer + sizeof buffer;
  const bool shortest = precision < 0;
  const char kind = lower(format);
  const char letter = static_cast<char>(format - kind + 'e');

  if (kind == 'f' && !shortest) {
    int64_t computed = std::min(precision, kMostDigits);
    auto result = std::to_chars(buffer, end, value, std::chars_format::fixed, static_cast<int>(computed));
    out.append(buffer, result.ptr);
    out.append(static_cast<size_t>(precision - computed), '0');
    return;
  }
  Digits digits;
  std::to_chars_result result;
  if (shortest) {
    result = bitSize == 32
                 ? std::to_chars(buffer, end, static_cast<float>(value), std::chars_format::scientific)
                 : std::to_chars(buffer, end, value, std::chars_format::scientific);
  } else {
    int64_t behind = kind == 'e' ? precision : std::max<int64_t>(precision, 1) - 1;
    result = std::to_chars(buffer, end, value, std::chars_format::scientific,
                           static_cast<int>(std::min(behind, kMostDigits)));
  }
  takeDigits(digits, buffer, result.ptr);

  switch (kind) {
  case 'e':
    return layOutExponential(out, digits, shortest ? std::max(digits.count - 1, 0) : precision, letter);
  case 'f': return layOutFixed(out, digits, std::max(digits.count - digits.point, 0));
  default: {
    // The form with an exponent is taken if that is less than -4 or not less than the precision (6 if there
    // is none).
    const int64_t bound = shortest ? 6 : std::max<int64_t>(precision, 1);
    int64_t exponent = digits.point - 1;
    if (exponent < -4 || exponent >= bound)
      return layOutExponential(out, digits, std::max(digits.count - 1, 0), letter);
    return layOutFixed(out, digits, std::max(digits.count - digits.point, 0));
  }
  }
}

// A float taken apart: mantissa * 2^exponent.
struct Parts {
  uint64_t mantissa;
  int exponent;
};

Parts takeApart(double value, int64_t bitSize) {
  const int bits = bitSize == 32 ? 23 : 52;
  const int width = bitSize == 32 ? 8 : 11;
  const uint64_t raw =
      bitSize == 32 ? std::bit_cast<uint32_t>(static_cast<float>(value)) : std::bit_cast<uint64_t>(value);
  uint64_t mantissa = raw & ((uint64_t{1} << bits) - 1);
  int exponent = static_cast<int>(raw >> bits & ((uint64_t{1} << width) - 1));
  if (exponent == 0)
    exponent = 1;
  else
    mantissa |= uint64_t{1} << bits;
  return {mantissa, exponent - ((1 << (width - 1)) - 1) - bits};
}

// 0x1.ddddp±dd
void formatHex(std::string& out, double value, char format, int64_t precision, int64_t bitSize) {
  Parts parts = takeApart(value, bitSize);
  constexpr int kHexDigits = 15; // behind the point, in a word with the leading one at bit 60
  int exponent = 0;
  uint64_t word = 0;
  if (parts.mantissa != 0) {
    int shift = std::countl_zero(parts.mantissa) - 3;
    word = parts.mantissa << shift;
    exponent = parts.exponent - shift + 60;
  }
  if (precision >= 0 && precision < kHexDigits) {
    int dropped = static_cast<int>(kHexDigits - precision) * 4;
    uint64_t rest = word << (64 - dropped), half = uint64_t{1} << 63;
    word >>= dropped;
    if (rest > half || (rest == half && (word & 1) != 0)) ++word;
    word <<= dropped;
    if (word >> 61 != 0) {
      word >>= 1;
      ++exponent;
    }
  }
  const bool upper = format == 'X';
  out += upper ? "0X" : "0x";
  out += static_cast<char>('0' + (word >> 60 & 1));
  word <<= 4;
  if (precision < 0 ? word != 0 : precision > 0) {
    out += '.';
    for (int64_t i = 0; precision < 0 ? word != 0 : i < precision; ++i) {
      out += (upper ? "0123456789ABCDEF" : "0123456789abcdef")[word >> 60];
      word <<= 4;
    }
  }
  appendExponent(out, upper ? 'P' : 'p', exponent);
}

} // namespace

void formatFloat(std::string& out, double value, char format, int64_t precision, int64_t bitSize) {
  if (bitSize == 32) value = static_cast<double>(static_cast<float>(value));
  if (std::isnan(value)) {
    out += "NaN";
    return;
  }
  if (std::isinf(value)) {
    out += value > 0 ? "+Inf" : "-Inf";
    return;
  }
  switch (format) {
  case 'e':
  case 'E':
  case 'f':
  case 'g':
  case 'G':
    if (std::signbit(value)) out += '-';
    return formatDecimal(out, std::abs(value), format, precision, bitSize);
  case 'x':
  case 'X':
    if (std::signbit(value)) out += '-';
    return formatHex(out, value, format, precision, bitSize);
  case 'b': {
    if (std::signbit(value)) out += '-';
    Parts parts = takeApart(value, bitSize);
    out += std::to_string(parts.mantissa);
    out += 'p';
    if (parts.exponent >= 0) out += '+';
    out += std::to_string(parts.exponent);
    return;
  }
  default: out += '%'; out += format;
  }
}

} // namespace gossamer::strconv
