package runtime

import "unsafe"

// A StackRecord holds a stack of at most 32 calls.
type StackRecord struct {
	Stack0 [32]uintptr // ends at the first 0
}

// Stack returns the pcs of the record.
func (r *StackRecord) Stack() []uintptr { return stackOf(&r.Stack0) }

func stackOf(pcs *[32]uintptr) []uintptr {
	n := 0
	for n < len(pcs) && pcs[n] != 0 {
		n++
	}
	return pcs[:n]
}

// GoroutineProfile writes the stacks of all goroutines into p if it is long enough, and returns how many there are.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	for i := range p[:n] {
		p[i] = StackRecord{}
		goroutineCallers(i, p[i].Stack0[:])
	}
	return n, true
}

func goroutineCallers(i int, pcs []uintptr)

// Nothing is sampled: the profiles below are empty, and the rates that one may set have no effect.

// MemProfileRate is the number of bytes allocated between two samples of a memory profile.
var MemProfileRate = 512 * 1024

// A MemProfileRecord tells what was allocated at a place.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr // ends at the first 0
}

func (r *MemProfileRecord) InUseBytes() int64   { return r.AllocBytes - r.FreeBytes }
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }
func (r *MemProfileRecord) Stack() []uintptr    { return stackOf(&r.Stack0) }

// A BlockProfileRecord tells how long goroutines were blocked at a place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }
func BlockProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)             { return 0, true }
func SetBlockProfileRate(rate int)                                     {}
func SetCPUProfileRate(hz int)                                         {}

var mutexFraction int

// SetMutexProfileFraction sets what share of contentions is sampled, unless rate is negative, and returns what was set.
func SetMutexProfileFraction(rate int) int {
	before := mutexFraction
	if rate >= 0 {
		mutexFraction = rate
	}
	return before
}

// CPUProfile is no longer available in Go.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// StartTrace fails: there are no execution traces.
func StartTrace() error { return plainError("runtime: execution tracing is not supported") }

// StopTrace stops tracing.
func StopTrace() {}

// ReadTrace returns nil, as it does when tracing has stopped.
func ReadTrace() (buf []byte) { return nil }

// SetCgoTraceback takes C functions, of which there are none to call.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {
	if version != 0 {
		panic("unsupported version")
	}
}
