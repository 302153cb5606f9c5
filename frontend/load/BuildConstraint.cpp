#include "frontend/load/BuildConstraint.h"

#include "frontend/load/GoVersion.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace gossamer::load {
namespace {

constexpr std::array<std::string_view, 18> kSystems = {
    "aix",   "android", "darwin", "dragonfly", "freebsd", "hurd",    "illumos", "ios",     "js",
    "linux", "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "wasip1",  "windows", "zos"};
constexpr std::array<std::string_view, 24> kArchitectures = {
    "386",     "amd64",  "amd64p32", "arm",      "armbe",     "arm64",       "arm64be", "loong64",
    "mips",    "mipsle", "mips64",   "mips64le", "mips64p32", "mips64p32le", "ppc",     "ppc64",
    "ppc64le", "riscv",  "riscv64",  "s390",     "s390x",     "sparc",       "sparc64", "wasm"};
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

/// Evaluates `a && (b || !c)`.
class Expression {
public:
  Expression(std::string_view text, const BuildTags& tags) : text_(text), tags_(tags) {}

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
    while (end < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '_' || text_[end] == '.'))
      ++end;
    if (end == at_) return failed_ = true;
    std::string_view tag = text_.substr(at_, end - at_);
    at_ = end;
    return tags_.hold(tag);
  }

  std::string_view text_;
  const BuildTags& tags_;
  size_t at_ = 0;
  bool failed_ = false;
};

std::string_view takeWord(std::string_view& text, std::string_view separators) {
  size_t begin = std::min(text.find_first_not_of(separators), text.size());
  size_t end = std::min(text.find_first_of(separators, begin), text.size());
  std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

/// The words after `// +build`: one of them must hold; of one with commas every part.
bool olderLineHolds(std::string_view text, const BuildTags& tags) {
  while (true) {
    std::string_view alternative = takeWord(text, " \t");
    if (alternative.empty()) return false;
    bool all = true;
    while (!alternative.empty()) {
      std::string_view tag = takeWord(alternative, ",");
      bool negated = tag.starts_with('!');
      all = all && tags.hold(negated ? tag.substr(1) : tag) != negated;
    }
    if (all) return true;
  }
}

bool suffixesAdmit(std::string_view name, const BuildTags& tags) {
  if (name[0] == '.' || name[0] == '_') return false;
  name = name.substr(0, name.find('.'));
  std::array<std::string_view, 2> suffixes; // the last and the one before
  for (std::string_view& suffix : suffixes) {
    size_t underscore = name.rfind('_');
    if (underscore == std::string_view::npos) break;
    suffix = name.substr(underscore + 1);
    name = name.substr(0, underscore);
  }
  if (contains(kArchitectures, suffixes[0]))
    return tags.hold(suffixes[0]) && (!contains(kSystems, suffixes[1]) || tags.hold(suffixes[1]));
  return !contains(kSystems, suffixes[0]) || tags.hold(suffixes[0]);
}

} // namespace

bool BuildTags::hold(std::string_view tag) const {
  constexpr std::array<std::string_view, 6> kOurs = {kSystem, kArchitecture, "unix",
                                                     "gc",    "purego",      "gossamer"};
  if (contains(kOurs, tag)) return true;
  if (std::find(extra.begin(), extra.end(), tag) != extra.end()) return true;
  std::optional<int> wanted = minorOf(tag);
  return wanted && *wanted >= 1 && *wanted <= kNewestGoMinor;
}

bool fileNameAdmits(std::string_view name, const BuildTags& tags) {
  return name.ends_with(".go") && !name.ends_with("_test.go") && suffixesAdmit(name, tags);
}

bool assemblyNameAdmits(std::string_view name, const BuildTags& tags) {
  return name.ends_with(".s") && suffixesAdmit(name, tags);
}

bool buildLineAdmits(std::string_view source, const BuildTags& tags) {
  // Lines of the older form count if a blank line follows them somewhere above the package clause.
  bool inComment = false, older = true, pending = true;
  while (!source.empty()) {
    size_t newline = source.find('\n');
    std::string_view line = source.substr(0, newline);
    source = newline == std::string_view::npos ? std::string_view() : source.substr(newline + 1);
    size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    line = line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
    if (inComment) {
      inComment = line.find("*/") == std::string_view::npos;
    } else if (line.starts_with("/*")) {
      inComment = line.find("*/") == std::string_view::npos;
    } else if (line.empty()) {
      older = older && pending;
    } else if (line.starts_with("//go:build ")) {
      return Expression(line.substr(11), tags).holds();
    } else if (line.starts_with("//")) {
      std::string_view words = line.substr(2);
      if (takeWord(words, " \t") == "+build") pending = pending && olderLineHolds(words, tags);
    } else if (!line.starts_with("#!")) {
      break;
    }
  }
  return older;
}

} // namespace gossamer::load
