package reflect

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t, u.common())
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t, u.common())
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversion(t, u.common()) != cannotConvert
}

// assignable follows the specification's rules of assignability for typed values.
func assignable(from, to *rtype) bool {
	if from == to {
		return true
	}
	if to.is(Interface) && implements(from, to) {
		return true
	}
	if from.kind != to.kind || from.flags&typeNamed != 0 && to.flags&typeNamed != 0 {
		return false
	}
	if underlying(from) == underlying(to) {
		return true
	}
	// A bidirectional channel may be assigned to one of either direction, if one of the two has no name.
	return from.is(Chan) && ChanDir(from.chanDir) == BothDir && typeElem(from) == typeElem(to)
}

// How a value of one type becomes one of another.
type conversionKind int

const (
	cannotConvert conversionKind = iota
	toInt                        // from an integer or float to an integer
	toFloat                      // from an integer or float to a float
	toComplex
	runeToString
	stringToBytes
	stringToRunes
	bytesToString
	runesToString
	sliceToArray        // may panic: the slice may be too short
	sliceToArrayPointer // likewise
	reinterpret         // the same bytes
	toInterface
)

// conversion follows the specification's rules of conversion.
func conversion(from, to *rtype) conversionKind {
	f, t := from.Kind(), to.Kind()
	if t == Interface {
		if implements(from, to) {
			return toInterface
		}
		return cannotConvert
	}
	fromInteger, fromFloat := Int <= f && f <= Uintptr, f == Float32 || f == Float64
	switch {
	case Int <= t && t <= Uintptr:
		if fromInteger || fromFloat {
			return toInt
		}
	case t == Float32 || t == Float64:
		if fromInteger || fromFloat {
			return toFloat
		}
	case t == Complex64 || t == Complex128:
		if f == Complex64 || f == Complex128 {
			return toComplex
		}
	case t == String:
		if fromInteger {
			return runeToString
		}
		if f == Slice {
			switch elem := typeElem(from); {
			case isByte(elem):
				return bytesToString
			case isRune(elem):
				return runesToString
			}
		}
	case t == Slice && f == String:
		switch elem := typeElem(to); {
		case isByte(elem):
			return stringToBytes
		case isRune(elem):
			return stringToRunes
		}
	case t == Array && f == Slice:
		if typeElem(from) == typeElem(to) {
			return sliceToArray
		}
	case t == Pointer && f == Slice:
		if a := typeElem(to); a.is(Array) && typeElem(from) == typeElem(a) {
			return sliceToArrayPointer
		}
	}
	if f != t {
		return cannotConvert
	}
	if assignable(from, to) || sameButTags(underlying(from), underlying(to)) {
		return reinterpret
	}
	if f == Pointer && from.Name() == "" && to.Name() == "" &&
		sameButTags(underlying(typeElem(from)), underlying(typeElem(to))) {
		return reinterpret
	}
	return cannotConvert
}

// Strings convert to slices of any byte or rune type in the language, here only to those of the predeclared ones.
func isByte(t *rtype) bool { return t.is(Uint8) && typePkgPath(t) == "" }
func isRune(t *rtype) bool { return t.is(Int32) && typePkgPath(t) == "" }

// sameButTags reports whether two underlying types are identical when struct tags do not count.
func sameButTags(a, b *rtype) bool {
	if a == b {
		return true
	}
	if a.kind != b.kind || a.Name() != "" || b.Name() != "" {
		return false
	}
	switch a.Kind() {
	case Array:
		return typeLen(a) == typeLen(b) && sameButTags(typeElem(a), typeElem(b))
	case Chan:
		return a.chanDir == b.chanDir && sameButTags(typeElem(a), typeElem(b))
	case Pointer, Slice:
		return sameButTags(typeElem(a), typeElem(b))
	case Map:
		return sameButTags(typeKey(a), typeKey(b)) && sameButTags(typeElem(a), typeElem(b))
	case Func:
		if numIn(a) != numIn(b) || numOut(a) != numOut(b) || a.IsVariadic() != b.IsVariadic() {
			return false
		}
		for i := numIn(a) - 1; i >= 0; i-- {
			if !sameButTags(typeIn(a, i), typeIn(b, i)) {
				return false
			}
		}
		for i := numOut(a) - 1; i >= 0; i-- {
			if !sameButTags(typeOut(a, i), typeOut(b, i)) {
				return false
			}
		}
		return true
	case Struct:
		n := numField(a)
		if n != numField(b) {
			return false
		}
		for i := 0; i < n; i++ {
			nameA, pkgA, _, typA, _, flagsA := typeField(a, i)
			nameB, pkgB, _, typB, _, flagsB := typeField(b, i)
			if nameA != nameB || pkgA != pkgB || flagsA != flagsB || !sameButTags(typA, typB) {
				return false
			}
		}
		return true
	}
	return false
}
