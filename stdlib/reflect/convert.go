package reflect

import (
	"math"
	"unsafe"
)

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
	if to.is(Interface) {
		if implements(from, to) {
			return toInterface
		}
		return cannotConvert
	}
	f, t := from.Kind(), to.Kind()
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
			switch elem := typeElem(from); elem.Kind() {
			case Uint8:
				return bytesToString
			case Int32:
				return runesToString
			}
		}
	case t == Slice && f == String:
		switch elem := typeElem(to); elem.Kind() {
		case Uint8:
			return stringToBytes
		case Int32:
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

// CanConvert reports whether Convert to t would not panic.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	switch {
	case v.kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case v.kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert returns the value converted to t.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = v.methodFunc()
	}
	to := t.common()
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Convert", Invalid})
	}
	readOnly := v.flag & flagReadOnly
	switch conversion(v.typ, to) {
	case toInt:
		return v.toInteger(to, readOnly)
	case toFloat:
		switch {
		case v.CanInt():
			return makeFloat(to, float64(v.Int()), readOnly)
		case v.CanUint():
			return makeFloat(to, float64(v.Uint()), readOnly)
		}
		return makeFloat(to, v.Float(), readOnly)
	case toComplex:
		c := made(to, readOnly)
		if to.is(Complex64) {
			*(*complex64)(c.ptr) = complex64(v.Complex())
		} else {
			*(*complex128)(c.ptr) = v.Complex()
		}
		return c
	case runeToString:
		r := rune(0xFFFD)
		if v.CanInt() {
			if x := v.Int(); int64(rune(x)) == x {
				r = rune(x)
			}
		} else if x := v.Uint(); x <= math.MaxInt32 {
			r = rune(x)
		}
		return makeString(to, string(r), readOnly)
	case bytesToString:
		return makeString(to, string(*(*[]byte)(v.ptr)), readOnly)
	case runesToString:
		return makeString(to, string(*(*[]rune)(v.ptr)), readOnly)
	case stringToBytes:
		c := made(to, readOnly)
		*(*[]byte)(c.ptr) = []byte(*(*string)(v.ptr))
		return c
	case stringToRunes:
		c := made(to, readOnly)
		*(*[]rune)(c.ptr) = []rune(*(*string)(v.ptr))
		return c
	case sliceToArray:
		n := typeLen(to)
		if n > v.Len() {
			panic("reflect: cannot convert slice with length " + indexText(v.Len()) + " to array with length " + indexText(n))
		}
		c := made(to, readOnly)
		moveValue(to, c.ptr, v.header().ptr)
		return c
	case sliceToArrayPointer:
		n := typeLen(typeElem(to))
		if n > v.Len() {
			panic("reflect: cannot convert slice with length " + indexText(v.Len()) + " to pointer to array with length " + indexText(n))
		}
		return Value{to, v.header().ptr, readOnly}
	case reinterpret:
		if v.flag&flagAddressable != 0 {
			return copied(to, v.ptr, readOnly)
		}
		return Value{to, v.ptr, v.flag&flagIndirect | readOnly}
	case toInterface:
		held := new(any)
		*held = v.pack()
		return Value{to, unsafe.Pointer(held), flagIndirect | readOnly}
	}
	panic("reflect.Value.Convert: value of type " + v.typ.String() + " cannot be converted to type " + t.String())
}

// made returns a new zero value of a type that is not a pointer, to be filled in.
func made(t *rtype, readOnly flag) Value { return Value{t, newObject(t), flagIndirect | readOnly} }

func makeString(t *rtype, s string, readOnly flag) Value {
	c := made(t, readOnly)
	*(*string)(c.ptr) = s
	return c
}

func makeFloat(t *rtype, x float64, readOnly flag) Value {
	c := made(t, readOnly)
	if t.is(Float32) {
		*(*float32)(c.ptr) = float32(x)
	} else {
		*(*float64)(c.ptr) = x
	}
	return c
}

func (v Value) toInteger(t *rtype, readOnly flag) Value {
	bits := uint64(0)
	switch {
	case v.CanInt():
		bits = uint64(v.Int())
	case v.CanUint():
		bits = v.Uint()
	case Uint <= t.Kind() && t.Kind() <= Uintptr:
		bits = uint64(v.Float())
	default:
		bits = uint64(int64(v.Float()))
	}
	c := made(t, readOnly)
	switch t.size {
	case 1:
		*(*uint8)(c.ptr) = uint8(bits)
	case 2:
		*(*uint16)(c.ptr) = uint16(bits)
	case 4:
		*(*uint32)(c.ptr) = uint32(bits)
	default:
		*(*uint64)(c.ptr) = bits
	}
	return c
}
