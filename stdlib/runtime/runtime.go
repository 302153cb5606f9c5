// Package runtime is the program's view of the machine that runs it.
package runtime

const (
	GOOS   = "linux"
	GOARCH = "amd64" // whose sizes and alignments values have on every host

	// Compiler names the implementation.
	Compiler = "gossamer"
)

// Version returns the version of Go that is implemented.
func Version() string { return "go1.26" }

// GOROOT returns the root of an installed Go tree as the environment names it. There need not be one.
func GOROOT() string

// Gosched lets other goroutines run.
func Gosched()

// Goexit runs the deferred calls of the goroutine and ends it.
func Goexit()

// NumGoroutine returns how many goroutines there are.
func NumGoroutine() int

// NumCPU returns how many processors the host has.
func NumCPU() int

// GOMAXPROCS sets how many goroutines may run at the same time, unless n < 1, and returns what was set before.
func GOMAXPROCS(n int) int

// SetDefaultGOMAXPROCS sets GOMAXPROCS as it is when a program starts.
func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }

// NumCgoCall returns how often C was called from Go, which is never.
func NumCgoCall() int64 { return 0 }

// LockOSThread would bind the goroutine to its thread. Here threads hold nothing of a goroutine's that it could notice.
func LockOSThread() {}

// UnlockOSThread undoes LockOSThread.
func UnlockOSThread() {}

// GC collects garbage.
func GC()

// KeepAlive marks its argument as in use up to here.
func KeepAlive(x any) {}

// Breakpoint would stop in a debugger.
func Breakpoint() {}

// A MemStats holds figures on memory.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// heapFigures is what the heap counts.
type heapFigures struct {
	totalAlloc, mallocs, frees, heapAlloc, heapObjects uint64
	heapSys, heapInuse, heapIdle, heapReleased         uint64
	nextGC, lastGC, pauseTotal, stacks, numGC, forced  uint64
}

// ReadMemStats fills in m. Figures that the heap does not keep stay zero.
func ReadMemStats(m *MemStats) {
	var f heapFigures
	readHeap(&f)
	*m = MemStats{
		Alloc:        f.heapAlloc,
		TotalAlloc:   f.totalAlloc,
		Sys:          f.heapSys + f.stacks,
		Mallocs:      f.mallocs,
		Frees:        f.frees,
		HeapAlloc:    f.heapAlloc,
		HeapSys:      f.heapSys,
		HeapIdle:     f.heapIdle,
		HeapInuse:    f.heapInuse,
		HeapReleased: f.heapReleased,
		HeapObjects:  f.heapObjects,
		StackInuse:   f.stacks,
		StackSys:     f.stacks,
		NextGC:       f.nextGC,
		LastGC:       f.lastGC,
		PauseTotalNs: f.pauseTotal,
		NumGC:        uint32(f.numGC),
		NumForcedGC:  uint32(f.forced),
		EnableGC:     true,
	}
	readPauses(&m.PauseNs, &m.PauseEnd)
}

func readHeap(f *heapFigures)

// readPauses fills in the last 256 pauses; that of the n-th collection is at (n+255)%256.
func readPauses(nanos, ends *[256]uint64)
