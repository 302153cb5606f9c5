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

// BuildInfo describes the modules a program was built from.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// A Module is a module of a program.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// A BuildSetting is a choice of the build.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo returns no information: programs are run from source, without modules.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }

// SetMaxThreads, SetPanicOnFault and SetTraceback set nothing that the interpreter has; they return their defaults.

func SetMaxThreads(threads int) int     { return 10000 }
func SetPanicOnFault(enabled bool) bool { return false }
func SetTraceback(level string)         {}
