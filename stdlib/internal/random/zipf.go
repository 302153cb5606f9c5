package random

import "math"

// Zipf makes numbers k in [0, imax] with probability proportional to (v + k) ** (-s), by rejection-inversion (Hörmann and
// Derflinger 1996).
type Zipf struct {
	r       Uniform
	v, s    float64
	low     float64 // the integral at imax + 1/2
	span    float64 // from there to the one that belongs to 0
	squeeze float64 // closer to k than this, a number is accepted at once
}

// NewZipf returns a Zipf over r; nil unless s > 1 and v >= 1.
func NewZipf(r Uniform, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, s: s}
	z.low = z.integral(float64(imax) + 0.5)
	z.span = z.integral(0.5) - math.Exp(math.Log(v)*(-s)) - z.low
	z.squeeze = 1 - z.inverse(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// integral is the integral of the density, up to a constant.
func (z *Zipf) integral(x float64) float64 {
	return math.Exp((1-z.s)*math.Log(z.v+x)) * (1 / (1 - z.s))
}

func (z *Zipf) inverse(x float64) float64 {
	return math.Exp(1/(1-z.s)*math.Log((1-z.s)*x)) - z.v
}

// Uint64 returns the next number.
func (z *Zipf) Uint64() uint64 {
	for {
		at := z.low + z.r.Float64()*z.span
		x := z.inverse(at)
		k := math.Floor(x + 0.5)
		if k-x <= z.squeeze || at >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
