package runtime

import "unsafe"

// SetFinalizer makes finalizer be called with obj, on a goroutine of its own, some time after obj has become
// unreachable; nil takes a finalizer away. obj is a pointer that new, & or a composite literal gave.
func SetFinalizer(obj any, finalizer any) {
	if obj == nil {
		fatal("runtime.SetFinalizer: first argument is nil")
	}
	object, callee, problem := finalizerParts(obj, finalizer)
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
	if !finalizers.started {
		finalizers.started = true
		go runFinalizers()
	}
	setFinalizer(object, caller(obj, callee, finalizer))
}

var finalizers struct{ started bool }

// caller returns a function that calls the finalizer, whatever its type is, with the object and drops its results. It must
// not hold the object itself.
func caller(obj any, callee unsafe.Pointer, finalizer any) func(unsafe.Pointer) {
	results, boxed := finalizerForm(finalizer)
	params := 1
	if boxed {
		params = 2
	}
	adapter := finalizerAdapter(results, params)
	if adapter == nil {
		fatal("runtime.SetFinalizer: finalizer with too many results")
	}
	call := *(*func(callee, args, results unsafe.Pointer))(unsafe.Pointer(&adapter))
	box := typeWord(obj)
	return func(object unsafe.Pointer) {
		args := []unsafe.Pointer{object}
		if boxed {
			args = []unsafe.Pointer{box, object}
		}
		dropped := make([]unsafe.Pointer, results)
		call(callee, unsafe.Pointer(unsafe.SliceData(args)), unsafe.Pointer(unsafe.SliceData(dropped)))
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

// finalizerParts checks the arguments of SetFinalizer. The object is nil if it needs no finalizer, the callee if the
// finalizer is nil.
func finalizerParts(obj, finalizer any) (object, callee unsafe.Pointer, problem string)

// finalizerForm returns how many slots the finalizer's results take, and whether its parameter is an interface.
func finalizerForm(finalizer any) (results int, boxed bool)
func typeWord(v any) unsafe.Pointer

// finalizerAdapter returns a func(callee, args, results unsafe.Pointer) that calls a function with so many slots.
func finalizerAdapter(results, params int) unsafe.Pointer
func setFinalizer(object unsafe.Pointer, call func(unsafe.Pointer))
func takeFinalizable() (object unsafe.Pointer, call func(unsafe.Pointer))
func waitFinalizable()
func becomeSystem()
func fatal(message string)
