package rand

// The functions below are the methods of a Rand that several goroutines may use.

var (
	globalSource global
	globalRand   = New(&globalSource)
)

// Seed makes the functions of the package give the sequence of a seed.
//
// Deprecated: they are seeded at random; for a sequence of one's own there is New(NewSource(seed)).
func Seed(seed int64) { globalSource.Seed(seed) }

// Shuffle brings n elements into random order by swap; it panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { globalRand.Shuffle(n, swap) }

// Read fills p; it always succeeds.
//
// Deprecated: for most uses crypto/rand.Read is right.
func Read(p []byte) (n int, err error) {
	// Its own leftovers, so that callers do not share them.
	return New(&globalSource).Read(p)
}

// Int63 returns a number in [0, 1<<63).
func Int63() int64 { return globalRand.Int63() }

// Uint32 returns any 32 bits.
func Uint32() uint32 { return globalRand.Uint32() }

// Uint64 returns any 64 bits.
func Uint64() uint64 { return globalRand.Uint64() }

// Int31 returns a number in [0, 1<<31).
func Int31() int32 { return globalRand.Int31() }

// Int returns a number in [0, 1<<63).
func Int() int { return globalRand.Int() }

// Int63n returns a number in [0, n); it panics if n <= 0.
func Int63n(n int64) int64 { return globalRand.Int63n(n) }

// Int31n returns a number in [0, n); it panics if n <= 0.
func Int31n(n int32) int32 { return globalRand.Int31n(n) }

// Intn returns a number in [0, n); it panics if n <= 0.
func Intn(n int) int { return globalRand.Intn(n) }

// Float64 returns a number in [0, 1).
func Float64() float64 { return globalRand.Float64() }

// Float32 returns a number in [0, 1).
func Float32() float32 { return globalRand.Float32() }

// Perm returns the numbers [0, n) in random order.
func Perm(n int) []int { return globalRand.Perm(n) }

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func NormFloat64() float64 { return globalRand.NormFloat64() }

// ExpFloat64 returns an exponentially distributed number with mean 1.
func ExpFloat64() float64 { return globalRand.ExpFloat64() }
