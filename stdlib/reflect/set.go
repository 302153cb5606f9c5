package reflect

import "unsafe"

// assignTo returns the value as one of type t, to which it must be assignable.
func (v Value) assignTo(t *rtype, context string) Value {
	if v.flag&flagMethod != 0 {
		v = v.methodFunc()
	}
	if v.typ == t {
		return v
	}
	if !assignable(v.typ, t) {
		panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + t.String())
	}
	if t.is(Interface) {
		held := new(any)
		*held = v.pack() // every interface type has the same form
		return Value{t, unsafe.Pointer(held), flagIndirect | v.flag.readOnly()}
	}
	return Value{t, v.ptr, v.flag}
}

// Set assigns x to v.
func (v Value) Set(x Value) { v.set(x, "reflect.Value.Set", "reflect.Set") }

// set assigns x to v for a method; gc has other words for it where the types do not fit.
func (v Value) set(x Value, method, context string) {
	v.mustBeAssignable(method)
	x.mustBeExported(method)
	x = x.assignTo(v.typ, context)
	if x.flag&flagIndirect != 0 {
		moveValue(v.typ, v.ptr, x.ptr)
	} else {
		*(*unsafe.Pointer)(v.ptr) = x.ptr
	}
}

// SetZero assigns the zero value to v.
func (v Value) SetZero() {
	v.mustBeAssignable("reflect.Value.SetZero")
	zeroValues(v.typ, v.ptr, 1)
}

func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("reflect.Value.SetPointer")
	v.mustBe(UnsafePointer, "reflect.Value.SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}
