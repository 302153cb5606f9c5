// Package bits counts and manipulates bits of unsigned integers.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// LeadingZeros is LeadingZeros64 for 64 bits.
func LeadingZeros(x uint) int { return LeadingZeros64(uint64(x)) }

// TrailingZeros is TrailingZeros64 for 64 bits.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// OnesCount returns the number of one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// Len returns the number of bits needed for x, 0 for 0.
func Len(x uint) int { return Len64(uint64(x)) }

// Reverse returns the bits of x in reverse order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// ReverseBytes returns the bytes of x in reverse order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// RotateLeft rotates x left by k bits, right if k is negative.
func RotateLeft(x uint, k int) uint { return x<<(uint(k)&63) | x>>(-uint(k)&63) }

// LeadingZeros8 is LeadingZeros64 for 8 bits.
func LeadingZeros8(x uint8) int { return LeadingZeros64(uint64(x)) - 56 }

// TrailingZeros8 is TrailingZeros64 for 8 bits.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// OnesCount8 returns the number of one bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// Len8 returns the number of bits needed for x, 0 for 0.
func Len8(x uint8) int { return Len64(uint64(x)) }

// Reverse8 returns the bits of x in reverse order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// RotateLeft8 rotates x left by k bits, right if k is negative.
func RotateLeft8(x uint8, k int) uint8 { return x<<(uint(k)&7) | x>>(-uint(k)&7) }

// LeadingZeros16 is LeadingZeros64 for 16 bits.
func LeadingZeros16(x uint16) int { return LeadingZeros64(uint64(x)) - 48 }

// TrailingZeros16 is TrailingZeros64 for 16 bits.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// OnesCount16 returns the number of one bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// Len16 returns the number of bits needed for x, 0 for 0.
func Len16(x uint16) (n int) { return Len64(uint64(x)) }

// Reverse16 returns the bits of x in reverse order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// ReverseBytes16 returns the bytes of x in reverse order.
func ReverseBytes16(x uint16) uint16 { return uint16(ReverseBytes64(uint64(x)) >> 48) }

// RotateLeft16 rotates x left by k bits, right if k is negative.
func RotateLeft16(x uint16, k int) uint16 { return x<<(uint(k)&15) | x>>(-uint(k)&15) }

// LeadingZeros32 is LeadingZeros64 for 32 bits.
func LeadingZeros32(x uint32) int { return LeadingZeros64(uint64(x)) - 32 }

// TrailingZeros32 is TrailingZeros64 for 32 bits.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// OnesCount32 returns the number of one bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// Len32 returns the number of bits needed for x, 0 for 0.
func Len32(x uint32) (n int) { return Len64(uint64(x)) }

// Reverse32 returns the bits of x in reverse order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// ReverseBytes32 returns the bytes of x in reverse order.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// RotateLeft32 rotates x left by k bits, right if k is negative.
func RotateLeft32(x uint32, k int) uint32 { return x<<(uint(k)&31) | x>>(-uint(k)&31) }

// LeadingZeros64 returns the number of zero bits above the highest one bit, 64 for 0.
func LeadingZeros64(x uint64) int

// TrailingZeros64 returns the number of zero bits below the lowest one bit, 64 for 0.
func TrailingZeros64(x uint64) int

// OnesCount64 returns the number of one bits.
func OnesCount64(x uint64) int

// Len64 returns the number of bits needed for x, 0 for 0.
func Len64(x uint64) (n int)

// Reverse64 returns the bits of x in reverse order.
func Reverse64(x uint64) uint64

// ReverseBytes64 returns the bytes of x in reverse order.
func ReverseBytes64(x uint64) uint64

// RotateLeft64 rotates x left by k bits, right if k is negative.
func RotateLeft64(x uint64, k int) uint64 { return x<<(uint(k)&63) | x>>(-uint(k)&63) }

// Add64 returns x + y + carry and the carry out; carry must be 0 or 1.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Add32 returns x + y + carry and the carry out; carry must be 0 or 1.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	wide := uint64(x) + uint64(y) + uint64(carry)
	return uint32(wide), uint32(wide >> 32)
}

// Add returns x + y + carry and the carry out; carry must be 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub64 returns x - y - borrow and the borrow out; borrow must be 0 or 1.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | (^x|y)&diff) >> 63
}

// Sub32 returns x - y - borrow and the borrow out; borrow must be 0 or 1.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	wide := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(wide), uint32(wide >> 63)
}

// Sub returns x - y - borrow and the borrow out; borrow must be 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	diff = x - y - borrow
	return diff, (^x&y | (^x|y)&diff) >> 63
}

// Mul64 returns the two halves of x * y.
func Mul64(x, y uint64) (hi, lo uint64)

// Mul32 returns the two halves of x * y.
func Mul32(x, y uint32) (hi, lo uint32) {
	wide := uint64(x) * uint64(y)
	return uint32(wide >> 32), uint32(wide)
}

// Mul returns the two halves of x * y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Div64 divides hi:lo by y. It panics if y is 0 or the quotient does not fit (y <= hi).
func Div64(hi, lo, y uint64) (quo, rem uint64)

// Div32 divides hi:lo by y. It panics if y is 0 or the quotient does not fit (y <= hi).
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		Div64(uint64(hi), 0, uint64(y)) // panics
	}
	wide := uint64(hi)<<32 | uint64(lo)
	return uint32(wide / uint64(y)), uint32(wide % uint64(y))
}

// Div divides hi:lo by y. It panics if y is 0 or the quotient does not fit (y <= hi).
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Rem64 returns the remainder of hi:lo by y. It panics if y is 0, but not if the quotient does not fit.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}

// Rem32 returns the remainder of hi:lo by y. It panics if y is 0, but not if the quotient does not fit.
func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

// Rem returns the remainder of hi:lo by y. It panics if y is 0, but not if the quotient does not fit.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }
