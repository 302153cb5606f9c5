package cmplx

import (
	"math"
	"math/bits"
)

// The bits of 1/Pi behind the binary point, after a zero word.
var overPi = [...]uint64{
	0x0000000000000000, 0x517cc1b727220a94, 0xfe13abe8fa9a6ee0, 0x6db14acc9e21c820,
	0xff28b1d5ef5de2b0, 0xdb92371d2126e970, 0x0324977504e8c90e, 0x7f0ef58e5894d39f,
	0x74411afa975da242, 0x74ce38135a2fbf20, 0x9cc8eb1cc1a99cfa, 0x4e422fc5defc941d,
	0x8ffc4bffef02cc07, 0xf79788c5ad05368f, 0xb69b3f6793e584db, 0xa7a31fb34f2ff516,
	0xba93dd63f5f2f8bd, 0x9e839cfbc5294975, 0x35fdafd88fc6ae84, 0x2b0198237e3db5d5,
}

// lessMultipleOfPi returns x less the multiple of Pi next to it.
func lessMultipleOfPi(x float64) float64 {
	if math.Abs(x) < 1<<30 {
		// Pi in three parts, so that the products with integers are exact.
		const (
			pi1 = 3.141592502593994
			pi2 = 1.5099578831723193e-07
			pi3 = 1.0780605716316238e-14
		)
		n := float64(int64(x/math.Pi + 0.5))
		return ((x - n*pi1) - n*pi2) - n*pi3
	}
	// Payne and Hanek: of the product of x with 1/Pi only the bits behind the point are computed.
	const mantissaBits = 52
	b := math.Float64bits(x)
	exponent := int(b>>mantissaBits&0x7FF) - 1023 - mantissaBits
	mantissa := b&(1<<mantissaBits-1) | 1<<mantissaBits
	digit, shift := uint(exponent+64)/64, uint(exponent+64)%64
	window := func(i uint) uint64 { return overPi[digit+i]<<shift | overPi[digit+i+1]>>(64-shift) }
	carried, _ := bits.Mul64(window(2), mantissa)
	high, low := bits.Mul64(window(1), mantissa)
	low, carry := bits.Add64(low, carried, 0)
	high, _ = bits.Add64(window(0)*mantissa, high, carry)
	// The fraction as a float: its leading one is left out.
	zeros := uint(bits.LeadingZeros64(high)) + 1
	fraction := high<<zeros | low>>(64-zeros)
	x = math.Float64frombits(fraction>>(64-mantissaBits) | uint64(1023-zeros)<<mantissaBits)
	if x > 0.5 {
		x--
	}
	return math.Pi * x
}
