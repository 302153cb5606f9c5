// Go literals: quoting and unquoting by the rules of package strconv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gossamer::strconv {

/// Which characters are not escaped; strconv/quote.go has the same list.
enum class Keep : int64_t { Printable, Ascii, Graphic };

/// Appends the text as a literal between quotes; bytes that are no UTF-8 become \xNN.
void appendQuoted(std::string& out, std::string_view text, char quote, Keep keep);
/// Appends the rune literal; what is no code point becomes U+FFFD.
void appendQuotedRune(std::string& out, int32_t rune, Keep keep);

/// Whether the text can stand between backquotes on one line.
bool canBackquote(std::string_view text);

struct Unescaped {
  int32_t value = 0;
  bool multibyte = false; ///< a rune that needs more than a byte in UTF-8, not a byte given by number
  size_t length = 0;      ///< 0: there is no valid escape
};
/// The escape sequence, backslash included, at the start of the text; `quote` is the one quote that may be
/// escaped.
Unescaped unescape(std::string_view text, char quote);

/// The length of the string or rune literal at the start of the text, 0 if there is none; what it stands for
/// is appended to `out` if that is not null.
size_t scanLiteral(std::string_view text, std::string* out);

} // namespace gossamer::strconv
