package rand

import "internal/random"

// drawer is a Rand as package random wants it.
type drawer Rand

func (d *drawer) Float64() float64 { return (*Rand)(d).Float64() }

func (d *drawer) Draw(layers uint32) (word, layer uint32) {
	u := d.src.Uint64()
	return uint32(u), uint32(u>>32) & (layers - 1)
}

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 { return random.Normal((*drawer)(r)) }

// ExpFloat64 returns an exponentially distributed number with mean 1.
func (r *Rand) ExpFloat64() float64 { return random.Exponential((*drawer)(r)) }

// Zipf makes numbers k in [0, imax] with probability proportional to (v + k) ** (-s).
type Zipf struct {
	z *random.Zipf
}

// NewZipf returns a Zipf over r; nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if z := random.NewZipf(r, s, v, imax); z != nil {
		return &Zipf{z}
	}
	return nil
}

// Uint64 returns the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.z.Uint64()
}
