// Package math agrees with Go's on amd64 to the last bit. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: c8f23188ab947e886b42f4dac790c6844abb7f38a8ea48c7274e8e95427b7fd2
package main

import (
	"fmt"
	"math"
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

// Every function over random values of several kinds and over the edges of its formulas, as hashes of the bits.
func main() {
	const n = 5000
	one := map[string]func(float64) float64{}
	names := []string{}
	add := func(name string, f func(float64) float64) { one[name] = f; names = append(names, name) }
	add("acos", math.Acos)
	add("acosh", math.Acosh)
	add("asin", math.Asin)
	add("asinh", math.Asinh)
	add("atan", math.Atan)
	add("atanh", math.Atanh)
	add("cbrt", math.Cbrt)
	add("cos", math.Cos)
	add("cosh", math.Cosh)
	add("erf", math.Erf)
	add("erfc", math.Erfc)
	add("erfinv", math.Erfinv)
	add("erfcinv", math.Erfcinv)
	add("exp", math.Exp)
	add("exp2", math.Exp2)
	add("expm1", math.Expm1)
	add("gamma", math.Gamma)
	add("lgamma", func(x float64) float64 { a, b := math.Lgamma(x); return a + float64(b)*1e-3 })
	add("log", math.Log)
	add("log10", math.Log10)
	add("log1p", math.Log1p)
	add("log2", math.Log2)
	add("sin", math.Sin)
	add("sinh", math.Sinh)
	add("sincos", func(x float64) float64 { a, b := math.Sincos(x); return a + b/3 })
	add("tan", math.Tan)
	add("tanh", math.Tanh)
	add("j0", math.J0)
	add("j1", math.J1)
	add("y0", math.Y0)
	add("y1", math.Y1)
	add("jn", func(x float64) float64 { return math.Jn(int(next()>>58)-30, x) })
	add("yn", func(x float64) float64 { return math.Yn(int(next()>>58)-30, x) })
	add("pow", func(x float64) float64 { return math.Pow(x, value(int(next()>>40))) })
	add("powabs", func(x float64) float64 { return math.Pow(math.Abs(x), value(int(next()>>40)&1+1)) })
	add("atan2", func(x float64) float64 { return math.Atan2(x, value(int(next()>>40))) })
	add("hypot", func(x float64) float64 { return math.Hypot(x, value(int(next()>>40))) })
	add("mod", func(x float64) float64 { return math.Mod(x, value(int(next()>>40))) })
	add("remainder", func(x float64) float64 { return math.Remainder(x, value(int(next()>>40))) })
	add("fma", func(x float64) float64 { return math.FMA(x, value(int(next()>>40)), value(int(next()>>40))) })
	add("pow10", func(x float64) float64 { return math.Pow10(int(next()>>54) - 512) })
	add("ldexp", func(x float64) float64 { return math.Ldexp(x, int(next()>>53)-1024) })
	add("sqrt", math.Sqrt)
	add("nextafter", func(x float64) float64 { return math.Nextafter(x, 3) + float64(math.Nextafter32(float32(x), 3)) })
	add("cbrtsub", func(x float64) float64 { return math.Cbrt(x * 1e-310) })
	edges := []float64{0, math.Copysign(0, -1), 5e-324, -5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-20, 1e-9, 1e-8, 0x1p-28, 0x1p-29, 0x1p-27, 0x1p-13, 0x1p-54, 0x1p-56, 0.25, 0.5, 0.66, 0.7, 0.84375, 0.85, 0.9, 1, 1.25, 1.461632144968362245, 2, 2.41421356237309504880, 2.8571, 3, 4.5454, 6, 7, 8, 21, 22, 28, 33, 34, 44, 88, 143.01608, 150, 170, 171.6, 171.7, 200, 201, 700, 709.4, 709.5, 709.7, 709.782712893384, 709.7827128933841, 710, 744, 745.1, 745.2, 746, 1023.9, 1024, 1074, 1075, 1 << 28, 1 << 29, 1<<29 + 1, 1 << 30, 1 << 52, 1<<53 - 1, 1 << 53, 1 << 58, 1 << 62, 1 << 63, 0x1p129, 0x1p130, 0x1p302, 0x1p303, 1e300, 8e307, 9e307, 1e308, math.MaxFloat64, math.Inf(1), math.NaN(), math.Pi, math.Pi / 2, math.Pi / 4, math.E, 0.1, 1.0 / 3}
	n0 := len(edges)
	for _, x := range edges[:n0] {
		edges = append(edges, -x, math.Nextafter(x, 9), math.Nextafter(-x, 9), math.Nextafter(x, -9))
	}
	for _, name := range names {
		f := one[name]
		h := uint64(14695981039346656037)
		for _, x := range edges {
			y := f(x)
			b := math.Float64bits(y)
			if y != y {
				b = 1
			}
			h = (h ^ b) * 1099511628211
			h ^= h >> 29
		}
		fmt.Printf("%s edges %x\n", name, h)
	}
	for _, x := range edges[:n0] {
		for _, y := range edges {
			fmt.Println(x, y, math.Float64bits(math.Pow(x, y)), math.Float64bits(math.Pow(-x, y)), math.Atan2(x, y), math.Hypot(x, y))
		}
		fmt.Println(math.Jn(2, x), math.Jn(-3, x), math.Jn(37, x), math.Yn(2, x), math.Yn(-3, x), math.Yn(40, x), math.Float64bits(math.Gamma(x)))
	}
	for _, name := range names {
		f := one[name]
		h := uint64(14695981039346656037)
		seed = 77
		for i := 0; i < n; i++ {
			x := value(i)
			y := f(x)
			b := math.Float64bits(y)
			if y != y {
				b = 1
			}
			h = (h ^ b) * 1099511628211
			h ^= h >> 29
		}
		fmt.Printf("%s %x\n", name, h)
	}
}
