// Package math/bits: the machine's instructions.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include <bit>

namespace gossamer::stdlib {
namespace {

int64_t leadingZeros(uint64_t x) {
  return std::countl_zero(x);
}
int64_t trailingZeros(uint64_t x) {
  return std::countr_zero(x);
}
int64_t onesCount(uint64_t x) {
  return std::popcount(x);
}
int64_t length(uint64_t x) {
  return std::bit_width(x);
}
uint64_t reverseBytes(uint64_t x) {
  return __builtin_bswap64(x);
}
uint64_t reverse(uint64_t x) {
  x = (x >> 1 & 0x5555555555555555) | (x & 0x5555555555555555) << 1;
  x = (x >> 2 & 0x3333333333333333) | (x & 0x3333333333333333) << 2;
  x = (x >> 4 & 0x0F0F0F0F0F0F0F0F) | (x & 0x0F0F0F0F0F0F0F0F) << 4;
  return __builtin_bswap64(x);
}

__extension__ using Wide = unsigned __int128;

std::tuple<uint64_t, uint64_t> multiply(uint64_t x, uint64_t y) {
  Wide product = Wide{x} * y;
  return {static_cast<uint64_t>(product >> 64), static_cast<uint64_t>(product)};
}

Status divide(NativeCall& call, Results<uint64_t, uint64_t> out, uint64_t high, uint64_t low,
              uint64_t divisor) {
  if (divisor == 0) return call.panic(TrapCode::DivideByZero);
  if (divisor <= high) return call.panic(TrapCode::IntegerOverflow);
  Wide dividend = Wide{high} << 64 | low;
  out.set(static_cast<uint64_t>(dividend / divisor), static_cast<uint64_t>(dividend % divisor));
  return Status::Ok;
}

} // namespace

GOSSAMER_NATIVES(math_bits, {"math/bits.LeadingZeros64", leaf<leadingZeros>},
                 {"math/bits.TrailingZeros64", leaf<trailingZeros>},
                 {"math/bits.OnesCount64", leaf<onesCount>}, {"math/bits.Len64", leaf<length>},
                 {"math/bits.Reverse64", leaf<reverse>}, {"math/bits.ReverseBytes64", leaf<reverseBytes>},
                 {"math/bits.Mul64", leaf<multiply>}, {"math/bits.Div64", leaf<divide>});

} // namespace gossamer::stdlib
