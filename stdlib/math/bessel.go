package math

// The recurrences between Bessel functions of neighbouring orders are written in Go, since they may take long.

const (
	inverseSqrtPi = 1 / SqrtPi
	veryLarge     = 1 << 302 // x beyond which only the phase counts
)

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return 0
	case n == 0:
		return J0(x)
	case x == 0:
		return 0
	}
	if n < 0 {
		n, x = -n, -x // J-n(x) = Jn(-x)
	}
	if n == 1 {
		return J1(x)
	}
	var value float64
	switch ax := Abs(x); {
	case float64(n) > ax:
		value = jnBelow(n, ax)
	case ax >= veryLarge:
		value = inverseSqrtPi * phase(n, ax) / Sqrt(ax)
	default:
		previous := J0(ax)
		value = J1(ax)
		for i := 1; i < n; i++ {
			previous, value = value, value*(float64(i+i)/ax)-previous
		}
	}
	if x < 0 && n&1 == 1 {
		return -value
	}
	return value
}

// jnBelow returns Jn for 0 < x < n, where going up from J0 would lose all digits: from the continued fraction for
// Jn/Jn-1 it goes down to J0.
func jnBelow(n int, x float64) float64 {
	if x < 1.0/(1<<29) { // the first term of the series
		if n > 33 {
			return 0
		}
		power, factorial := x*0.5, 1.0
		half := power
		for i := 2; i <= n; i++ {
			factorial *= float64(i)
			power *= half
		}
		return power / factorial
	}
	step := 2 / x
	first := float64(n+n) / x
	z := first + step
	q0, q1 := first, first*z-1
	terms := 1
	for q1 < 1e9 {
		terms++
		z += step
		q0, q1 = q1, z*q1-q0
	}
	t := 0.0
	for i := 2 * (n + terms); i >= n+n; i -= 2 {
		t = 1 / (float64(i)/x - t)
	}
	order := float64(n)
	safe := order*Log(Abs(step*order)) < 7.09782712893383973096e+02 // nothing overflows on the way
	next, value := t, 1.0
	for i := n - 1; i > 0; i-- {
		next, value = value, value*float64(i+i)/x-next
		if !safe && value > 1e100 {
			next /= value
			t /= value
			value = 1
		}
	}
	return t * J0(x) / value
}

// Yn returns the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case n == 0:
		return Y0(x)
	}
	negate := n < 0 && n&1 == 1 // Y-n = (-1)^n Yn
	if n < 0 {
		n = -n
	}
	var value float64
	switch {
	case x == 0:
		value = Inf(-1)
	case n == 1:
		value = Y1(x)
	case x >= veryLarge:
		value = inverseSqrtPi * phase(n+1, x) / Sqrt(x) // a sine is the cosine of a quarter less
	default:
		previous := Y0(x)
		value = Y1(x)
		for i := 1; i < n && !IsInf(value, -1); i++ {
			previous, value = value, (float64(i+i)/x)*value-previous
		}
	}
	if negate {
		return -value
	}
	return value
}

// phase returns the cosine of x less n quarters and an eighth of a turn, times the square root of 2.
func phase(n int, x float64) float64 {
	s, c := Sincos(x)
	switch n & 3 {
	case 0:
		return c + s
	case 1:
		return -c + s
	case 2:
		return -c - s
	}
	return c - s
}
