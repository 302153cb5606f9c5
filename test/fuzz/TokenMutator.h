// Mutations of Go sources for libFuzzer that keep to whole tokens: what they make is far more often a program with a mistake
// in it, or a sound one, than what changed bytes make.
//
// LLVMFuzzerCustomMutator swaps, deletes, doubles and moves tokens and stretches of them, LLVMFuzzerCustomCrossOver puts
// stretches of one program into another. Include it in one source file of a target.
#pragma once

#include "frontend/lex/Lexer.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize);

namespace gossamer::fuzz {

// The text cut up: each piece is a token with the blanks and comments in front of it.
inline std::vector<std::string_view> pieces(const std::string& text) {
  Lexer lexer(text, Pos(), nullptr, nullptr);
  std::vector<std::string_view> out;
  std::string_view whole = text;
  size_t at = 0;
  for (;;) {
    Token token = lexer.next();
    if (token.kind == Tok::End) break;
    size_t end = token.end;
    if (end <= at) continue; // a semicolon that the lexer put in
    out.push_back(whole.substr(at, end - at));
    at = end;
  }
  if (at < whole.size()) out.push_back(whole.substr(at));
  return out;
}

using Random = std::minstd_rand;

inline size_t below(Random& random, size_t n) { return n == 0 ? 0 : random() % n; }

// A stretch [first, last) of at most a few tokens, or now and then of any length.
inline std::pair<size_t, size_t> stretch(Random& random, size_t n) {
  size_t first = below(random, n);
  size_t most = below(random, 8) == 0 ? n - first : std::min<size_t>(n - first, 6);
  return {first, first + 1 + below(random, most)};
}

inline size_t write(const std::vector<std::string_view>& list, uint8_t* out, size_t maxSize) {
  size_t size = 0;
  for (std::string_view piece : list) {
    // What stands for a token may need a blank before it.
    bool blank = size > 0 && !piece.empty() && std::isalnum(static_cast<unsigned char>(piece[0])) && std::isalnum(out[size - 1]);
    if (size + blank + piece.size() > maxSize) break;
    if (blank) out[size++] = ' ';
    std::memcpy(out + size, piece.data(), piece.size());
    size += piece.size();
  }
  return size;
}

inline void change(std::vector<std::string_view>& list, Random& random) {
  using Index = std::vector<std::string_view>::difference_type;
  auto at = [&](size_t i) { return list.begin() + static_cast<Index>(i); };
  auto [first, last] = stretch(random, list.size());
  std::vector<std::string_view> cut(at(first), at(last));
  switch (below(random, 5)) {
  case 0: std::swap(list[first], list[below(random, list.size())]); break;
  case 1: list.erase(at(first), at(last)); break;
  case 2: list.insert(at(below(random, list.size())), cut.begin(), cut.end()); break;
  case 3: list[first] = list[below(random, list.size())]; break;
  case 4:
    list.erase(at(first), at(last));
    list.insert(at(below(random, list.size() + 1)), cut.begin(), cut.end());
    break;
  }
}

} // namespace gossamer::fuzz

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
  using namespace gossamer::fuzz;
  Random random(seed + 1);
  if (size == 0 || below(random, 16) == 0) return LLVMFuzzerMutate(data, size, maxSize);
  std::string text(reinterpret_cast<char*>(data), size);
  std::vector<std::string_view> list = pieces(text);
  for (size_t n = 1 + below(random, 4); n > 0 && !list.empty(); n--) change(list, random);
  return write(list, data, maxSize);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t* a, size_t sizeA, const uint8_t* b, size_t sizeB, uint8_t* out,
                                            size_t maxSize, unsigned seed) {
  using namespace gossamer::fuzz;
  Random random(seed + 1);
  std::string into(reinterpret_cast<const char*>(a), sizeA), from(reinterpret_cast<const char*>(b), sizeB);
  std::vector<std::string_view> list = pieces(into), donor = pieces(from);
  if (donor.empty()) return write(list, out, maxSize);
  for (size_t n = 1 + below(random, 4); n > 0; n--) {
    auto [first, last] = stretch(random, donor.size());
    size_t place = below(random, list.size() + 1);
    size_t gone = std::min(list.size() - place, below(random, 3) == 0 ? size_t{0} : last - first);
    auto at = [](std::vector<std::string_view>& l, size_t i) { return l.begin() + static_cast<std::ptrdiff_t>(i); };
    list.erase(at(list, place), at(list, place + gone));
    list.insert(at(list, place), at(donor, first), at(donor, last));
  }
  return write(list, out, maxSize);
}
