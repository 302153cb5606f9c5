package reflect

import "iter"

// CanSeq reports whether a value of the type can be ranged over with one variable.
func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return isIterator(t, 1)
	case Pointer:
		return typeElem(t).is(Array)
	}
	return false
}

// CanSeq2 reports whether a value of the type can be ranged over with two variables.
func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return isIterator(t, 2)
	case Pointer:
		return typeElem(t).is(Array)
	}
	return false
}

// isIterator reports whether t is func(yield func(n parameters) bool).
func isIterator(t *rtype, n int) bool {
	if numIn(t) != 1 || numOut(t) != 0 {
		return false
	}
	yield := typeIn(t, 0)
	return yield.is(Func) && numIn(yield) == n && numOut(yield) == 1 && typeOut(yield, 0).is(Bool)
}

// Seq returns what a range clause with one variable yields for v.
func (v Value) Seq() iter.Seq[Value] {
	if v.kind() == Func && isIterator(v.Type().common(), 1) {
		return func(yield func(Value) bool) {
			v.callIterator(func(in []Value) bool { return yield(in[0]) })
		}
	}
	switch k := v.kind(); {
	case v.CanInt(), v.CanUint():
		return v.count
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok && yield(x); x, ok = v.Recv() {
			}
		}
	case k == Array, k == Slice, k == String, k == Map, k == Pointer && v.Elem().kind() == Array:
		return func(yield func(Value) bool) {
			for k := range v.Seq2() {
				if !yield(k) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 returns what a range clause with two variables yields for v.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.kind() == Func && isIterator(v.Type().common(), 2) {
		return func(yield func(Value, Value) bool) {
			v.callIterator(func(in []Value) bool { return yield(in[0], in[1]) })
		}
	}
	switch k := v.kind(); {
	case k == Array, k == Slice, k == Pointer && v.Elem().kind() == Array:
		return func(yield func(Value, Value) bool) {
			list := Indirect(v)
			for i, n := 0, v.Len(); i < n && yield(ValueOf(i), list.Index(i)); i++ {
			}
		}
	case k == String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value, Value) bool) {
			for entries := v.MapRange(); entries.Next() && yield(entries.Key(), entries.Value()); {
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}

// callIterator calls a function over which one can range.
func (v Value) callIterator(yield func(in []Value) bool) {
	v.Call([]Value{MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in))} })})
}

// count yields the integers from zero to below v, all of v's type.
func (v Value) count(yield func(Value) bool) {
	limit := uint64(0)
	if v.CanUint() {
		limit = v.Uint()
	} else if n := v.Int(); n > 0 {
		limit = uint64(n)
	}
	for i := uint64(0); i < limit && yield(ValueOf(i).Convert(v.typ)); i++ {
	}
}

// Fields yields the fields of a struct.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i, n := 0, v.NumField(); i < n && yield(t.Field(i), v.Field(i)); i++ {
		}
	}
}

// Methods yields the methods of a value, described and bound to it.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i, n := 0, v.NumMethod(); i < n && yield(t.Method(i), v.Method(i)); i++ {
		}
	}
}

func (t *rtype) Fields() iter.Seq[StructField] {
	if !t.is(Struct) {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField) bool) {
		for i, n := 0, numField(t); i < n && yield(t.Field(i)); i++ {
		}
	}
}

func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i, n := 0, t.NumMethod(); i < n && yield(t.Method(i)); i++ {
		}
	}
}

func (t *rtype) Ins() iter.Seq[Type] {
	if !t.is(Func) {
		panic("reflect: Ins of non-func type " + t.String())
	}
	return func(yield func(Type) bool) {
		for i, n := 0, numIn(t); i < n && yield(typeIn(t, i)); i++ {
		}
	}
}

func (t *rtype) Outs() iter.Seq[Type] {
	if !t.is(Func) {
		panic("reflect: Outs of non-func type " + t.String())
	}
	return func(yield func(Type) bool) {
		for i, n := 0, numOut(t); i < n && yield(typeOut(t, i)); i++ {
		}
	}
}
