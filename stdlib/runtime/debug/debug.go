// Package debug lets a program look at and tune the machine that runs it.
package debug

import (
	"os"
	"runtime"
)

// SetGCPercent sets by how much the heap may grow between collections, in percent, and returns what was set before. A
// negative value stops collecting.
func SetGCPercent(percent int) int

// SetMemoryLimit sets how many bytes the heap may take, unless limit is negative, and returns what was set before.
func SetMemoryLimit(limit int64) int64

// SetMaxStack sets how many bytes the stack of one goroutine may take, and returns what was set before.
func SetMaxStack(bytes int) int

// FreeOSMemory collects garbage and gives what is free back to the system.
func FreeOSMemory()

// Stack returns the trace of the calling goroutine.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack writes the trace of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// CrashOptions are options of SetCrashOutput; there are none yet.
type CrashOptions struct{}

// SetCrashOutput makes the report of a crash be written to f too; a nil f ends that.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	fd := -1
	if f != nil {
		fd = int(f.Fd())
	}
	setCrashOutput(fd)
	crashOutput = f
	return nil
}

var crashOutput *os.File // keeps it open

func setCrashOutput(fd int)

// settings that are told back but change nothing: the interpreter has one thread, and faults end the program.
var settings = struct {
	maxThreads   int
	panicOnFault bool
}{maxThreads: 10000}

// SetMaxThreads sets how many threads may be used, and returns what was set before.
func SetMaxThreads(threads int) int {
	before := settings.maxThreads
	settings.maxThreads = threads
	return before
}

// SetPanicOnFault would make faults at addresses that are not nil panics; it returns what was set before.
func SetPanicOnFault(enabled bool) bool {
	before := settings.panicOnFault
	settings.panicOnFault = enabled
	return before
}

// SetTraceback would set how much a crash's report shows: it shows all goroutines of a fatal error, one of a panic.
func SetTraceback(level string) {}

// WriteHeapDump writes nothing: there is no format for this heap.
func WriteHeapDump(fd uintptr) {}
