// What packages strings and bytes share: searching and rewriting UTF-8, over plain views.
//
// Positions are byte offsets, -1 for "not found". A byte that is no part of a valid encoding counts as the
// rune U+FFFD of width 1. Nothing touches the VM's heap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gossamer::text {

int64_t index(std::string_view text, std::string_view part);
int64_t lastIndex(std::string_view text, std::string_view part);
int64_t indexByte(std::string_view text, uint8_t byte);
int64_t lastIndexByte(std::string_view text, uint8_t byte);
int64_t indexRune(std::string_view text, int32_t rune);
int64_t indexAny(std::string_view text, std::string_view runes);
int64_t lastIndexAny(std::string_view text, std::string_view runes);

/// Occurrences of `part` without overlapping; an empty one occurs before every rune and at the end.
int64_t count(std::string_view text, std::string_view part);

bool equalFold(std::string_view a, std::string_view b);

/// A part of a text: [start, end).
struct Part {
  size_t start, end;
};
/// The parts between runs of white space.
std::vector<Part> fields(std::string_view text);
/// The parts between occurrences of `separator`, at most `limit` (any number if negative), each with `keep`
/// bytes of the separator behind it. The limit is not zero.
std::vector<Part> split(std::string_view text, std::string_view separator, int64_t keep, int64_t limit);

/// What remains without the runes of the set at the sides asked for.
Part trim(std::string_view text, std::string_view set, bool left, bool right);
Part trimSpace(std::string_view text);

/// The first `limit` occurrences of `from` (all if negative) replaced by `to`.
std::string replace(std::string_view text, std::string_view from, std::string_view to, int64_t limit);
/// At each place the first pair (old, new) that matches there is applied.
std::string replacePairs(std::string_view text,
                         const std::vector<std::pair<std::string_view, std::string_view>>& pairs);

/// Every rune converted; false, and nothing in `out`, if that changes nothing.
bool convertRunes(std::string_view text, int32_t (*convert)(int32_t), std::string& out);

/// Runs of invalid bytes replaced; false, and nothing in `out`, if there are none.
bool toValid(std::string_view text, std::string_view replacement, std::string& out);

} // namespace gossamer::text
