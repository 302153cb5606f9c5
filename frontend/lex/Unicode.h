// What Go's lexical rules ask of a Unicode character. Backed by utf8proc; only called for characters above
// ASCII.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gossamer::unicode {

bool isLetter(int32_t c);    // categories Lu, Ll, Lt, Lm, Lo
bool isDigit(int32_t c);     // category Nd
bool isUpper(int32_t c);     // category Lu
bool isPrintable(int32_t c); // letters, marks, numbers, punctuation, symbols and the ASCII space

// The character at the start of `text` and its width in bytes; {-2, 1} when it is not well-formed UTF-8.
struct Decoded {
  int32_t c;
  int width;
};
Decoded decode(std::string_view text);

void append(std::string& out, int32_t c);
// U+0040 '@', as gc shows a character in messages.
std::string show(int32_t c);
// '@', '\n', '\x00': a quoted character.
std::string quote(int32_t c);

} // namespace gossamer::unicode
