// Package rand makes pseudo-random numbers: not for secrets.
//
// The generators and what is derived from them give the same numbers as Go's for the same seeds. The functions of the
// package draw from the VM's source of chance.
package rand

import "math/bits"

// Source is a source of uniform 64-bit numbers. It need not be safe for several goroutines.
type Source interface {
	Uint64() uint64
}

// Rand derives numbers of many kinds from a Source. It is no safer for several goroutines than that.
type Rand struct {
	src Source
}

// New returns a Rand over src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 returns a number in [0, 1<<63).
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() << 1 >> 1) }

// Uint32 returns any 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns any 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a number in [0, 1<<31).
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns a number in [0, 1<<63).
func (r *Rand) Int() int { return int(r.Int64()) }

// Uint returns any 64 bits.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// below returns a number in [0, n), n > 0: the upper half of the product of n with 64 random bits. Products whose lower
// half is less than 2^64 modulo n would favour some results; they are drawn again (Lemire).
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.src.Uint64() & (n - 1)
	}
	high, low := bits.Mul64(r.src.Uint64(), n)
	if low < n {
		for unfair := -n % n; low < unfair; {
			high, low = bits.Mul64(r.src.Uint64(), n)
		}
	}
	return high
}

// Int64N returns a number in [0, n); it panics if n <= 0.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N returns a number in [0, n); it panics if n == 0.
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N returns a number in [0, n); it panics if n <= 0.
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N returns a number in [0, n); it panics if n == 0.
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN returns a number in [0, n); it panics if n <= 0.
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN returns a number in [0, n); it panics if n == 0.
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.src.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns the numbers [0, n) in random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle brings n elements into random order by swap; it panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}
