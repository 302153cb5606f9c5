// Package internal/blockhash: the compression functions of MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4).
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Slice.h"

#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

namespace gossamer::stdlib {
namespace {

using Words = std::array<uint32_t, 16>;

Words wordsOf(const uint8_t* block, bool bigEndian) {
  Words words;
  for (size_t i = 0; i < 16; ++i) {
    uint32_t word = 0;
    for (size_t j = 0; j < 4; ++j) word |= uint32_t(block[4 * i + j]) << (bigEndian ? 24 - 8 * j : 8 * j);
    words[i] = word;
  }
  return words;
}

// The constants of MD5 are the fractions of |sin(1)|, |sin(2)|, …; those of SHA-256 the fractions of the cube
// roots of the first primes. All differ from a rounding limit by far more than these functions' errors.
const std::array<uint32_t, 64>& sines() {
  static const auto table = [] {
    std::array<uint32_t, 64> t;
    for (size_t i = 0; i < 64; ++i) t[i] = uint32_t(std::abs(std::sin(double(i + 1))) * 0x1p32);
    return t;
  }();
  return table;
}

const std::array<uint32_t, 64>& cubeRoots() {
  static const auto table = [] {
    std::array<uint32_t, 64> t;
    size_t found = 0;
    for (unsigned n = 2; found < 64; ++n) {
      bool prime = true;
      for (unsigned d = 2; d * d <= n; ++d) prime = prime && n % d != 0;
      if (!prime) continue;
      double whole;
      t[found++] = uint32_t(std::modf(std::cbrt(double(n)), &whole) * 0x1p32);
    }
    return t;
  }();
  return table;
}

void md5(uint32_t* state, const uint8_t* block) {
  static constexpr int kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  Words words = wordsOf(block, false);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  for (unsigned i = 0; i < 64; ++i) {
    uint32_t mixed;
    unsigned word;
    switch (i / 16) {
    case 0: mixed = (b & c) | (~b & d), word = i; break;
    case 1: mixed = (d & b) | (~d & c), word = 5 * i + 1; break;
    case 2: mixed = b ^ c ^ d, word = 3 * i + 5; break;
    default: mixed = c ^ (b | ~d), word = 7 * i; break;
    }
    uint32_t turned = std::rotl(a + mixed + sines()[i] + words[word % 16], kTurns[i / 16][i % 4]);
    a = std::exchange(d, std::exchange(c, std::exchange(b, b + turned)));
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

void sha1(uint32_t* state, const uint8_t* block) {
  static constexpr uint32_t kConstants[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
  Words words = wordsOf(block, true);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (unsigned i = 0; i < 80; ++i) {
    uint32_t& word = words[i % 16]; // the schedule needs only the last 16
    if (i >= 16) word = std::rotl(words[(i + 13) % 16] ^ words[(i + 8) % 16] ^ words[(i + 2) % 16] ^ word, 1);
    uint32_t mixed = i / 20 == 0 ? (b & c) | (~b & d) : i / 20 == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    uint32_t next = std::rotl(a, 5) + mixed + e + kConstants[i / 20] + word;
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

void sha256(uint32_t* state, const uint8_t* block) {
  Words words = wordsOf(block, true);
  std::array<uint32_t, 8> s;
  for (size_t i = 0; i < 8; ++i) s[i] = state[i];
  auto& [a, b, c, d, e, f, g, h] = s;
  for (unsigned i = 0; i < 64; ++i) {
    uint32_t& word = words[i % 16];
    if (i >= 16) {
      uint32_t early = words[(i + 1) % 16], late = words[(i + 14) % 16];
      word += (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3) + words[(i + 9) % 16] +
              (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10);
    }
    uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                     cubeRoots()[i] + word;
    uint32_t second = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  for (size_t i = 0; i < 8; ++i) state[i] += s[i];
}

// blockhash.Function
enum class Function : int64_t { MD5, SHA1, SHA256 };

void compress(Function function, uint32_t* state, Slice blocks) {
  auto bytes = blocks.as<const uint8_t>();
  for (; bytes.size() >= 64; bytes = bytes.subspan(64)) {
    switch (function) {
    case Function::MD5: md5(state, bytes.data()); break;
    case Function::SHA1: sha1(state, bytes.data()); break;
    case Function::SHA256: sha256(state, bytes.data()); break;
    }
  }
}

} // namespace

GOSSAMER_NATIVES(internal_blockhash, {"internal/blockhash.compress", leaf<compress>});

} // namespace gossamer::stdlib
