package reflect

import (
	"math"
	"strconv"
	"unsafe"
)

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
	readOnly := v.flag.readOnly()
	switch conversion(v.typ, to) {
	case toInt:
		return v.toInteger(to, readOnly)
	case toFloat:
		switch {
		case v.kind() == Float32 && to.is(Float32): // by way of float64 a signaling NaN would become a quiet one
			return copied(to, v.ptr, readOnly)
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
			panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to array with length " + strconv.Itoa(n))
		}
		c := made(to, readOnly)
		moveValue(to, c.ptr, v.header().ptr)
		return c
	case sliceToArrayPointer:
		n := typeLen(typeElem(to))
		if n > v.Len() {
			panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to pointer to array with length " + strconv.Itoa(n))
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
