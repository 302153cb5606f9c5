#include "frontend/driver/BuildConstraint.h"

#include "gossamer/Engine.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace gossamer {
namespace {

constexpr std::array<std::string_view, 17> kSystems = {"aix",     "android", "darwin",  "dragonfly", "freebsd", "illumos",
                                                       "ios",     "js",      "linux",   "netbsd",    "openbsd", "plan9",
                                                       "solaris", "wasip1",  "windows", "zos",       "hurd"};
constexpr std::array<std::string_view, 15> kArchitectures = {"386",    "amd64",   "arm",   "arm64",   "loong64",
                                                             "mips",   "mips64",  "mips64le", "mipsle", "ppc64",
                                                             "ppc64le", "riscv64", "s390x", "wasm",    "sparc64"};
constexpr std::string_view kSystem = "linux", kArchitecture = "amd64";

template <size_t N> bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<int> minorOf(std::string_view tag) {
  if (!tag.starts_with("go1.")) return std::nullopt;
  int minor = 0;
  auto [end, error] = std::from_chars(tag.data() + 4, tag.data() + tag.size(), minor);
  if (error != std::errc() || end != tag.data() + tag.size()) return std::nullopt;
  return minor;
}

bool tagHolds(std::string_view tag) {
  if (tag == kSystem || tag == kArchitecture || tag == "unix" || tag == "gossamer") return true;
  std::optional<int> wanted = minorOf(tag), newest = minorOf(goVersion());
  return wanted && newest && *wanted <= *newest;
}

/// Evaluates `a && (b || !c)`. What does not parse admits the file, so that the compiler gets to complain about it.
class Expression {
public:
  explicit Expression(std::string_view text) : text_(text) {}

  bool holds() {
    bool value = disjunction(0);
    skipSpace();
    return at_ == text_.size() && !failed_ ? value : true;
  }

private:
  static constexpr int kMaxDepth = 100;

  void skipSpace() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool take(std::string_view token) {
    skipSpace();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  bool disjunction(int depth) {
    bool value = conjunction(depth);
    while (take("||")) value = conjunction(depth) || value;
    return value;
  }
  bool conjunction(int depth) {
    bool value = operand(depth);
    while (take("&&")) value = operand(depth) && value;
    return value;
  }
  bool operand(int depth) {
    if (depth > kMaxDepth) return failed_ = true;
    if (take("!")) return !operand(depth + 1);
    if (take("(")) {
      bool value = disjunction(depth + 1);
      failed_ |= !take(")");
      return value;
    }
    skipSpace();
    size_t end = at_;
    while (end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '_' || text_[end] == '.'))
      ++end;
    if (end == at_) return failed_ = true;
    std::string_view tag = text_.substr(at_, end - at_);
    at_ = end;
    return tagHolds(tag);
  }

  std::string_view text_;
  size_t at_ = 0;
  bool failed_ = false;
};

} // namespace

bool fileNameAdmits(std::string_view name) {
  if (name.empty() || name[0] == '.' || name[0] == '_' || !name.ends_with(".go") || name.ends_with("_test.go")) return false;
  name.remove_suffix(3);
  std::array<std::string_view, 2> suffixes; // the last and the one before
  for (std::string_view& suffix : suffixes) {
    size_t underscore = name.rfind('_');
    if (underscore == std::string_view::npos) break;
    suffix = name.substr(underscore + 1);
    name = name.substr(0, underscore);
  }
  if (contains(kArchitectures, suffixes[0]))
    return suffixes[0] == kArchitecture && (!contains(kSystems, suffixes[1]) || suffixes[1] == kSystem);
  return !contains(kSystems, suffixes[0]) || suffixes[0] == kSystem;
}

bool buildLineAdmits(std::string_view source) {
  bool inComment = false;
  while (!source.empty()) {
    size_t newline = source.find('\n');
    std::string_view line = source.substr(0, newline);
    source = newline == std::string_view::npos ? std::string_view() : source.substr(newline + 1);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (inComment) {
      inComment = line.find("*/") == std::string_view::npos;
      continue;
    }
    if (line.starts_with("//go:build ")) return Expression(line.substr(11)).holds();
    if (line.starts_with("/*")) inComment = line.find("*/") == std::string_view::npos;
    else if (!line.empty() && !line.starts_with("//") && !line.starts_with("#!")) return true;
  }
  return true;
}

} // namespace gossamer
