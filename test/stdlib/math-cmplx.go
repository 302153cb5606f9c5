// math/cmplx: bits of random values, special cases. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: fa76981b6d8d796f661eb5b5be3fd3633096ed70e5c50ab05b4bcc626d06e24d
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

var seed uint64 = 77

func next() uint64 {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return seed * 2685821657736338717
}

// value draws a float of one of several kinds.
func value(i int) float64 {
	r := next()
	u := float64(r>>11) / (1 << 53)
	switch i % 8 {
	case 0:
		return math.Float64frombits(r)
	case 1:
		return u*2 - 1
	case 2:
		return u*40 - 20
	case 3:
		return u*2000 - 1000
	case 4:
		return float64(int64(r>>59)) - 16
	case 5:
		return u * 1e-5
	case 6:
		return u * 1e9
	}
	return float64(int64(r>>55)-256) / 2
}

func main() {
	const n = 3000
	cs := map[string]func(complex128) complex128{"acos": cmplx.Acos, "acosh": cmplx.Acosh, "asin": cmplx.Asin, "asinh": cmplx.Asinh, "atan": cmplx.Atan, "atanh": cmplx.Atanh, "cos": cmplx.Cos, "cosh": cmplx.Cosh, "cot": cmplx.Cot, "exp": cmplx.Exp, "log": cmplx.Log, "log10": cmplx.Log10, "sin": cmplx.Sin, "sinh": cmplx.Sinh, "sqrt": cmplx.Sqrt, "tan": cmplx.Tan, "tanh": cmplx.Tanh, "conj": cmplx.Conj,
		"pow": func(z complex128) complex128 {
			return cmplx.Pow(z, complex(value(int(next()>>40)), value(int(next()>>40))))
		},
		"abs": func(z complex128) complex128 { return complex(cmplx.Abs(z), cmplx.Phase(z)) },
		"polar": func(z complex128) complex128 {
			r, t := cmplx.Polar(z)
			return complex(r, t) + cmplx.Rect(real(z), imag(z))
		}}
	for _, name := range []string{"acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "cot", "exp", "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh", "conj", "pow", "abs", "polar"} {
		f := cs[name]
		h := uint64(14695981039346656037)
		seed = 99
		for i := 0; i < n; i++ {
			k := int(next() >> 40)
			z := complex(value(k), value(k>>4))
			w := f(z)
			for _, x := range []float64{real(w), imag(w)} {
				b := math.Float64bits(x)
				if x != x {
					b = 1
				}
				h = (h ^ b) * 1099511628211
				h ^= h >> 29
			}
		}
		edges := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.3, 2, 1e-300, 1e300, 5e-324, 1 << 31, math.Pi, -math.Pi / 2, math.Inf(1), math.Inf(-1), math.NaN()}
		for _, re := range edges {
			for _, im := range edges {
				w := f(complex(re, im))
				fmt.Println(name, re, im, w)
			}
		}
		fmt.Printf("cmplx %s %x\n", name, h)
	}
}
