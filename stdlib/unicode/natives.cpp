// Package unicode: questions to the tables.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/unicode/Tables.h"

#include "runtime/object/Slice.h"
#include "runtime/object/String.h"

#include <algorithm>
#include <vector>

namespace gossamer::stdlib {
namespace {

using unicode::Category;

template <uint32_t mask> bool isIn(int32_t rune) {
  return unicode::isIn(rune, mask);
}

template <typename T> Slice newSlice(NativeCall& call, const std::vector<T>& from) {
  uint64_t bytes = from.size() * sizeof(T);
  void* to = call.alloc.newBytes(bytes);
  if (bytes != 0) std::memcpy(to, from.data(), bytes);
  auto length = static_cast<int64_t>(from.size());
  return {to, length, length};
}

// Range16 and Range32 of package unicode.
struct Range16 {
  uint16_t lo, hi, stride;
};
struct Range32 {
  uint32_t lo, hi, stride;
};

struct Ranges {
  std::vector<Range16> narrow;
  std::vector<Range32> wide;
  int64_t latin = 0; // narrow ones within Latin-1

  void add(uint32_t lo, uint32_t hi) {
    if (lo < 0x10000) {
      uint32_t last = std::min(hi, uint32_t{0xFFFF});
      narrow.push_back({static_cast<uint16_t>(lo), static_cast<uint16_t>(last), 1});
      latin += last <= 0xFF;
      lo = 0x10000;
    }
    if (hi >= lo) wide.push_back({lo, hi, 1});
  }
};

template <typename T> Slice sliceOf(char*& at, const std::vector<T>& from) {
  auto length = static_cast<int64_t>(from.size());
  if (length == 0) return {nullptr, 0, 0};
  std::memcpy(at, from.data(), from.size() * sizeof(T));
  Slice slice{at, length, length};
  at += from.size() * sizeof(T);
  return slice;
}

std::tuple<Slice, Slice, int64_t> tableRanges(NativeCall& call, int64_t sets, String name) {
  Ranges ranges;
  unicode::eachRange(
      static_cast<unicode::Sets>(sets), name.view(),
      [](void* to, uint32_t lo, uint32_t hi) { static_cast<Ranges*>(to)->add(lo, hi); }, &ranges);
  // One block for both, the wider first: a second allocation might collect the first, which nobody holds yet.
  auto* at = static_cast<char*>(
      call.alloc.newBytes(ranges.wide.size() * sizeof(Range32) + ranges.narrow.size() * sizeof(Range16)));
  Slice wide = sliceOf(at, ranges.wide);
  return {sliceOf(at, ranges.narrow), wide, ranges.latin};
}

String tableNames(NativeCall& call, int64_t sets) {
  std::string all;
  for (std::string_view name : unicode::namesOf(static_cast<unicode::Sets>(sets))) {
    if (!all.empty()) all += ' ';
    all += name;
  }
  return newString(call.alloc, all);
}

Slice caseData(NativeCall& call) {
  std::vector<int32_t> data;
  for (const unicode::CaseRange& range : unicode::caseRanges())
    data.insert(data.end(), {static_cast<int32_t>(range.lo), static_cast<int32_t>(range.hi), range.delta[0],
                             range.delta[1], range.delta[2]});
  return newSlice(call, data);
}

} // namespace

GOSSAMER_NATIVES(
    unicode, {"unicode.IsDigit", leaf<isIn<unicode::maskOf(Category::Nd)>>},
    {"unicode.IsGraphic", leaf<unicode::isGraphic>}, {"unicode.IsLetter", leaf<isIn<unicode::kLetter>>},
    {"unicode.IsLower", leaf<isIn<unicode::maskOf(Category::Ll)>>},
    {"unicode.IsMark", leaf<isIn<unicode::kMark>>}, {"unicode.IsNumber", leaf<isIn<unicode::kNumber>>},
    {"unicode.IsPrint", leaf<unicode::isPrint>}, {"unicode.IsPunct", leaf<isIn<unicode::kPunct>>},
    {"unicode.IsSpace", leaf<unicode::isSpace>}, {"unicode.IsSymbol", leaf<isIn<unicode::kSymbol>>},
    {"unicode.IsTitle", leaf<isIn<unicode::maskOf(Category::Lt)>>},
    {"unicode.IsUpper", leaf<isIn<unicode::maskOf(Category::Lu)>>},
    {"unicode.SimpleFold", leaf<unicode::simpleFold>}, {"unicode.ToUpper", leaf<unicode::toUpper>},
    {"unicode.ToLower", leaf<unicode::toLower>}, {"unicode.ToTitle", leaf<unicode::toTitle>},
    {"unicode.tableRanges", leaf<tableRanges>}, {"unicode.tableNames", leaf<tableNames>},
    {"unicode.caseData", leaf<caseData>});

} // namespace gossamer::stdlib
