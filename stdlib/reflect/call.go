package reflect

import "unsafe"

// In a frame the results come first, then receiver and parameters, each in whole slots.
type slot = unsafe.Pointer

const slotSize = unsafe.Sizeof(slot(nil))

func slotsOf(t *rtype) int { return int((t.size + slotSize - 1) / slotSize) }

// Call calls a function with these arguments; to a variadic one, as f(a, b, c).
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "reflect.Value.Call")
	v.mustBeExported("reflect.Value.Call")
	return v.call("Call", in)
}

// CallSlice calls a variadic function as f(a, b, c...).
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "reflect.Value.CallSlice")
	v.mustBeExported("reflect.Value.CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	t := v.Type().common()
	closure, receiver := v.callee(op)
	if closure == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	in = arguments(t, op, in)

	words := 0
	if receiver.IsValid() {
		words = slotsOf(receiver.typ)
	}
	for i := range in {
		words += slotsOf(typeIn(t, i))
	}
	args := make([]slot, words)
	at := 0
	if receiver.IsValid() {
		storeSlots(receiver.typ, slotAt(args, 0), receiver.address())
		at = slotsOf(receiver.typ)
	}
	for i, x := range in {
		typ := typeIn(t, i)
		storeSlots(typ, slotAt(args, at), x.assignTo(typ, "reflect.Value.Call").address())
		at += slotsOf(typ)
	}

	resultWords := 0
	for i, n := 0, numOut(t); i < n; i++ {
		resultWords += slotsOf(typeOut(t, i))
	}
	results := make([]slot, resultWords)
	invoke(closure, args, results)

	out := make([]Value, numOut(t))
	at = 0
	for i := range out {
		typ := typeOut(t, i)
		out[i] = copied(typ, slotAt(results, at), 0) // a scalar's bytes are its slot's first
		at += slotsOf(typ)
	}
	return out
}

// slotAt returns the address of a slot, which may be the one behind the last if the value there has none.
func slotAt(slots []slot, i int) unsafe.Pointer {
	return unsafe.Add(unsafe.Pointer(unsafe.SliceData(slots)), uintptr(i)*slotSize)
}

// callee returns the function to call, and the receiver to pass first, if it is a method.
func (v Value) callee(op string) (closure unsafe.Pointer, receiver Value) {
	if v.flag&flagMethod == 0 {
		return v.word(), Value{}
	}
	index := int(v.flag >> methodShift)
	receiver = Value{v.typ, v.ptr, v.flag & flagIndirect}
	if v.typ.is(Interface) {
		name, _, _ := interfaceMethod(v.typ, index)
		if receiver.IsNil() {
			panic("reflect: " + op + " using nil interface value")
		}
		receiver = receiver.Elem()
		index = methodNamed(receiver.typ, name)
		if index < 0 {
			panic("reflect: " + op + " of unexported method")
		}
	}
	_, _, closure = typeMethod(receiver.typ, index)
	return closure, receiver
}

// arguments checks the arguments' number and types, and puts those of a variadic parameter into a slice.
func arguments(t *rtype, op string, in []Value) []Value {
	n := numIn(t)
	fixed := n
	if t.IsVariadic() {
		if op == "Call" {
			fixed--
		}
	} else if op == "CallSlice" {
		panic("reflect: CallSlice of non-variadic function")
	}
	if len(in) < fixed {
		panic("reflect: " + op + " with too few input arguments")
	}
	if len(in) > fixed && fixed == n {
		panic("reflect: " + op + " with too many input arguments")
	}
	for _, x := range in {
		if x.kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
		x.mustBeExported("reflect.Value." + op)
	}
	for i := 0; i < fixed; i++ {
		if typ := typeIn(t, i); !assignable(in[i].Type().common(), typ) {
			panic("reflect: " + op + " using " + in[i].Type().String() + " as type " + typ.String())
		}
	}
	if fixed == n {
		return in
	}
	rest := in[fixed:]
	list := typeIn(t, fixed)
	elem := typeElem(list)
	variadic := MakeSlice(list, len(rest), len(rest))
	for i, x := range rest {
		if typ := x.Type().common(); !assignable(typ, elem) {
			panic("reflect: cannot use " + typ.String() + " as type " + elem.String() + " in " + op)
		}
		variadic.Index(i).Set(x)
	}
	return append(append([]Value(nil), in[:fixed]...), variadic)
}

// invoke calls a closure with args and puts its results' slots into results.
func invoke(closure unsafe.Pointer, args, results []slot) {
	adapter := callAdapter(len(results), len(args))
	if adapter == nil {
		panic("reflect.Value.Call: too many arguments and results")
	}
	call := *(*func(closure, args, results unsafe.Pointer))(unsafe.Pointer(&adapter))
	call(closure, slotAt(args, 0), slotAt(results, 0))
}
