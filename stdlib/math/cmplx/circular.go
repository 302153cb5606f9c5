package cmplx

import "math"

// sinhcosh returns the hyperbolic sine and cosine of x.
func sinhcosh(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

func isVague(f float64) bool { return math.IsInf(f, 0) || math.IsNaN(f) }

// Sin returns the sine of x.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && isVague(re), math.IsInf(im, 0) && isVague(re):
		return complex(math.NaN(), im)
	case re == 0 && isVague(im):
		return x
	}
	sin, cos := math.Sincos(re)
	sinh, cosh := sinhcosh(im)
	return complex(sin*cosh, cos*sinh)
}

// Cos returns the cosine of x.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && isVague(re):
		return complex(math.NaN(), -im*math.Copysign(0, re))
	case math.IsInf(im, 0) && re == 0:
		return complex(math.Inf(1), -re*math.Copysign(0, im))
	case math.IsInf(im, 0) && isVague(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	sin, cos := math.Sincos(re)
	sinh, cosh := sinhcosh(im)
	return complex(cos*cosh, -sin*sinh)
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && isVague(im), math.IsInf(re, 0) && isVague(im):
		return complex(re, math.NaN())
	case math.IsInf(re, 0) && im == 0:
		return x
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	sin, cos := math.Sincos(im)
	sinh, cosh := sinhcosh(re)
	return complex(cos*sinh, sin*cosh)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && isVague(im):
		return complex(math.NaN(), re*math.Copysign(0, im))
	case math.IsInf(re, 0) && im == 0:
		return complex(math.Inf(1), im*math.Copysign(0, re))
	case math.IsInf(re, 0) && isVague(im):
		return complex(math.Inf(1), math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	sin, cos := math.Sincos(im)
	sinh, cosh := sinhcosh(re)
	return complex(cos*cosh, sin*sinh)
}

// Tan returns the tangent of x.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(im, 0) && isVague(re):
		return complex(math.Copysign(0, re), math.Copysign(1, im))
	case math.IsInf(im, 0):
		return complex(math.Copysign(0, math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = coshLessCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(re, 0) && isVague(im):
		return complex(math.Copysign(1, re), math.Copysign(0, im))
	case math.IsInf(re, 0):
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if math.Abs(d) < 0.25 {
		d = coshLessCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// coshLessCos returns cosh(2 imag) - cos(2 real) by its series: the difference itself would lose digits.
func coshLessCos(z complex128) float64 {
	x := lessMultipleOfPi(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x *= x
	y *= y
	sum, xPower, yPower, factorial, k := 0.0, 1.0, 1.0, 1.0, 0.0
	next := func() {
		for range 2 {
			k++
			factorial *= k
		}
		xPower *= x
		yPower *= y
	}
	for {
		next()
		sum += (yPower + xPower) / factorial
		next()
		term := (yPower - xPower) / factorial
		sum += term
		if !(math.Abs(term/sum) > 1.0/(1<<53)) {
			return sum
		}
	}
}

// Asin returns the inverse sine of x.
func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case math.IsNaN(im):
		switch {
		case re == 0:
			return complex(re, math.NaN())
		case math.IsInf(re, 0):
			return complex(math.NaN(), re)
		}
		return NaN()
	case math.IsInf(im, 0):
		switch {
		case math.IsNaN(re):
			return x
		case math.IsInf(re, 0):
			return complex(math.Copysign(math.Pi/4, re), im)
		}
		return complex(math.Copysign(0, re), im)
	case math.IsInf(re, 0):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(re, im))
	}
	square := x * x
	root := Sqrt(complex(1-real(square), -imag(square)))
	return overI(Log(timesI(x) + root))
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case math.IsInf(re, 0):
		switch {
		case math.IsInf(im, 0):
			return complex(re, math.Copysign(math.Pi/4, im))
		case math.IsNaN(im):
			return x
		}
		return complex(re, math.Copysign(0, im))
	case math.IsNaN(re):
		switch {
		case im == 0:
			return x
		case math.IsInf(im, 0):
			return complex(im, re)
		}
		return NaN()
	case math.IsInf(im, 0):
		return complex(math.Copysign(im, re), math.Copysign(math.Pi/2, im))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Acos returns the inverse cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return timesI(w)
	}
	return overI(w)
}

// Atan returns the inverse tangent of x.
func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case IsInf(x) && math.IsNaN(re):
		return complex(math.NaN(), math.Copysign(0, im))
	case IsInf(x):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(0, im))
	case IsNaN(x):
		return NaN()
	}
	square := re * re
	a := 1 - square - im*im
	below := square + (im-1)*(im-1)
	if a == 0 || below == 0 {
		return NaN()
	}
	above := square + (im+1)*(im+1)
	return complex(lessMultipleOfPi(0.5*math.Atan2(2*re, a)), 0.25*math.Log(above/below))
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 { return overI(Atan(timesI(x))) }
