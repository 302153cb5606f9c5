package rand

// The functions below are the methods of a Rand over the VM's source, which several goroutines may use.

var global = Rand{vmSource{}}

type vmSource struct{}

func (vmSource) Uint64() uint64 { return drawUint64() }

// drawUint64 draws from the VM's source of chance.
func drawUint64() uint64

// N returns a number in [0, n); it panics if n <= 0.
func N[Int integer](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below(uint64(n)))
}

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

func Int64() int64            { return global.Int64() }
func Uint32() uint32          { return global.Uint32() }
func Uint64() uint64          { return global.Uint64() }
func Int32() int32            { return global.Int32() }
func Int() int                { return global.Int() }
func Uint() uint              { return global.Uint() }
func Int64N(n int64) int64    { return global.Int64N(n) }
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }
func Int32N(n int32) int32    { return global.Int32N(n) }
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }
func IntN(n int) int          { return global.IntN(n) }
func UintN(n uint) uint       { return global.UintN(n) }
func Float64() float64        { return global.Float64() }
func Float32() float32        { return global.Float32() }
func NormFloat64() float64    { return global.NormFloat64() }
func ExpFloat64() float64     { return global.ExpFloat64() }
func Perm(n int) []int        { return global.Perm(n) }

func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
