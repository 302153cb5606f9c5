package runtime

// A pc is the address of an instruction, as the stacks of goroutines have it; to the program it is only a number.

// Caller tells where the function that called it, or one skip calls further up, is at.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if skip < 0 || callers(skip+1, pcs[:]) == 0 {
		return 0, "", 0, false
	}
	_, file, line, _, _ = describe(pcs[0], 0)
	return pcs[0], file, line, true
}

// Callers writes the pcs of the calls that led here; the first is that of Callers itself unless skipped.
func Callers(skip int, pc []uintptr) int {
	if skip < 0 {
		skip = 0
	}
	return callers(skip, pc)
}

// Frames turns what Callers wrote into functions, files and lines.
type Frames struct {
	pcs    []uintptr
	inline int // how many frames of pcs[0] have been returned: a call that was inlined shares its caller's pc
}

// A Frame is one call.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{pcs: callers} }

// Next returns the next call, and whether there are more.
func (f *Frames) Next() (frame Frame, more bool) {
	for len(f.pcs) > 0 {
		pc := f.pcs[0]
		function, file, line, entry, count := describe(pc, f.inline)
		if f.inline++; f.inline >= count {
			f.pcs, f.inline = f.pcs[1:], 0
		}
		if count == 0 {
			continue
		}
		frame = Frame{pc, &Func{function, file, line, entry}, function, file, line, entry}
		break
	}
	return frame, len(f.pcs) > 0
}

// A Func describes a function.
type Func struct {
	name  string
	file  string
	line  int
	entry uintptr
}

// FuncForPC returns the function that has an instruction at pc, nil if none has.
func FuncForPC(pc uintptr) *Func {
	name, file, line, entry, count := describe(pc, 0)
	if count == 0 {
		return nil
	}
	return &Func{name, file, line, entry}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return f.entry }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _, _ = describe(pc, 0)
	return file, line
}

// Stack writes the trace of the calling goroutine, or of all, as a panic shows it.
func Stack(buf []byte, all bool) int { return copy(buf, traceText(all)) }

func traceText(all bool) string

// callers writes the pcs of its caller (0) and of the calls that led there.
func callers(skip int, pcs []uintptr) int

// describe returns the i-th function at a pc, innermost first, and how many there are. A pc that is a function's entry is
// its declaration.
func describe(pc uintptr, i int) (function, file string, line int, entry uintptr, count int)
