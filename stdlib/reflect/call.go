package reflect

import "unsafe"

// Calls. In a frame the results come first, then receiver and parameters, each in whole slots. So any function whose results
// take r slots can be called as func([p]slot) [r]slot, if p is not less than what its parameters take: what is too much
// lies where the callee has its locals. A slot is taken to be a pointer, which the collector looks at with due suspicion.
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
	args := make([]slot, words, max(words, smallestWindow))
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
	invoke(closure, slotAt(results, 0), resultWords, args)

	out := make([]Value, numOut(t))
	at = 0
	for i := range out {
		typ := typeOut(t, i)
		if typ.pointerShaped() {
			out[i] = Value{typ, results[at], 0}
		} else {
			c := newObject(typ)
			moveValue(typ, c, slotAt(results, at)) // a scalar's bytes are its slot's first
			out[i] = Value{typ, c, flagIndirect}
		}
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
		index = receiver.typ.methodIndex(name)
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

// methodFunc would turn a method value into a func value of its own type.
func (v Value) methodFunc() Value {
	panic("reflect: a method value made by Value.Method can be called, but not used as a func value")
}

const (
	smallestWindow = 4
	mediumWindow   = 16
	largestWindow  = 64
)

// invoke calls a closure: args are its receiver's and parameters' slots, and its results' slots go to results.
func invoke(closure, results unsafe.Pointer, resultWords int, args []slot) {
	window := smallestWindow
	if len(args) > largestWindow {
		panic("reflect.Value.Call: arguments of more than 64 words")
	}
	if len(args) > mediumWindow {
		window = largestWindow
	} else if len(args) > smallestWindow {
		window = mediumWindow
	}
	if cap(args) < window {
		args = append(make([]slot, 0, window), args...)
	}
	at := unsafe.Pointer(unsafe.SliceData(args))
	fn := unsafe.Pointer(&closure)
	switch window {
	case smallestWindow:
		invokeSmall(fn, results, resultWords, (*[smallestWindow]slot)(at))
	case mediumWindow:
		invokeMedium(fn, results, resultWords, (*[mediumWindow]slot)(at))
	default:
		invokeLarge(fn, results, resultWords, (*[largestWindow]slot)(at))
	}
}

func invokeSmall(fn, results unsafe.Pointer, resultWords int, args *[smallestWindow]slot) {
	switch resultWords {
	case 0:
		(*(*func([smallestWindow]slot))(fn))(*args)
	case 1:
		*(*[1]slot)(results) = (*(*func([smallestWindow]slot) [1]slot)(fn))(*args)
	case 2:
		*(*[2]slot)(results) = (*(*func([smallestWindow]slot) [2]slot)(fn))(*args)
	case 3:
		*(*[3]slot)(results) = (*(*func([smallestWindow]slot) [3]slot)(fn))(*args)
	case 4:
		*(*[4]slot)(results) = (*(*func([smallestWindow]slot) [4]slot)(fn))(*args)
	case 5:
		*(*[5]slot)(results) = (*(*func([smallestWindow]slot) [5]slot)(fn))(*args)
	case 6:
		*(*[6]slot)(results) = (*(*func([smallestWindow]slot) [6]slot)(fn))(*args)
	case 7:
		*(*[7]slot)(results) = (*(*func([smallestWindow]slot) [7]slot)(fn))(*args)
	case 8:
		*(*[8]slot)(results) = (*(*func([smallestWindow]slot) [8]slot)(fn))(*args)
	case 9:
		*(*[9]slot)(results) = (*(*func([smallestWindow]slot) [9]slot)(fn))(*args)
	case 10:
		*(*[10]slot)(results) = (*(*func([smallestWindow]slot) [10]slot)(fn))(*args)
	case 11:
		*(*[11]slot)(results) = (*(*func([smallestWindow]slot) [11]slot)(fn))(*args)
	case 12:
		*(*[12]slot)(results) = (*(*func([smallestWindow]slot) [12]slot)(fn))(*args)
	default:
		panic("reflect.Value.Call: results of more than 12 words")
	}
}

func invokeMedium(fn, results unsafe.Pointer, resultWords int, args *[mediumWindow]slot) {
	switch resultWords {
	case 0:
		(*(*func([mediumWindow]slot))(fn))(*args)
	case 1:
		*(*[1]slot)(results) = (*(*func([mediumWindow]slot) [1]slot)(fn))(*args)
	case 2:
		*(*[2]slot)(results) = (*(*func([mediumWindow]slot) [2]slot)(fn))(*args)
	case 3:
		*(*[3]slot)(results) = (*(*func([mediumWindow]slot) [3]slot)(fn))(*args)
	case 4:
		*(*[4]slot)(results) = (*(*func([mediumWindow]slot) [4]slot)(fn))(*args)
	case 5:
		*(*[5]slot)(results) = (*(*func([mediumWindow]slot) [5]slot)(fn))(*args)
	case 6:
		*(*[6]slot)(results) = (*(*func([mediumWindow]slot) [6]slot)(fn))(*args)
	case 7:
		*(*[7]slot)(results) = (*(*func([mediumWindow]slot) [7]slot)(fn))(*args)
	case 8:
		*(*[8]slot)(results) = (*(*func([mediumWindow]slot) [8]slot)(fn))(*args)
	case 9:
		*(*[9]slot)(results) = (*(*func([mediumWindow]slot) [9]slot)(fn))(*args)
	case 10:
		*(*[10]slot)(results) = (*(*func([mediumWindow]slot) [10]slot)(fn))(*args)
	case 11:
		*(*[11]slot)(results) = (*(*func([mediumWindow]slot) [11]slot)(fn))(*args)
	case 12:
		*(*[12]slot)(results) = (*(*func([mediumWindow]slot) [12]slot)(fn))(*args)
	default:
		panic("reflect.Value.Call: results of more than 12 words")
	}
}

func invokeLarge(fn, results unsafe.Pointer, resultWords int, args *[largestWindow]slot) {
	switch resultWords {
	case 0:
		(*(*func([largestWindow]slot))(fn))(*args)
	case 1:
		*(*[1]slot)(results) = (*(*func([largestWindow]slot) [1]slot)(fn))(*args)
	case 2:
		*(*[2]slot)(results) = (*(*func([largestWindow]slot) [2]slot)(fn))(*args)
	case 3:
		*(*[3]slot)(results) = (*(*func([largestWindow]slot) [3]slot)(fn))(*args)
	case 4:
		*(*[4]slot)(results) = (*(*func([largestWindow]slot) [4]slot)(fn))(*args)
	case 5:
		*(*[5]slot)(results) = (*(*func([largestWindow]slot) [5]slot)(fn))(*args)
	case 6:
		*(*[6]slot)(results) = (*(*func([largestWindow]slot) [6]slot)(fn))(*args)
	case 7:
		*(*[7]slot)(results) = (*(*func([largestWindow]slot) [7]slot)(fn))(*args)
	case 8:
		*(*[8]slot)(results) = (*(*func([largestWindow]slot) [8]slot)(fn))(*args)
	case 9:
		*(*[9]slot)(results) = (*(*func([largestWindow]slot) [9]slot)(fn))(*args)
	case 10:
		*(*[10]slot)(results) = (*(*func([largestWindow]slot) [10]slot)(fn))(*args)
	case 11:
		*(*[11]slot)(results) = (*(*func([largestWindow]slot) [11]slot)(fn))(*args)
	case 12:
		*(*[12]slot)(results) = (*(*func([largestWindow]slot) [12]slot)(fn))(*args)
	default:
		panic("reflect.Value.Call: results of more than 12 words")
	}
}
