// Numbers and their texts, by the rules of package strconv: plain C++ over bytes, without the VM.
//
// Nothing here depends on the locale, keeps state or touches the VM's heap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gossamer::strconv {

/// What a parser reports; strconv/number.go has the same list.
enum class Verdict : int64_t { ParsedWell, BadSyntax, OutOfRange, BadBase, BadBitSize };

struct ParsedInt {
  int64_t value;
  Verdict verdict;
};
struct ParsedUint {
  uint64_t value;
  Verdict verdict;
};
struct ParsedFloat {
  double value;
  size_t length; ///< of the number at the start of the text
  Verdict verdict;
};

/// ParseInt and ParseUint.
ParsedInt parseInt(std::string_view text, int64_t base, int64_t bitSize);
ParsedUint parseUint(std::string_view text, int64_t base, int64_t bitSize);

/// The longest number at the start of the text that ParseFloat accepts; a float32 if bitSize is 32.
ParsedFloat parseFloatPrefix(std::string_view text, int64_t bitSize);

/// Writes an integer of the given magnitude in base 2 to 36; returns the end. Needs room for 65 characters.
char* formatInteger(char* to, uint64_t magnitude, bool negative, unsigned base);

/// Appends what FormatFloat returns.
void formatFloat(std::string& out, double value, char format, int64_t precision, int64_t bitSize);

} // namespace gossamer::strconv
