// Package unicode/utf8: decoding and validation.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Slice.h"
#include "runtime/object/String.h"

namespace gossamer::stdlib {
namespace {

std::tuple<int32_t, int64_t> decodeFirst(std::string_view text) {
  DecodedRune decoded = decodeRune(text.data(), static_cast<int64_t>(text.size()));
  if (decoded.width == 0) return {kRuneError, 0};
  return {decoded.rune, decoded.width};
}

std::tuple<int32_t, int64_t> decodeLast(std::string_view text) {
  if (text.empty()) return {kRuneError, 0};
  // The last rune is at most four bytes long; a start that reaches exactly to the end is it.
  size_t furthest = text.size() > 4 ? text.size() - 4 : 0;
  for (size_t start = text.size() - 1;; --start) {
    if ((text[start] & 0xC0) != 0x80) {
      DecodedRune decoded = decodeRune(text.data() + start, static_cast<int64_t>(text.size() - start));
      if (start + static_cast<size_t>(decoded.width) == text.size()) return {decoded.rune, decoded.width};
      break;
    }
    if (start == furthest) break;
  }
  return {kRuneError, 1};
}

// Whether the text is longer than what decoding looked at, or what is there cannot become valid by more
// bytes.
bool isFull(std::string_view text) {
  if (text.empty()) return false;
  auto first = static_cast<uint8_t>(text[0]);
  if (first < 0xC2 || first > 0xF4) return true;
  size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() >= length) return true;
  for (size_t i = 1; i < text.size(); ++i) {
    auto byte = static_cast<uint8_t>(text[i]);
    uint8_t low = 0x80, high = 0xBF;
    if (i == 1 && first == 0xE0) low = 0xA0;
    if (i == 1 && first == 0xED) high = 0x9F;
    if (i == 1 && first == 0xF0) low = 0x90;
    if (i == 1 && first == 0xF4) high = 0x8F;
    if (byte < low || byte > high) return true;
  }
  return false;
}

bool isValid(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    uint64_t word;
    if (text.size() - at >= sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & 0x8080808080808080) == 0) {
        at += sizeof word;
        continue;
      }
    }
    DecodedRune decoded = decodeRune(text.data() + at, static_cast<int64_t>(text.size() - at));
    if (decoded.width == 1 && decoded.rune == kRuneError) return false;
    at += static_cast<size_t>(decoded.width);
  }
  return true;
}

int64_t count(std::string_view text) {
  return countRunes(text.data(), static_cast<int64_t>(text.size()));
}

// Each function exists for strings and for byte slices.
template <auto f, typename Text> auto over(Text text) {
  return f(text.view());
}

} // namespace

GOSSAMER_NATIVES(unicode_utf8, {"unicode/utf8.FullRune", leaf<over<isFull, Slice>>},
                 {"unicode/utf8.FullRuneInString", leaf<over<isFull, String>>},
                 {"unicode/utf8.DecodeRune", leaf<over<decodeFirst, Slice>>},
                 {"unicode/utf8.DecodeRuneInString", leaf<over<decodeFirst, String>>},
                 {"unicode/utf8.DecodeLastRune", leaf<over<decodeLast, Slice>>},
                 {"unicode/utf8.DecodeLastRuneInString", leaf<over<decodeLast, String>>},
                 {"unicode/utf8.RuneCount", leaf<over<count, Slice>>},
                 {"unicode/utf8.RuneCountInString", leaf<over<count, String>>},
                 {"unicode/utf8.Valid", leaf<over<isValid, Slice>>},
                 {"unicode/utf8.ValidString", leaf<over<isValid, String>>});

} // namespace gossamer::stdlib
