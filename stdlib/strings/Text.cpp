#include "stdlib/strings/Text.h"

#include "runtime/object/String.h"
#include "stdlib/unicode/Tables.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gossamer::text {
namespace {

DecodedRune decodeAt(std::string_view text, size_t at) {
  return decodeRune(text.data() + at, static_cast<int64_t>(text.size() - at));
}

// The last rune of text[0, end), end > 0.
DecodedRune decodeBefore(std::string_view text, size_t end) {
  size_t furthest = end > 4 ? end - 4 : 0;
  for (size_t start = end - 1;; --start) {
    if ((text[start] & 0xC0) != 0x80) {
      DecodedRune decoded = decodeRune(text.data() + start, static_cast<int64_t>(end - start));
      if (start + static_cast<size_t>(decoded.width) == end) return decoded;
      break;
    }
    if (start == furthest) break;
  }
  return {kRuneError, 1};
}

bool isInvalid(DecodedRune decoded) {
  return decoded.width == 1 && decoded.rune == kRuneError;
}

int64_t position(size_t found) {
  return found == std::string_view::npos ? -1 : static_cast<int64_t>(found);
}

// A set of runes: those of ASCII in a bit map, the others in a list.
class RuneSet {
public:
  explicit RuneSet(std::string_view runes) {
    for (size_t at = 0; at < runes.size();) {
      DecodedRune decoded = decodeAt(runes, at);
      at += static_cast<size_t>(decoded.width);
      if (decoded.rune < 128)
        ascii_[static_cast<size_t>(decoded.rune)] = true;
      else
        others_.push_back(decoded.rune);
    }
  }
  bool contains(int32_t rune) const {
    if (rune < 128) return ascii_[static_cast<size_t>(rune)];
    return std::find(others_.begin(), others_.end(), rune) != others_.end();
  }

private:
  std::array<bool, 128> ascii_{};
  std::vector<int32_t> others_;
};

template <typename Test> Part trimBy(std::string_view text, Test test, bool left, bool right) {
  size_t start = 0, end = text.size();
  while (left && start < end) {
    DecodedRune decoded = decodeAt(text, start);
    if (!test(decoded.rune)) break;
    start += static_cast<size_t>(decoded.width);
  }
  while (right && start < end) {
    DecodedRune decoded = decodeBefore(text.substr(start), end - start);
    if (!test(decoded.rune)) break;
    end -= static_cast<size_t>(decoded.width);
  }
  return {start, end};
}

void appendRune(std::string& out, int32_t rune) {
  char encoding[4];
  out.append(encoding, static_cast<size_t>(encodeRune(encoding, rune)));
}

} // namespace

int64_t index(std::string_view text, std::string_view part) {
  if (part.empty()) return 0;
  if (part.size() > text.size()) return -1;
  const void* found = part.size() == 1 ? std::memchr(text.data(), part[0], text.size())
                                       : memmem(text.data(), text.size(), part.data(), part.size());
  return found ? static_cast<const char*>(found) - text.data() : -1;
}

int64_t lastIndex(std::string_view text, std::string_view part) {
  return position(text.rfind(part));
}

int64_t indexByte(std::string_view text, uint8_t byte) {
  return position(text.find(static_cast<char>(byte)));
}

int64_t lastIndexByte(std::string_view text, uint8_t byte) {
  return position(text.rfind(static_cast<char>(byte)));
}

int64_t indexRune(std::string_view text, int32_t rune) {
  if (rune >= 0 && rune < 128) return indexByte(text, static_cast<uint8_t>(rune));
  if (rune == kRuneError) { // any invalid byte counts
    for (size_t at = 0; at < text.size();) {
      DecodedRune decoded = decodeAt(text, at);
      if (decoded.rune == kRuneError) return static_cast<int64_t>(at);
      at += static_cast<size_t>(decoded.width);
    }
    return -1;
  }
  if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) return -1;
  char encoding[4];
  return index(text, {encoding, static_cast<size_t>(encodeRune(encoding, rune))});
}

int64_t indexAny(std::string_view text, std::string_view runes) {
  RuneSet set(runes);
  for (size_t at = 0; at < text.size();) {
    DecodedRune decoded = decodeAt(text, at);
    if (set.contains(decoded.rune)) return static_cast<int64_t>(at);
    at += static_cast<size_t>(decoded.width);
  }
  return -1;
}

int64_t lastIndexAny(std::string_view text, std::string_view runes) {
  RuneSet set(runes);
  for (size_t end = text.size(); end > 0;) {
    DecodedRune decoded = decodeBefore(text, end);
    end -= static_cast<size_t>(decoded.width);
    if (set.contains(decoded.rune)) return static_cast<int64_t>(end);
  }
  return -1;
}

int64_t count(std::string_view text, std::string_view part) {
  if (part.empty()) return countRunes(text.data(), static_cast<int64_t>(text.size())) + 1;
  if (part.size() == 1) return std::count(text.begin(), text.end(), part[0]);
  int64_t total = 0;
  for (int64_t found; (found = index(text, part)) >= 0; ++total)
    text.remove_prefix(static_cast<size_t>(found) + part.size());
  return total;
}

bool equalFold(std::string_view a, std::string_view b) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    DecodedRune x = decodeAt(a, i), y = decodeAt(b, j);
    i += static_cast<size_t>(x.width);
    j += static_cast<size_t>(y.width);
    if (x.rune == y.rune) continue;
    if (x.rune < 128 && y.rune < 128) {
      if (unicode::toLower(x.rune) != unicode::toLower(y.rune)) return false;
      continue;
    }
    int32_t next = unicode::simpleFold(x.rune);
    while (next != x.rune && next != y.rune) next = unicode::simpleFold(next);
    if (next != y.rune) return false;
  }
  return i == a.size() && j == b.size();
}

