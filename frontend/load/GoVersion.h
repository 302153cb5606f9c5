// Versions of the Go language: "1.21", as go.mod writes them.
#pragma once

#include <charconv>
#include <string_view>

namespace gossamer::load {

inline constexpr int kNewestGoMinor = 26;
/// The language of a module whose go.mod has no go line (Go modules reference, "go directive").
inline constexpr int kGoMinorWithoutLine = 16;

/// 21 for "1.21", "1.21.3" and "1.21rc2"; -1 for anything else.
inline int goMinorOf(std::string_view version) {
  if (!version.starts_with("1.")) return -1;
  const char* end = version.data() + version.size();
  int minor = -1;
  auto [at, error] = std::from_chars(version.data() + 2, end, minor);
  if (error != std::errc() || minor < 0 || version[2] == '+' ||
      (version[2] == '0' && at != version.data() + 3))
    return -1;
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  auto skip = [&](auto accepts) {
    const char* from = at;
    while (at != end && accepts(*at)) ++at;
    return at != from;
  };
  if (at != end && *at == '.') {
    ++at;
    if (!skip(digit)) return -1;
  }
  if (at != end && skip(letter) && !skip(digit)) return -1;
  return at == end ? minor : -1;
}

} // namespace gossamer::load
