#include "stdlib/strconv/Quote.h"

#include "runtime/object/String.h"
#include "stdlib/unicode/Tables.h"

namespace gossamer::strconv {
namespace {

constexpr int32_t kMaxRune = 0x10FFFF;

bool isRune(int32_t rune) {
  return rune >= 0 && rune <= kMaxRune && (rune < 0xD800 || rune > 0xDFFF);
}

bool stays(int32_t rune, Keep keep) {
  if (rune < 0x7F) return rune >= 0x20;
  if (keep == Keep::Ascii) return false;
  return unicode::isPrint(rune) || (keep == Keep::Graphic && unicode::isGraphic(rune));
}

void appendRune(std::string& out, int32_t rune) {
  char encoding[4];
  out.append(encoding, static_cast<size_t>(encodeRune(encoding, rune)));
}

void appendHex(std::string& out, char kind, uint32_t value, int digits) {
  out += '\\';
  out += kind;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
}

void appendEscaped(std::string& out, int32_t rune, char quote, Keep keep) {
  if (rune == quote || rune == '\\') {
    out += '\\';
    out += static_cast<char>(rune);
    return;
  }
  if (stays(rune, keep)) return appendRune(out, rune);
  constexpr std::string_view named = "abtnvfr"; // 7 to 13
  if (rune >= 7 && rune <= 13) {
    out += '\\';
    out += named[static_cast<size_t>(rune - 7)];
  } else if (rune < ' ' || rune == 0x7F) {
    appendHex(out, 'x', static_cast<uint32_t>(rune), 2);
  } else if (rune < 0x10000) {
    appendHex(out, 'u', static_cast<uint32_t>(rune), 4);
  } else {
    appendHex(out, 'U', static_cast<uint32_t>(rune), 8);
  }
}

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

} // namespace

void appendQuoted(std::string& out, std::string_view text, char quote, Keep keep) {
  out += quote;
  for (size_t at = 0; at < text.size();) {
    size_t plain = at;
    while (plain < text.size() && text[plain] >= ' ' && text[plain] < 0x7F && text[plain] != quote &&
           text[plain] != '\\')
      ++plain;
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    DecodedRune decoded = decodeRune(text.data() + at, static_cast<int64_t>(text.size() - at));
    if (decoded.width == 1 && decoded.rune == kRuneError)
      appendHex(out, 'x', static_cast<uint8_t>(text[at]), 2);
    else
      appendEscaped(out, decoded.rune, quote, keep);
    at += static_cast<size_t>(decoded.width);
  }
  out += quote;
}

void appendQuotedRune(std::string& out, int32_t rune, Keep keep) {
  out += '\'';
  appendEscaped(out, isRune(rune) ? rune : kRuneError, '\'', keep);
  out += '\'';
}

bool canBackquote(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    DecodedRune decoded = decodeRune(text.data() + at, static_cast<int64_t>(text.size() - at));
    at += static_cast<size_t>(decoded.width);
    if (decoded.width > 1) {
      if (decoded.rune == 0xFEFF) return false; // a byte order mark is invisible
      continue;
    }
    if (decoded.rune == kRuneError || (decoded.rune < ' ' && decoded.rune != '\t') || decoded.rune == '`' ||
        decoded.rune == 0x7F)
      return false;
  }
  return true;
}

Unescaped unescape(std::string_view text, char quote) {
  if (text.size() < 2 || text[0] != '\\') return {};
  char kind = text[1];
  constexpr std::string_view named = "abtnvfr";
  if (size_t index = named.find(kind); index != std::string_view::npos)
    return {static_cast<int32_t>(index + 7), false, 2};
  switch (kind) {
  case '\\': return {kind, false, 2};
  case '\'':
  case '"': return kind == quote ? Unescaped{kind, false, 2} : Unescaped{};
  case 'x':
  case 'u':
  case 'U': {
    size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
    if (text.size() < 2 + digits) return {};
    uint32_t value = 0;
    for (size_t i = 0; i < digits; ++i) {
      int digit = hexValue(text[2 + i]);
      if (digit < 0) return {};
      value = value << 4 | static_cast<uint32_t>(digit);
    }
    if (kind == 'x') return {static_cast<int32_t>(value), false, 4};
    if (!isRune(static_cast<int32_t>(value))) return {};
    return {static_cast<int32_t>(value), true, 2 + digits};
  }
  default: break;
  }
  if (kind < '0' || kind > '7' || text.size() < 4) return {};
  int32_t value = 0;
  for (size_t i = 1; i < 4; ++i) {
    if (text[i] < '0' || text[i] > '7') return {};
    value = value * 8 + (text[i] - '0');
  }
  return value > 255 ? Unescaped{} : Unescaped{value, false, 4};
}

size_t scanLiteral(std::string_view text, std::string* out) {
  if (text.size() < 2) return 0;
  const char quote = text[0];
  if (quote == '`') {
    size_t end = text.find('`', 1);
    if (end == std::string_view::npos) return 0;
    if (out)
      for (char c : text.substr(1, end - 1))
        if (c != '\r') *out += c; // raw strings do not contain carriage returns
    return end + 1;
  }
  if (quote != '"' && quote != '\'') return 0;
  size_t at = 1;
  for (int characters = 0; at < text.size(); ++characters) {
    char c = text[at];
    if (c == quote) return at + 1;
    if (quote == '\'' && characters == 1) return 0; // Go takes '' for an empty text
    if (c == '\n') return 0;
    if (c == '\\') {
      Unescaped escape = unescape(text.substr(at), quote);
      if (escape.length == 0) return 0;
      if (out) {
        if (escape.multibyte)
          appendRune(*out, escape.value);
        else
          *out += static_cast<char>(escape.value);
      }
      at += escape.length;
      continue;
    }
    DecodedRune decoded = decodeRune(text.data() + at, static_cast<int64_t>(text.size() - at));
    if (out) appendRune(*out, decoded.rune);
    at += static_cast<size_t>(decoded.width);
  }
  return 0;
}

} // namespace gossamer::strconv
