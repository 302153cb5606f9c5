#include "stdlib/unicode/Tables.h"

#include <algorithm>
#include <array>

namespace gossamer::unicode {
namespace {

struct FoldPair {
  int32_t rune, next;
};

#include "stdlib/unicode/Tables.inc"

constexpr int32_t kMaxRune = 0x10FFFF;

// The value of a table of runs (code point << 8 | value) at a code point.
uint8_t valueAt(std::span<const uint32_t> runs, uint32_t rune) {
  auto after = std::upper_bound(runs.begin(), runs.end(), rune << 8 | 0xFF);
  return static_cast<uint8_t>(after[-1]);
}

constexpr auto kAsciiCategories = [] {
  std::array<Category, 128> table{};
  size_t run = 0;
  for (uint32_t c = 0; c < 128; ++c) {
    while (kCategoryRuns[run + 1] >> 8 <= c) ++run;
    table[c] = static_cast<Category>(kCategoryRuns[run] & 0xFF);
  }
  return table;
}();

int32_t convert(int32_t rune, int which) {
  if (static_cast<uint32_t>(rune) > kMaxRune) return rune;
  uint32_t c = static_cast<uint32_t>(rune);
  auto range = std::lower_bound(std::begin(kCaseRanges), std::end(kCaseRanges), c,
                                [](const CaseRange& r, uint32_t code) { return r.hi < code; });
  if (range == std::end(kCaseRanges) || c < range->lo) return rune;
  int32_t delta = range->delta[which];
  if (delta != kUpperLower) return rune + delta;
  // Alternating: upper case first; title case goes with it.
  uint32_t offset = c - range->lo;
  return static_cast<int32_t>(range->lo + (which == 1 ? offset | 1 : offset & ~uint32_t{1}));
}

// The ranges of a table that lists them by the number of their set.
void eachNamed(std::span<const NamedRange> ranges, std::span<const std::string_view> names,
               std::string_view name, void (*f)(void*, uint32_t, uint32_t), void* context) {
  auto number = std::find(names.begin(), names.end(), name) - names.begin();
  for (const NamedRange& range : ranges)
    if (range.name == number) f(context, range.lo, range.hi);
}

// The runs of kScriptRuns put together by script: those of number n are runs[start[n]] to runs[start[n + 1] - 1].
constexpr auto kRunsByScript = [] {
  struct {
    std::array<uint16_t, std::size(kScriptNames) + 2> start{};
    std::array<uint16_t, std::size(kScriptRuns)> runs{};
  } table;
  for (uint32_t run : kScriptRuns) ++table.start[(run & 0xFF) + 1];
  for (size_t n = 1; n < table.start.size(); ++n) table.start[n] += table.start[n - 1];
  auto next = table.start;
  for (size_t run = 0; run < std::size(kScriptRuns); ++run) table.runs[next[kScriptRuns[run] & 0xFF]++] = run;
  return table;
}();

void eachOfScript(size_t number, void (*f)(void*, uint32_t, uint32_t), void* context) {
  for (size_t i = kRunsByScript.start[number]; i < kRunsByScript.start[number + 1]; ++i) {
    size_t run = kRunsByScript.runs[i];
    bool last = run + 1 == std::size(kScriptRuns);
    f(context, kScriptRuns[run] >> 8, last ? kMaxRune : (kScriptRuns[run + 1] >> 8) - 1);
  }
}

// The categories a name stands for.
uint32_t maskOfName(std::string_view name) {
  if (name == "LC") return maskOf(Category::Lu) | maskOf(Category::Ll) | maskOf(Category::Lt);
  uint32_t mask = 0;
  for (size_t i = 0; i < std::size(kCategoryNames); ++i)
    if (kCategoryNames[i].starts_with(name)) mask |= uint32_t{1} << i;
  return mask;
}

// Joins neighbouring runs whose value satisfies `wanted`.
template <typename Wanted>
void eachRun(std::span<const uint32_t> runs, Wanted wanted, void (*f)(void*, uint32_t, uint32_t),
             void* context) {
  for (size_t i = 0; i < runs.size();) {
    if (!wanted(runs[i] & 0xFF)) {
      ++i;
      continue;
    }
    uint32_t lo = runs[i] >> 8;
    while (i < runs.size() && wanted(runs[i] & 0xFF)) ++i;
    f(context, lo, i < runs.size() ? (runs[i] >> 8) - 1 : kMaxRune);
  }
}

} // namespace

Category category(int32_t rune) {
  uint32_t c = static_cast<uint32_t>(rune);
  if (c < 128) return kAsciiCategories[c];
  if (c > kMaxRune) return Category::Cn;
  return static_cast<Category>(valueAt(kCategoryRuns, c));
}

bool isSpace(int32_t rune) {
  if (rune < 0x85) return rune == ' ' || (rune >= '\t' && rune <= '\r');
  if (rune >= 0x2000 && rune <= 0x200A) return true;
  switch (rune) {
  case 0x85:
  case 0xA0:
  case 0x1680:
  case 0x2028:
  case 0x2029:
  case 0x202F:
  case 0x205F:
  case 0x3000: return true;
  }
  return false;
}

int32_t toUpper(int32_t rune) {
  if (static_cast<uint32_t>(rune) < 128) return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
  return convert(rune, 0);
}

int32_t toLower(int32_t rune) {
  if (static_cast<uint32_t>(rune) < 128) return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
  return convert(rune, 1);
}

int32_t toTitle(int32_t rune) {
  if (static_cast<uint32_t>(rune) < 128) return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
  return convert(rune, 2);
}

int32_t simpleFold(int32_t rune) {
  if (static_cast<uint32_t>(rune) > kMaxRune) return rune;
  auto special = std::lower_bound(std::begin(kFolds), std::end(kFolds), rune,
                                  [](const FoldPair& pair, int32_t r) { return pair.rune < r; });
  if (special != std::end(kFolds) && special->rune == rune) return special->next;
  int32_t lower = toLower(rune);
  return lower != rune ? lower : toUpper(rune);
}

std::span<const std::string_view> namesOf(Sets sets) {
  switch (sets) {
  case Sets::Categories: return kCategoryNames;
  case Sets::Scripts: return kScriptNames;
  case Sets::Properties: return kPropertyNames;
  case Sets::FoldCategories: return kFoldCategoryNames;
  case Sets::FoldScripts: return kFoldScriptNames;
  }
  return {};
}

void eachRange(Sets sets, std::string_view name, void (*f)(void*, uint32_t, uint32_t), void* context) {
  switch (sets) {
  case Sets::Categories:
    return eachRun(
        kCategoryRuns, [mask = maskOfName(name)](uint32_t value) { return (mask >> value & 1) != 0; }, f, context);
  case Sets::Scripts: {
    auto found = std::find(std::begin(kScriptNames), std::end(kScriptNames), name);
    if (found != std::end(kScriptNames)) eachOfScript(found - std::begin(kScriptNames) + 1, f, context);
    return;
  }
  case Sets::Properties: return eachNamed(kPropertyRanges, kPropertyNames, name, f, context);
  case Sets::FoldCategories: return eachNamed(kFoldCategoryRanges, kFoldCategoryNames, name, f, context);
  case Sets::FoldScripts: return eachNamed(kFoldScriptRanges, kFoldScriptNames, name, f, context);
  }
}

std::span<const CaseRange> caseRanges() {
  return kCaseRanges;
}

} // namespace gossamer::unicode
