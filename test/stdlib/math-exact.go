// Packages math and math/bits: what Go defines to the last bit, special cases, and the rest to 13 digits.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 05dddee3234aa48257035ca7ef6ffc41e069352569cf672e95545dcca4954451
package main

import (
	"fmt"
	"math"
	"math/bits"
)

var seed uint64 = 23

func next() uint64 {
	seed = seed*6364136223846793005 + 1442695040888963407
	return seed>>33 ^ seed<<29
}

func main() {
	special := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, 0.1, 10, 1000, 1e300, -1e300, 5e-324, 0.49999999999999994, 2.5, -2.5, 1.5,
		4503599627370497.5, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.Pi}
	exact := []func(float64) float64{math.Abs, math.Ceil, math.Floor, math.Trunc, math.Round, math.RoundToEven, math.Sqrt, math.Logb}
	for _, x := range special {
		for _, f := range exact {
			fmt.Print(f(x), " ")
		}
		frac, exp := math.Frexp(x)
		whole, part := math.Modf(x)
		fmt.Println(frac, exp, whole, part, math.Ilogb(x), math.Signbit(x), math.IsInf(x, 0), math.IsNaN(x), math.Float64bits(x), math.Float32bits(float32(x)))
		for _, y := range special {
			fmt.Print(math.Max(x, y), math.Min(x, y), math.Mod(x, y), math.Remainder(x, y), math.Copysign(x, y), math.Dim(x, y), math.Nextafter(x, y), math.FMA(x, y, 1), " ")
		}
		fmt.Println()
	}
	rough := map[string]func(float64) float64{"acos": math.Acos, "acosh": math.Acosh, "asin": math.Asin, "asinh": math.Asinh, "atan": math.Atan, "atanh": math.Atanh,
		"cbrt": math.Cbrt, "cos": math.Cos, "cosh": math.Cosh, "erf": math.Erf, "erfc": math.Erfc, "erfinv": math.Erfinv, "erfcinv": math.Erfcinv, "exp": math.Exp,
		"exp2": math.Exp2, "expm1": math.Expm1, "gamma": math.Gamma, "log": math.Log, "log10": math.Log10, "log1p": math.Log1p, "log2": math.Log2, "sin": math.Sin,
		"sinh": math.Sinh, "tan": math.Tan, "tanh": math.Tanh, "j0": math.J0, "j1": math.J1, "y0": math.Y0, "y1": math.Y1}
	names := []string{"acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "erfinv", "erfcinv", "exp", "exp2", "expm1", "gamma", "log",
		"log10", "log1p", "log2", "sin", "sinh", "tan", "tanh", "j0", "j1", "y0", "y1"}
	for _, x := range []float64{0, math.Copysign(0, -1), 0.25, -0.25, 0.75, 1, -1, 1.75, 3.5, -3.5, 20.25, 700.5, math.Inf(1), math.Inf(-1), math.NaN()} {
		for _, name := range names {
			fmt.Printf("%s(%v)=%.12g ", name, x, rough[name](x))
		}
		g, sign := math.Lgamma(x)
		s, c := math.Sincos(x)
		fmt.Printf("%.12g %d %.12g %.12g\n", g, sign, s, c)
	}
	for _, x := range special {
		for _, y := range []float64{0, 0.5, -0.5, 1, -1, 2, 3, -3, 1e10, math.Inf(1), math.Inf(-1), math.NaN()} {
			fmt.Printf("%.11g %.12g %.12g ", math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y))
		}
		fmt.Println()
	}
	for n := 0; n < 30; n++ {
		fmt.Println(math.Pow(3, float64(n)), math.Pow(-1.5, float64(-n)), math.Pow10(n*20-300), math.Ldexp(1.25, n*70-1050), math.Log2(float64(uint64(1)<<n)),
			math.Log10(math.Pow10(n)), math.Hypot(3, float64(n)))
	}
	fmt.Printf("%.12g %.12g\n", math.Jn(3, 2.5), math.Yn(-3, 2.5))
	fmt.Println(math.Nextafter32(1, 2), math.Inf(-1), math.MaxInt64, uint64(math.MaxUint64), math.SmallestNonzeroFloat64)
	for i := 0; i < 200; i++ {
		x, y := next()>>(next()%64), next()
		c := x & 1
		sum, carry := bits.Add64(x, y, c)
		diff, borrow := bits.Sub64(x, y, c)
		hi, lo := bits.Mul64(x, y)
		fmt.Println(bits.LeadingZeros64(x), bits.LeadingZeros32(uint32(x)), bits.LeadingZeros16(uint16(x)), bits.LeadingZeros8(uint8(x)), bits.TrailingZeros64(x),
			bits.TrailingZeros32(uint32(x)), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros8(uint8(x)), bits.OnesCount64(x), bits.OnesCount8(uint8(x)),
			bits.Len(uint(x)), bits.Len8(uint8(x)), bits.Reverse64(x), bits.Reverse32(uint32(x)), bits.Reverse16(uint16(x)), bits.Reverse8(uint8(x)),
			bits.ReverseBytes64(x), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes16(uint16(x)), bits.RotateLeft64(x, int(y%200)-100),
			bits.RotateLeft32(uint32(x), int(y%99)-50), bits.RotateLeft16(uint16(x), int(y%99)-50), bits.RotateLeft8(uint8(x), int(y%99)-50), sum, carry, diff, borrow, hi, lo)
		quo, rem := bits.Div64(hi%(y|1), lo, y|1)
		a, b := bits.Add32(uint32(x), uint32(y), uint32(c))
		d, e := bits.Sub32(uint32(x), uint32(y), uint32(c))
		m, n := bits.Mul32(uint32(x), uint32(y))
		q, r := bits.Div32(m%(uint32(y)|1), n, uint32(y)|1)
		fmt.Println(quo, rem, a, b, d, e, m, n, q, r, bits.Rem64(x, lo, y|1), bits.Rem32(uint32(x), n, uint32(y)|1))
	}
	for _, f := range []func(){func() { bits.Div64(1, 0, 1) }, func() { bits.Div64(1, 0, 0) }, func() { bits.Div32(2, 0, 1) }, func() { bits.Rem(0, 0, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
