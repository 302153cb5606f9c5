#include "runtime/object/Slice.h"

#include "CoreFixture.h"

#include <array>

namespace gossamer {
namespace {

using SliceTest = CoreTest;

struct Element {
  uint64_t size;
  bool pointers; // the first word is one
};
// `oneByOne`: the capacities seen while appending single elements to a nil slice. `atOnce`: for n = 1, then
// n*5/3+1 and so on, the capacity after appending n elements to a nil slice and to one of length and
// capacity 7.
struct Growth {
  Element elem;
  std::vector<int64_t> oneByOne;
  std::vector<int64_t> atOnce;
};
const Growth kGrowth[] = {
#include "GrowthCaps.inc"
};

class Growing : public CoreTest {
protected:
  const TypeInfo* elementType(Element elem) {
    if (!elem.pointers) return types.arrayOf(basic(Kind::Uint8), elem.size);
    const TypeInfo* pointer = types.pointerTo(basic(Kind::Int));
    if (elem.size == 8) return pointer;
    return structOf({{"P", pointer}, {"X", types.arrayOf(basic(Kind::Int), elem.size / 8 - 1)}});
  }
};

TEST_F(Growing, CapacitiesAreGcs) {
  for (const Growth& growth : kGrowth) {
    const TypeInfo* elem = elementType(growth.elem);
    ASSERT_EQ(elem->size, growth.elem.size);
    int64_t cap = 0;
    for (int64_t expected : growth.oneByOne) {
      cap = grownCapacity(elem, cap, cap + 1);
      EXPECT_EQ(cap, expected) << elem->string;
    }
    int64_t n = 1;
    for (size_t i = 0; i + 1 < growth.atOnce.size(); i += 2) {
      EXPECT_EQ(grownCapacity(elem, 0, n), growth.atOnce[i]) << elem->string << " " << n;
      EXPECT_EQ(grownCapacity(elem, 7, n + 7), growth.atOnce[i + 1]) << elem->string << " 7+" << n;
      n = n * 5 / 3 + 1;
    }
  }
}

TEST_F(SliceTest, AppendKeepsElementsAndTakesFromItself) {
  const TypeInfo* integer = basic(Kind::Int);
  Slice s = {};
  Trap trap;
  for (int64_t i = 0; i < 1000; ++i) ASSERT_TRUE(appendValues(cache, integer, s, &i, 1, &s, trap));
  ASSERT_TRUE(appendValues(cache, integer, s, s.ptr, s.len, &s, trap));
  ASSERT_EQ(s.len, 2000);
  for (int64_t i = 0; i < 2000; ++i) EXPECT_EQ(s.as<int64_t>()[static_cast<size_t>(i)], i % 1000);
  for (int64_t i = s.len; i < s.cap; ++i) EXPECT_EQ(static_cast<int64_t*>(s.ptr)[i], 0);
  Slice tail = {static_cast<int64_t*>(s.ptr) + 1, 10, 10};
  EXPECT_EQ(copySlice(integer, tail, s.ptr, s.len), 10);
  EXPECT_EQ(tail.as<int64_t>()[9], 9);
}

TEST_F(SliceTest, SillyLengthsTrap) {
  Slice s;
  Trap trap;
  EXPECT_FALSE(makeSlice(cache, basic(Kind::Int), -1, 0, &s, trap));
  EXPECT_EQ(errorText(trap), "runtime error: makeslice: len out of range");
  EXPECT_FALSE(makeSlice(cache, basic(Kind::Int), 2, 1, &s, trap));
  EXPECT_EQ(errorText(trap), "runtime error: makeslice: cap out of range");
  EXPECT_FALSE(makeSlice(cache, basic(Kind::Int), INT64_MAX / 2, INT64_MAX / 2, &s, trap));
  EXPECT_EQ(errorText(trap), "runtime error: makeslice: len out of range");
  EXPECT_FALSE(makeSlice(cache, basic(Kind::Int), 0, int64_t{1} << 44, &s, trap));
  EXPECT_EQ(errorText(trap), "runtime: out of memory");
  s = {nullptr, 5, 5};
  EXPECT_FALSE(growSlice(cache, basic(Kind::Int), &s, INT64_MAX, trap));
  EXPECT_EQ(errorText(trap), "runtime error: growslice: len out of range");
  ASSERT_TRUE(makeSlice(cache, structOf({}), INT64_MAX, INT64_MAX, &s, trap))
      << "empty elements take no memory";
}

TEST_F(SliceTest, StringsConvertThroughRunes) {
  String s = String::of("a\xff\xe4\xbd\xa0\xf0\x9f\x98\x80\xed\xa0\x80z");
  Slice runes = runesOfString(cache, s);
  std::vector<int32_t> got(runes.as<int32_t>().begin(), runes.as<int32_t>().end());
  EXPECT_EQ(got, (std::vector<int32_t>{'a', 0xFFFD, 0x4F60, 0x1F600, 0xFFFD, 0xFFFD, 0xFFFD, 'z'}));
  EXPECT_EQ(countRunes(s.ptr, s.len), 8);
  EXPECT_EQ(stringOfRunes(cache, runes).view(),
            "a\xef\xbf\xbd\xe4\xbd\xa0\xf0\x9f\x98\x80\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz");
  EXPECT_EQ(stringOfRune(cache, -1).view(), "\xef\xbf\xbd");
  EXPECT_EQ(stringOfRune(cache, 0x110000).view(), "\xef\xbf\xbd");
  EXPECT_EQ(stringOfRune(cache, 0xD800).view(), "\xef\xbf\xbd");
  EXPECT_EQ(stringOfRune(cache, 'x').view(), "x");
  Slice bytes = bytesOfString(cache, s);
  EXPECT_EQ(bytes.cap, 16);
  EXPECT_EQ(stringOfBytes(cache, bytes).view(), s.view());
}

TEST_F(SliceTest, EveryCodePointGoesThereAndBack) {
  for (int32_t rune = 0; rune <= 0x10FFFF; ++rune) {
    char buffer[4];
    int width = encodeRune(buffer, rune);
    DecodedRune decoded = decodeRune(buffer, width);
    ASSERT_EQ(decoded.width, width);
    ASSERT_EQ(decoded.rune, rune >= 0xD800 && rune <= 0xDFFF ? kRuneError : rune);
    for (int cut = 1; cut < width; ++cut) ASSERT_EQ(decodeRune(buffer, cut).width, 1);
  }
  EXPECT_EQ(decodeRune("\xc0\x80", 2).rune, kRuneError) << "overlong";
  EXPECT_EQ(decodeRune("\xf4\x90\x80\x80", 4).width, 1) << "above the last code point";
}

TEST_F(SliceTest, ConcatenationAndOrder) {
  String parts[] = {String::of("ab"), String::of(""), String::of("cd"), String::of("e")};
  String result;
  Trap trap;
  ASSERT_TRUE(concat(cache, parts, &result, trap));
  EXPECT_EQ(result.view(), "abcde");
  ASSERT_TRUE(concat(cache, {parts, 2}, &result, trap));
  EXPECT_EQ(result.ptr, parts[0].ptr) << "nothing to copy";
  EXPECT_TRUE(String::of("ab") < String::of("abc"));
  EXPECT_TRUE(String::of("b") > String::of("abc"));
  EXPECT_TRUE(String::of("\xff") > String::of("a")) << "bytes are unsigned";
  EXPECT_TRUE(String::of("") == (String{nullptr, 0}));
}

} // namespace
} // namespace gossamer
