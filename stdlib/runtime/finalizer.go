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
	if boxed {
		box := typeWord(obj)
		call := *(*func(any))(unsafe.Pointer(&callee))
		if results != 0 {
			fatal("runtime.SetFinalizer: finalizer with an interface parameter and results")
		}
		return func(object unsafe.Pointer) { call(packPointer(box, object)) }
	}
	// Results lie before the parameters in a frame, so the call must leave room for exactly as many slots.
	switch results {
	case 0:
		return *(*func(unsafe.Pointer))(unsafe.Pointer(&callee))
	case 1:
		call := *(*func(unsafe.Pointer) uintptr)(unsafe.Pointer(&callee))
		return func(object unsafe.Pointer) { call(object) }
	case 2:
		call := *(*func(unsafe.Pointer) [2]uintptr)(unsafe.Pointer(&callee))
		return func(object unsafe.Pointer) { call(object) }
	case 3:
		call := *(*func(unsafe.Pointer) [3]uintptr)(unsafe.Pointer(&callee))
		return func(object unsafe.Pointer) { call(object) }
	}
	fatal("runtime.SetFinalizer: finalizer with results of more than three words")
	return nil
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
func packPointer(typ, pointer unsafe.Pointer) any
func setFinalizer(object unsafe.Pointer, call func(unsafe.Pointer))
func takeFinalizable() (object unsafe.Pointer, call func(unsafe.Pointer))
func waitFinalizable()
func becomeSystem()
func fatal(message string)
