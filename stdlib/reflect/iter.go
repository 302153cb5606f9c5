package reflect

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
