package runtime

import "unsafe"

// A Cleanup is a call that AddCleanup has arranged.
type Cleanup struct{ id uint64 }

// AddCleanup makes cleanup be called with arg, on a goroutine of its own, some time after what ptr points into has become
// unreachable. Any number of cleanups may be added; with a finalizer they wait until the object is unreachable once more.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	object, problem := cleanupObject(unsafe.Pointer(ptr), arg, cleanup)
	if problem != "" {
		panic(problem)
	}
	if object == nil {
		return Cleanup{} // static data, which is never unreachable
	}
	startFinalizers()
	return Cleanup{addCleanup(object, func(unsafe.Pointer) { cleanup(arg) })}
}

// Stop takes the cleanup back, unless the object has been found unreachable already.
func (c Cleanup) Stop() {
	if c.id != 0 {
		removeCleanup(c.id)
	}
}

// A Pinner keeps objects alive, and where they are, until Unpin. (Objects never move.)
type Pinner struct{ objects []any }

// Pin pins the object that pointer points to.
func (p *Pinner) Pin(pointer any) {
	if pointer == nil {
		panic(errorString("runtime error: runtime.Pinner: argument is nil"))
	}
	if name, ok := pointerType(pointer); !ok {
		panic(errorString("runtime error: runtime.Pinner: argument is not a pointer: " + name))
	}
	p.objects = append(p.objects, pointer)
}

// Unpin unpins everything that was pinned.
func (p *Pinner) Unpin() { p.objects = nil }

// cleanupObject checks the arguments of AddCleanup. The object is nil if it needs no cleanup.
func cleanupObject(ptr unsafe.Pointer, arg, cleanup any) (object unsafe.Pointer, problem string)
func addCleanup(object unsafe.Pointer, call func(unsafe.Pointer)) uint64
func removeCleanup(id uint64)

// pointerType returns the name of a value's type, and whether it is a pointer.
func pointerType(v any) (name string, ok bool)
