package reflect

import "unsafe"

// MakeFunc returns a function of type typ that does what fn does with its arguments.
//
//go:wrapper
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	return Value{t, makeFunc(t, func(frame unsafe.Pointer) { serve(t, fn, frame) }), 0}
}

// serve calls fn for a frame of a function made by MakeFunc, which to recover is not there: fn may.
//
//go:wrapper
func serve(t *rtype, fn func([]Value) []Value, frame unsafe.Pointer) {
	at := frame
	for i, n := 0, numOut(t); i < n; i++ {
		at = unsafe.Add(at, uintptr(slotsOf(typeOut(t, i)))*slotSize)
	}
	in := make([]Value, numIn(t))
	for i := range in {
		typ := typeIn(t, i)
		in[i] = copied(typ, at, 0) // a scalar's bytes are its slot's first
		at = unsafe.Add(at, uintptr(slotsOf(typ))*slotSize)
	}
	out := fn(in)
	if len(out) != numOut(t) {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	at = frame
	for i, x := range out {
		typ := typeOut(t, i)
		if x.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flag&flagReadOnly != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		storeSlots(typ, at, x.assignTo(typ, "reflect.MakeFunc").address())
		at = unsafe.Add(at, uintptr(slotsOf(typ))*slotSize)
	}
}

// methodFunc turns a method value into a func value of its own.
func (v Value) methodFunc() Value {
	t := v.Type().common()
	method, receiver := v.callee("Interface")
	slots := make([]slot, slotsOf(receiver.typ))
	storeSlots(receiver.typ, slotAt(slots, 0), receiver.address())
	return Value{t, bindMethod(t, receiver.typ, method, slotAt(slots, 0)), v.flag & flagReadOnly}
}
