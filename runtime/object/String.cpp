#include "runtime/object/String.h"

#include "runtime/heap/Heap.h"
#include "runtime/object/Slice.h"

#include <algorithm>
#include <array>

namespace gossamer {
namespace {

constexpr auto kSingleBytes = [] {
  std::array<char, 256> bytes = {};
  for (int i = 0; i < 256; ++i) bytes[static_cast<size_t>(i)] = static_cast<char>(i);
  return bytes;
}();

constexpr bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
constexpr bool isSurrogate(int64_t rune) {
  return rune >= 0xD800 && rune <= 0xDFFF;
}

constexpr int widthOf(int64_t rune) {
  if (rune >= 0 && rune < 0x80) return 1;
  if (rune >= 0 && rune < 0x800) return 2;
  if (rune < 0 || rune > 0x10FFFF || isSurrogate(rune) || rune < 0x10000) return 3;
  return 4;
}

} // namespace

std::strong_ordering operator<=>(const String& a, const String& b) {
  auto shorter = static_cast<size_t>(std::min(a.len, b.len));
  int order = shorter == 0 ? 0 : std::memcmp(a.ptr, b.ptr, shorter);
  if (order != 0) return order <=> 0;
  return a.len <=> b.len;
}

char* newStringBuffer(AllocCache& cache, int64_t len) {
  return static_cast<char*>(cache.newBytesForOverwrite(static_cast<uint64_t>(len)));
}

String newString(AllocCache& cache, std::string_view bytes) {
  if (bytes.empty()) return {nullptr, 0};
  if (bytes.size() == 1) return {&kSingleBytes[static_cast<unsigned char>(bytes[0])], 1};
  auto len = static_cast<int64_t>(bytes.size());
  char* to = newStringBuffer(cache, len);
  std::memcpy(to, bytes.data(), bytes.size());
  return {to, len};
}

bool concat(AllocCache& cache, std::span<const String> parts, String* result, Trap& trap) {
  int64_t total = 0;
  const String* only = nullptr;
  int nonEmpty = 0;
  for (const String& part : parts) {
    if (part.len == 0) continue;
    ++nonEmpty;
    only = &part;
    if (__builtin_add_overflow(total, part.len, &total)) return trap.raise(TrapCode::StringTooLong);
  }
  if (nonEmpty == 0) return *result = String{nullptr, 0}, true;
  if (nonEmpty == 1) return *result = *only, true;
  auto bytes = static_cast<uint64_t>(total);
  if (bytes > kMaxSmallSize && !cache.heap().permits(bytes)) return trap.raise(TrapCode::OutOfMemory);
  char* to = newStringBuffer(cache, total);
  char* at = to;
  for (const String& part : parts) {
    if (part.len == 0) continue;
    std::memcpy(at, part.ptr, static_cast<size_t>(part.len));
    at += part.len;
  }
  *result = {to, total};
  return true;
}

Slice bytesOfString(AllocCache& cache, const String& s) {
  if (s.len == 0) return {cache.heap().zeroBase(), 0, 0};
  auto len = static_cast<uint64_t>(s.len);
  uint64_t cap = allocationSize(len, true);
  auto* to = static_cast<char*>(cache.newBytesForOverwrite(cap));
  std::memcpy(to, s.ptr, len);
  std::memset(to + len, 0, cap - len);
  return {to, s.len, static_cast<int64_t>(cap)};
}

String stringOfBytes(AllocCache& cache, const Slice& bytes) {
  return newString(cache, bytes.view());
}

Slice runesOfString(AllocCache& cache, const String& s) {
  int64_t count = countRunes(s.ptr, s.len);
  if (count == 0) return {cache.heap().zeroBase(), 0, 0};
  uint64_t bytes = allocationSize(static_cast<uint64_t>(count) * 4, true);
  auto* to = static_cast<int32_t*>(cache.newBytes(bytes));
  int32_t* out = to;
  for (int64_t i = 0; i < s.len;) {
    DecodedRune decoded = decodeRune(s.ptr + i, s.len - i);
    *out++ = decoded.rune;
    i += decoded.width;
  }
  return {to, count, static_cast<int64_t>(bytes / 4)};
}

String stringOfRunes(AllocCache& cache, const Slice& runes) {
  int64_t len = 0;
  for (int32_t rune : runes.as<const int32_t>()) len += widthOf(rune);
  if (len == 0) return {nullptr, 0};
  char* to = newStringBuffer(cache, len);
  char* at = to;
  for (int32_t rune : runes.as<const int32_t>()) at += encodeRune(at, rune);
  return {to, len};
}

String stringOfRune(AllocCache& cache, int64_t rune) {
  char buffer[4];
  int width = encodeRune(buffer, rune);
  return newString(cache, {buffer, static_cast<size_t>(width)});
}

// The table of well-formed sequences of the Unicode standard: what the second byte may be depends on the
// first.
DecodedRune decodeRuneSlow(const char* ptr, int64_t len) {
  if (len <= 0) return {kRuneError, 0};
  auto byte = [&](int i) { return static_cast<unsigned char>(ptr[i]); };
  unsigned first = byte(0);
  if (first < 0x80) return {static_cast<int32_t>(first), 1};
  constexpr DecodedRune kBad = {kRuneError, 1};
  if (first < 0xC2 || first > 0xF4) return kBad;
  if (len < 2 || !isContinuation(ptr[1])) return kBad;
  if (first < 0xE0) return {static_cast<int32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  unsigned second = byte(1);
  if (first < 0xF0) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return kBad;
    if (len < 3 || !isContinuation(ptr[2])) return kBad;
    return {static_cast<int32_t>((first & 0x0F) << 12 | (second & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
  }
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return kBad;
  if (len < 4 || !isContinuation(ptr[2]) || !isContinuation(ptr[3])) return kBad;
  return {static_cast<int32_t>((first & 0x07) << 18 | (second & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                               (byte(3) & 0x3F)),
          4};
}

int encodeRune(char* to, int64_t rune) {
  int width = widthOf(rune);
  if (width == 3 && (rune < 0 || rune > 0xFFFF || isSurrogate(rune))) rune = kRuneError;
  auto tail = [&](int shift) { return static_cast<char>(0x80 | ((rune >> shift) & 0x3F)); };
  switch (width) {
  case 1: to[0] = static_cast<char>(rune); break;
  case 2:
    to[0] = static_cast<char>(0xC0 | (rune >> 6));
    to[1] = tail(0);
    break;
  case 3:
    to[0] = static_cast<char>(0xE0 | (rune >> 12));
    to[1] = tail(6);
    to[2] = tail(0);
    break;
  default:
    to[0] = static_cast<char>(0xF0 | (rune >> 18));
    to[1] = tail(12);
    to[2] = tail(6);
    to[3] = tail(0);
  }
  return width;
}

int64_t countRunes(const char* ptr, int64_t len) {
  int64_t count = 0;
  for (int64_t i = 0; i < len; ++count) i += decodeRune(ptr + i, len - i).width;
  return count;
}

} // namespace gossamer
