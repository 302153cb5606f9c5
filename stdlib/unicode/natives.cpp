// Package unicode: questions to the tables.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/unicode/Tables.h"

#include "runtime/object/Slice.h"
#include "runtime/object/String.h"

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

Slice tableRanges(NativeCall& call, int64_t sets, String name) {
  std::vector<uint32_t> bounds;
  unicode::eachRange(
      static_cast<unicode::Sets>(sets), name.view(),
      [](void* to, uint32_t lo, uint32_t hi) {
        auto& out = *static_cast<std::vector<uint32_t>*>(to);
        out.push_back(lo);
        out.push_back(hi);
      },
      &bounds);
  return newSlice(call, bounds);
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
