package reflect

// IsZero reports whether v is its type's zero value.
func (v Value) IsZero() bool {
	switch v.kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case String:
		return len(*(*string)(v.ptr)) == 0
	case Slice, Interface, Chan, Func, Map, Pointer, UnsafePointer:
		return v.IsNil()
	case Array:
		for i, n := 0, v.Len(); i < n; i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i, n := 0, numField(v.typ); i < n; i++ {
			if !v.Field(i).IsZero() && !v.blankField(i) {
				return false
			}
		}
		return true
	}
	return isZeroMemory(v.typ, v.ptr)
}

func (v Value) blankField(i int) bool {
	name, _, _, _, _, _ := typeField(v.typ, i)
	return name == "_"
}

// Comparable reports whether comparing v would not panic.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if elem := typeElem(v.typ); !elem.is(Interface) && !elem.is(Array) && !elem.is(Struct) {
			return elem.Comparable()
		}
		for i, n := 0, v.Len(); i < n; i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i, n := 0, numField(v.typ); i < n; i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	case Func, Map, Slice:
		return false
	}
	return true
}

// Equal reports whether v == u.
func (v Value) Equal(u Value) bool {
	if v.kind() == Interface {
		v = v.Elem()
	}
	if u.kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.kind() != u.kind() || v.Type() != u.Type() {
		return false
	}
	switch v.kind() {
	case Array:
		n := v.Len()
		if n == 0 && !typeElem(v.typ).Comparable() {
			break
		}
		for i := 0; i < n; i++ {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i, n := 0, numField(v.typ); i < n; i++ {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	case Func, Map, Slice:
	default:
		return equalValues(v.typ, v.address(), u.address())
	}
	panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
}
