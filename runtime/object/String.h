// Strings: {pointer, length}, immutable bytes, by convention UTF-8. Substrings share memory. Layout is Go's.
//
// Functions that make a string take the AllocCache to make it in; none parks or collects. Results never alias
// an argument unless said so.
#pragma once

#include "runtime/base/Trap.h"
#include "runtime/heap/AllocCache.h"

#include <compare>
#include <span>
#include <string>
#include <string_view>

namespace gossamer {

struct Slice;

struct String {
  const char* ptr;
  int64_t len;

  std::string_view view() const { return {ptr, static_cast<size_t>(len)}; }
  static String of(std::string_view lasting) {
    return {lasting.data(), static_cast<int64_t>(lasting.size())};
  }
};
static_assert(sizeof(String) == 16);

inline bool operator==(const String& a, const String& b) {
  return a.len == b.len &&
         (a.ptr == b.ptr || a.len == 0 || std::memcmp(a.ptr, b.ptr, static_cast<size_t>(a.len)) == 0);
}
// Bytewise, as Go's <.
std::strong_ordering operator<=>(const String& a, const String& b);

// A copy in the heap.
String newString(AllocCache& cache, std::string_view bytes);
// Room for `len` bytes to be filled before the string is seen by anyone.
char* newStringBuffer(AllocCache& cache, int64_t len);

// a + b + …; one operand that is not empty is returned as it is. False: StringTooLong or
// OutOfMemory raised.
bool concat(AllocCache& cache, std::span<const String> parts, String* result, Trap& trap);
inline bool concat(AllocCache& cache, const String& a, const String& b, String* result, Trap& trap) {
  if (a.len == 0) return *result = b, true;
  if (b.len == 0) return *result = a, true;
  const String parts[] = {a, b};
  return concat(cache, parts, result, trap);
}

// Conversions. []byte and []rune are slices of capacity gc would give (rounded to a size class).
Slice bytesOfString(AllocCache& cache, const String& s);
String stringOfBytes(AllocCache& cache, const Slice& bytes);
Slice runesOfString(AllocCache& cache, const String& s);
String stringOfRunes(AllocCache& cache, const Slice& runes);
String stringOfRune(AllocCache& cache, int64_t rune); // string(rune(x)); U+FFFD if it is none

// UTF-8. A byte that does not begin a valid encoding decodes as U+FFFD of width 1.
inline constexpr int32_t kRuneError = 0xFFFD;
struct DecodedRune {
  int32_t rune;
  int32_t width; // 0 only for the empty input
};
DecodedRune decodeRuneSlow(const char* ptr, int64_t len);
inline DecodedRune decodeRune(const char* ptr, int64_t len) {
  if (len > 0 && static_cast<signed char>(*ptr) >= 0) return {*ptr, 1};
  return decodeRuneSlow(ptr, len);
}
// Writes at most 4 bytes, returns how many. What is no valid code point is written as U+FFFD.
int encodeRune(char* to, int64_t rune);
int64_t countRunes(const char* ptr, int64_t len);

} // namespace gossamer
