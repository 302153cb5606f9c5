package runtime

import "unsafe"

// SetFinalizer makes finalizer be called with obj, on a goroutine of its own, some time after obj has become
// unreachable; nil takes a finalizer away. obj is a pointer that new, & or a composite literal gave.
func SetFinalizer(obj any, finalizer any) {
	object, offset, callee, problem := finalizerParts(obj, finalizer)
	if problem != "" {
		fatal(problem)
	}
	if object == nil {
		return // static data, which is never unreachable
	}
	if callee == nil {
		setFinalizer(object, nil)
		return
	}
	startFinalizers()
	if !setFinalizer(object, caller(obj, offset, callee, finalizer)) {
		fatal("runtime.SetFinalizer: finalizer already set")
	}
}

// caller returns a function that calls the finalizer, whatever its type is, with the object and drops its results. It must
// not hold the object itself.
func caller(obj any, offset uintptr, callee unsafe.Pointer, finalizer any) func(unsafe.Pointer) {
	results, boxed := finalizerForm(finalizer)
	box := unsafe.Pointer(nil)
	words := 1
	if boxed {
		box, words = typeWord(obj), 2
	}
	adapter := callAdapter(results, words)
	if adapter == nil {
		fatal("runtime.SetFinalizer: finalizer with too many results")
	}
	call := *(*func(closure, args, results unsafe.Pointer))(unsafe.Pointer(&adapter))
	return func(object unsafe.Pointer) {
		args := []unsafe.Pointer{unsafe.Add(object, offset)}
		if boxed {
			args = []unsafe.Pointer{box, args[0]}
		}
		call(callee, unsafe.Pointer(unsafe.SliceData(args)), unsafe.Pointer(unsafe.SliceData(make([]unsafe.Pointer, results))))
	}
}

var finalizers struct{ started bool }

// startFinalizers makes the goroutine that runs finalizers and cleanups.
func startFinalizers() {
	if !finalizers.started {
		finalizers.started = true
		go runFinalizers()
	}
}

// runFinalizers waits for collections to find unreachable objects.
func runFinalizers() {
	becomeSystem()
	for {
		waitFinalizable()
		for {
			object, call := takeFinalizable()
			if call == nil {
				break
			}
			call(object)
		}
	}
}

// finalizerParts checks the arguments of SetFinalizer. obj points at offset into the object, which is nil if it needs no
// finalizer; the callee is nil if the finalizer is.
func finalizerParts(obj, finalizer any) (object unsafe.Pointer, offset uintptr, callee unsafe.Pointer, problem string)

// finalizerForm returns how many slots the finalizer's results take, and whether its parameter is an interface.
func finalizerForm(finalizer any) (results int, boxed bool)
func typeWord(v any) unsafe.Pointer

// callAdapter returns a function that calls a closure with argument and result slots in memory.
func callAdapter(results, params int) unsafe.Pointer

// setFinalizer returns false if the object has one already.
func setFinalizer(object unsafe.Pointer, call func(unsafe.Pointer)) bool
func takeFinalizable() (object unsafe.Pointer, call func(unsafe.Pointer))
func waitFinalizable()
func becomeSystem()
func fatal(message string)
