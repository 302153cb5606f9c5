// Unicode's character data for C++: categories, scripts, properties, case mappings and simple folding.
//
// The data are constant tables in the binary, written by test/tools/unicode-tables.go; a question costs a
// look into a table for ASCII and a binary search for the rest. Nothing allocates; any thread may ask.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gossamer::unicode {

/// General categories, in the alphabetical order of their names; Cn is unassigned.
enum class Category : uint8_t {
  Cn,
  Cc,
  Cf,
  Co,
  Cs,
  Ll,
  Lm,
  Lo,
  Lt,
  Lu,
  Mc,
  Me,
  Mn,
  Nd,
  Nl,
  No,
  Pc,
  Pd,
  Pe,
  Pf,
  Pi,
  Po,
  Ps,
  Sc,
  Sk,
  Sm,
  So,
  Zl,
  Zp,
  Zs,
};

Category category(int32_t rune);

/// Whether the category is one of those whose name begins with the letter, in the masks below.
constexpr uint32_t maskOf(Category c) {
  return uint32_t{1} << static_cast<int>(c);
}
constexpr uint32_t maskOf(Category first, Category last) {
  return (maskOf(last) << 1) - maskOf(first);
}
inline constexpr uint32_t kLetter = maskOf(Category::Ll, Category::Lu);
inline constexpr uint32_t kMark = maskOf(Category::Mc, Category::Mn);
inline constexpr uint32_t kNumber = maskOf(Category::Nd, Category::No);
inline constexpr uint32_t kPunct = maskOf(Category::Pc, Category::Ps);
inline constexpr uint32_t kSymbol = maskOf(Category::Sc, Category::So);
inline constexpr uint32_t kPrint = kLetter | kMark | kNumber | kPunct | kSymbol;

inline bool isIn(int32_t rune, uint32_t mask) {
  return (maskOf(category(rune)) & mask) != 0;
}
inline bool isPrint(int32_t rune) {
  if (static_cast<uint32_t>(rune) < 0x7F) return rune >= 0x20;
  return isIn(rune, kPrint);
}
inline bool isGraphic(int32_t rune) {
  return isPrint(rune) || isIn(rune, maskOf(Category::Zs));
}
bool isSpace(int32_t rune);

int32_t toUpper(int32_t rune);
int32_t toLower(int32_t rune);
int32_t toTitle(int32_t rune);
/// The next rune of the orbit of runes that are equal but for case; `rune` itself if it is alone or no code
/// point.
int32_t simpleFold(int32_t rune);

/// A range of code points [lo, hi] that belongs to the set of that number.
struct NamedRange {
  uint16_t name;
  uint32_t lo, hi;
};
/// A range of code points and what to add for upper, lower and title case; kUpperLower if the cases
/// alternate.
struct CaseRange {
  uint32_t lo, hi;
  int32_t delta[3];
};
inline constexpr int32_t kUpperLower = 0x110000;

/// The sets that have names, as package unicode's maps have them.
enum class Sets { Categories, Scripts, Properties, FoldCategories, FoldScripts };
std::span<const std::string_view> namesOf(Sets sets);
/// Calls f(lo, hi) for every range of a set, ascending. Category names of one letter join those that begin
/// with it, "LC" joins the cased letters.
void eachRange(Sets sets, std::string_view name, void (*f)(void* context, uint32_t lo, uint32_t hi),
               void* context);
std::span<const CaseRange> caseRanges();

} // namespace gossamer::unicode
