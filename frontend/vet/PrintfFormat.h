// Format strings of package fmt, taken apart into directives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer::vet {

// %[flags][width][.precision][[index]]verb. Arguments are counted from 0.
struct Directive {
  static constexpr int kNoArgument = -1;

  std::string_view text; // from the % to the verb
  size_t offset = 0;     // of the % in the format string
  std::string_view flags;
  int width = kNoArgument; // the argument a * takes as width
  int precision = kNoArgument;
  int argument = kNoArgument; // what the verb formats; none for %%
  std::string_view verb;      // one character, whatever its length
  bool indexed = false;       // with an [n] somewhere
};

struct Format {
  std::vector<Directive> directives;
  std::string error; // after "format "; the directives before the mistake are there
};

Format parseFormat(std::string_view text);

// The first thing in a text that looks like a directive with a verb of package fmt; empty when nothing does.
std::string_view findDirective(std::string_view text);

// Where the byte at `offset` of a string literal's value stands in the literal as written, quotes included.
size_t offsetInLiteral(std::string_view literal, size_t offset);

} // namespace gossamer::vet
