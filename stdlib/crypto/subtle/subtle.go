// Package subtle has functions whose time in compiled code does not depend on their operands' values. In an interpreter
// that cannot be promised; the results are the same.
package subtle

// ConstantTimeCompare returns 1 if x and y have equal contents, else 0.
func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var differing byte
	for i := range x {
		differing |= x[i] ^ y[i]
	}
	return ConstantTimeByteEq(differing, 0)
}

// ConstantTimeSelect returns x if v is 1 and y if v is 0.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ConstantTimeByteEq returns 1 if x == y, else 0.
func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// ConstantTimeEq returns 1 if x == y, else 0.
func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeLessOrEq returns 1 if x <= y, else 0, for operands from 0 to 1<<31 - 1.
func ConstantTimeLessOrEq(x, y int) int {
	a, b := int32(x), int32(y)
	return int((a-b-1)>>31) & 1
}

// ConstantTimeCopy copies y to x if v is 1 and leaves it if v is 0. It panics if the lengths differ.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	leave := byte(v - 1)
	for i := range x {
		x[i] = x[i]&leave | y[i]&^leave
	}
}

// XORBytes sets dst[i] = x[i] ^ y[i] for i below the shorter length, which it returns. dst may be x or y, but must not
// overlap one of them otherwise.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	if overlapsInexactly(dst[:n], x[:n]) || overlapsInexactly(dst[:n], y[:n]) {
		panic("subtle.XORBytes: invalid overlap")
	}
	for i := range n {
		dst[i] = x[i] ^ y[i]
	}
	return n
}

// WithDataIndependentTiming calls f.
func WithDataIndependentTiming(f func()) { f() }