std::vector<Part> fields(std::string_view text) {
  std::vector<Part> parts;
  size_t start = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    DecodedRune decoded = decodeAt(text, at);
    bool space = unicode::isSpace(decoded.rune);
    if (space && inside) parts.push_back({start, at});
    if (!space && !inside) start = at;
    inside = !space;
    at += static_cast<size_t>(decoded.width);
  }
  if (inside) parts.push_back({start, text.size()});
  return parts;
}

std::vector<Part> split(std::string_view text, std::string_view separator, int64_t keep, int64_t limit) {
  std::vector<Part> parts;
  auto full = [&] { return limit > 0 && static_cast<int64_t>(parts.size()) == limit - 1; };
  size_t start = 0;
  if (separator.empty()) {
    while (start < text.size() && !full()) {
      size_t end = start + static_cast<size_t>(decodeAt(text, start).width);
      parts.push_back({start, end});
      start = end;
    }
    if (start < text.size()) parts.push_back({start, text.size()});
    return parts;
  }
  while (!full()) {
    int64_t found = index(text.substr(start), separator);
    if (found < 0) break;
    size_t end = start + static_cast<size_t>(found);
    parts.push_back({start, end + static_cast<size_t>(keep)});
    start = end + separator.size();
  }
  parts.push_back({start, text.size()});
  return parts;
}

Part trim(std::string_view text, std::string_view set, bool left, bool right) {
  if (set.empty()) return {0, text.size()};
  RuneSet runes(set);
  return trimBy(text, [&runes](int32_t rune) { return runes.contains(rune); }, left, right);
}

Part trimSpace(std::string_view text) {
  return trimBy(text, unicode::isSpace, true, true);
}

std::string replace(std::string_view text, std::string_view from, std::string_view to, int64_t limit) {
  std::string out;
  if (from.empty()) {
    size_t at = 0;
    for (int64_t n = 0; limit < 0 || n < limit; ++n) {
      out += to;
      if (at == text.size()) return out;
      auto width = static_cast<size_t>(decodeAt(text, at).width);
      out.append(text, at, width);
      at += width;
    }
    return out.append(text, at);
  }
  for (int64_t n = 0; limit < 0 || n < limit; ++n) {
    int64_t found = index(text, from);
    if (found < 0) break;
    out.append(text, 0, static_cast<size_t>(found));
    out += to;
    text.remove_prefix(static_cast<size_t>(found) + from.size());
  }
  return out.append(text);
}

std::string replacePairs(std::string_view text,
                         const std::vector<std::pair<std::string_view, std::string_view>>& pairs) {
  // For each first byte the pairs whose old string begins with it, in order; pairs with an empty one apart.
  constexpr size_t kNone = SIZE_MAX;
  std::array<size_t, 256> first;
  first.fill(kNone);
  std::vector<size_t> next(pairs.size(), kNone);
  size_t empty = kNone;
  for (size_t i = pairs.size(); i-- > 0;) {
    if (pairs[i].first.empty()) {
      empty = i;
      continue;
    }
    size_t& head = first[static_cast<uint8_t>(pairs[i].first[0])];
    next[i] = head;
    head = i;
  }
  std::string out;
  bool afterEmpty = false; // the empty string was replaced here: it does not match again
  for (size_t at = 0; at <= text.size();) {
    size_t match = kNone;
    if (at < text.size())
      for (match = first[static_cast<uint8_t>(text[at])]; match != kNone; match = next[match])
        if (text.substr(at, pairs[match].first.size()) == pairs[match].first) break;
    if (empty != kNone && !afterEmpty && (match == kNone || empty < match)) match = empty;
    afterEmpty = match != kNone && match == empty;
    if (match == kNone) {
      if (at == text.size()) break;
      out += text[at++];
      continue;
    }
    out += pairs[match].second;
    at += pairs[match].first.size();
  }
  return out;
}

bool convertRunes(std::string_view text, int32_t (*convert)(int32_t), std::string& out) {
  size_t at = 0;
  while (at < text.size()) {
    DecodedRune decoded = decodeAt(text, at);
    if (isInvalid(decoded) || convert(decoded.rune) != decoded.rune) break;
    at += static_cast<size_t>(decoded.width);
  }
  if (at == text.size()) return false;
  out.reserve(text.size() + 4);
  out.append(text, 0, at);
  while (at < text.size()) {
    DecodedRune decoded = decodeAt(text, at);
    int32_t rune = convert(decoded.rune);
    if (rune < 128 && rune >= 0)
      out += static_cast<char>(rune);
    else
      appendRune(out, rune);
    at += static_cast<size_t>(decoded.width);
  }
  return true;
}

bool toValid(std::string_view text, std::string_view replacement, std::string& out) {
  bool changed = false, inRun = false;
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    DecodedRune decoded = decodeAt(text, at);
    if (isInvalid(decoded)) {
      out.append(text, copied, at - copied);
      if (!inRun) out += replacement;
      inRun = changed = true;
      copied = at + 1;
    } else {
      inRun = false;
    }
    at += static_cast<size_t>(decoded.width);
  }
  if (changed) out.append(text, copied);
  return changed;
}

} // namespace gossamer::text
