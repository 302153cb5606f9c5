// Package rand makes pseudo-random numbers: not for secrets.
//
// The generator and what is derived from it give the same numbers as Go's for the same seed. The functions of the package
// are seeded at random unless Seed is called.
package rand

import "sync"

// Source is a source of uniform numbers in [0, 1<<63). It need not be safe for several goroutines.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source that can also make all 64 bits.
type Source64 interface {
	Source
	Uint64() uint64
}

// NewSource returns a Source, which is also a Source64, with the given seed.
func NewSource(seed int64) Source {
	s := &additive{}
	s.Seed(seed)
	return s
}

const (
	stateLen = 607
	stateTap = 273
)

// additive is the generator x[n] = x[n-273] + x[n-607] modulo 1<<64.
type additive struct {
	tap, feed int
	state     [stateLen]uint64
}

func (s *additive) Seed(seed int64) {
	s.tap, s.feed = 0, stateLen-stateTap
	mixSeed(seed, &s.state)
}

func (s *additive) Int63() int64 { return int64(s.Uint64() << 1 >> 1) }

// Uint64 advances the generator.
func (s *additive) Uint64() uint64

// mixSeed sets the state for a seed.
func mixSeed(seed int64, state *[stateLen]uint64)

// randomUint64 draws from the VM's own source.
func randomUint64() uint64

// global is the source of the package's functions: the VM's, or a seeded one after Seed.
type global struct {
	mu     sync.Mutex
	seeded *additive
}

func (g *global) Int63() int64 { return int64(g.Uint64() << 1 >> 1) }

func (g *global) Uint64() uint64 {
	if g.seeded == nil {
		return randomUint64()
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.seeded.Uint64()
}

func (g *global) Seed(seed int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s := &additive{}
	s.Seed(seed)
	g.seeded = s
}

// Rand derives numbers of many kinds from a Source. It is no safer for several goroutines than that.
type Rand struct {
	src Source
	s64 Source64 // src if it is one

	readWord int64 // what Read has left of the last number
	readLeft int   // bytes of it
}

// New returns a Rand over src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed seeds the source; not while another goroutine uses r.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readLeft = 0
}

// Int63 returns a number in [0, 1<<63).
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 returns any 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Int63() >> 31) }

// Uint64 returns any 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	low := uint64(r.Int63()) >> 31
	return low | uint64(r.Int63())<<32
}

// Int31 returns a number in [0, 1<<31).
func (r *Rand) Int31() int32 { return int32(r.src.Int63() >> 32) }

// Int returns a number in [0, 1<<63).
func (r *Rand) Int() int { return int(r.src.Int63()) }

// Int63n returns a number in [0, n); it panics if n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// Numbers above the last multiple of n would favour some results.
	last := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > last {
		v = r.Int63()
	}
	return v % n
}

// Int31n returns a number in [0, n); it panics if n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	last := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > last {
		v = r.Int31()
	}
	return v % n
}

// scaled returns a number in [0, n) by multiplication rather than division: Shuffle's numbers.
func (r *Rand) scaled(n int32) int32 {
	bound := uint32(n)
	product := uint64(r.Uint32()) * uint64(bound)
	if uint32(product) < bound {
		unfair := -bound % bound
		for uint32(product) < unfair {
			product = uint64(r.Uint32()) * uint64(bound)
		}
	}
	return int32(product >> 32)
}

// Intn returns a number in [0, n); it panics if n <= 0.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n < 1<<31 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 { // rounded up, it may be 1
			return f
		}
	}
}

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the numbers [0, n) in random order.
func (r *Rand) Perm(n int) []int {
	order := make([]int, n)
	for i := range order {
		j := r.Intn(i + 1)
		order[i] = order[j]
		order[j] = i
	}
	return order
}

// Shuffle brings n elements into random order by swap; it panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i >= 1<<31-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.scaled(int32(i+1))))
		}
	}
}

// Read fills p; it always succeeds.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.readLeft == 0 {
			r.readWord = r.src.Int63()
			r.readLeft = 7 // the top byte lacks a bit
		}
		p[i] = byte(r.readWord)
		r.readWord >>= 8
		r.readLeft--
	}
	return len(p), nil
}
