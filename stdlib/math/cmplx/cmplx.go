// Package cmplx has functions of complex numbers, with the special cases of C99's Annex G.
package cmplx

import "math"

// Abs returns the modulus of x.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase returns the argument of x, in [-Pi, Pi].
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar returns the modulus and the argument of x.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect returns the number with modulus r and argument θ.
func Rect(r, θ float64) complex128 {
	sin, cos := math.Sincos(θ)
	return complex(r*cos, r*sin)
}

// Conj returns the conjugate of x.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf returns an infinity.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// IsInf reports whether a part of x is infinite.
func IsInf(x complex128) bool { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }

// NaN returns a number both of whose parts are not-a-number.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// IsNaN reports whether a part of x is not-a-number and none infinite.
func IsNaN(x complex128) bool { return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x))) }

// timesI and overI turn a number by a quarter.
func timesI(x complex128) complex128 { return complex(-imag(x), real(x)) }
func overI(x complex128) complex128  { return complex(imag(x), -real(x)) }

// Sqrt returns the square root of x whose real part is not negative.
func Sqrt(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && re < 0:
		return complex(0, math.Copysign(math.Sqrt(-re), im))
	case im == 0:
		return complex(math.Sqrt(math.Abs(re)), im)
	case math.IsInf(im, 0):
		return complex(math.Inf(1), im)
	case re == 0:
		r := math.Sqrt(0.5 * math.Abs(im))
		return complex(r, math.Copysign(r, im))
	}
	// Scaling by a power of four keeps the modulus from overflow and underflow.
	scale := 2.0
	if math.Abs(re) > 4 || math.Abs(im) > 4 {
		re, im = re*0.25, im*0.25
	} else {
		re, im = re*(1<<54), im*(1<<54)
		scale = 1.0 / (1 << 27)
	}
	modulus := math.Hypot(re, im)
	var large, small float64
	if re > 0 {
		large = math.Sqrt(0.5*modulus + 0.5*re)
	} else {
		large = math.Sqrt(0.5*modulus - 0.5*re)
	}
	small = scale * math.Abs((0.5*im)/large)
	large *= scale
	if re > 0 {
		return complex(large, withSign(small, im))
	}
	return complex(small, withSign(large, im))
}

// withSign returns x, negated if y is less than zero.
func withSign(x, y float64) float64 {
	if y < 0 {
		return -x
	}
	return x
}

// Exp returns e to the power x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	vague := math.IsInf(im, 0) || math.IsNaN(im)
	switch {
	case math.IsInf(re, 1) && im == 0:
		return x
	case math.IsInf(re, 1) && vague:
		return complex(math.Inf(1), math.NaN())
	case math.IsInf(re, -1) && vague:
		return complex(0, math.Copysign(0, im))
	case math.IsNaN(re) && im == 0:
		return complex(math.NaN(), im)
	}
	return Rect(math.Exp(re), im)
}

// Log returns the natural logarithm of x, its imaginary part in [-Pi, Pi].
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 returns the decimal logarithm of x.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow returns x to the power y. Zero to a power with a positive real part is zero, to a power with real part 0 it is 1,
// otherwise infinite.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch {
		case IsNaN(y):
			return NaN()
		case real(y) == 0:
			return 1
		case real(y) > 0:
			return 0
		case imag(y) == 0:
			return complex(math.Inf(1), 0)
		case real(y) < 0:
			return Inf()
		}
		panic("not reached")
	}
	modulus := Abs(x)
	if modulus == 0 {
		return 0
	}
	phase := Phase(x)
	r := math.Pow(modulus, real(y))
	θ := real(y) * phase
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * phase)
		θ += imag(y) * math.Log(modulus)
	}
	return Rect(r, θ)
}
