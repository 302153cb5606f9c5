#include "frontend/lex/Unicode.h"

#include <cstdio>
#include <utf8proc.h>

namespace gossamer::unicode {

static utf8proc_category_t category(int32_t c) {
  return utf8proc_category(c);
}

bool isLetter(int32_t c) {
  auto cat = category(c);
  return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO;
}

bool isDigit(int32_t c) {
  return category(c) == UTF8PROC_CATEGORY_ND;
}
bool isUpper(int32_t c) {
  return category(c) == UTF8PROC_CATEGORY_LU;
}

bool isPrintable(int32_t c) {
  if (c == ' ') return true;
  auto cat = category(c);
  return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_SO;
}

Decoded decode(std::string_view text) {
  if (text.empty()) return {-1, 0};
  unsigned char first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t c;
  auto width = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                static_cast<utf8proc_ssize_t>(text.size()), &c);
  if (width <= 0) return {-2, 1};
  return {c, static_cast<int>(width)};
}

void append(std::string& out, int32_t c) {
  utf8proc_uint8_t bytes[4];
  auto width = utf8proc_encode_char(c, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(width));
}

std::string show(int32_t c) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
  std::string out = code;
  if (c <= 0x10FFFF && isPrintable(c)) {
    out += " '";
    append(out, c);
    out += "'";
  }
  return out;
}

std::string quote(int32_t c) {
  std::string out = "'";
  char code[16];
  switch (c) {
  case '\a': out += "\\a"; break;
  case '\b': out += "\\b"; break;
  case '\f': out += "\\f"; break;
  case '\n': out += "\\n"; break;
  case '\r': out += "\\r"; break;
  case '\t': out += "\\t"; break;
  case '\v': out += "\\v"; break;
  case '\'': out += "\\'"; break;
  case '\\': out += "\\\\"; break;
  default:
    if (isPrintable(c)) {
      append(out, c);
    } else {
      std::snprintf(code, sizeof code,
                    c < 0x80      ? "\\x%02x"
                    : c < 0x10000 ? "\\u%04x"
                                  : "\\U%08x",
                    static_cast<unsigned>(c));
      out += code;
    }
  }
  return out + "'";
}

} // namespace gossamer::unicode
