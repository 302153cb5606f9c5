package reflect

import "unsafe"

type sliceHeader struct {
	ptr unsafe.Pointer
	len int
	cap int
}

func (v Value) header() *sliceHeader { return (*sliceHeader)(v.ptr) }

func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return v.header().len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return typeLen(v.typ)
	case Map:
		return mapLen(v.word())
	case Chan:
		return chanLen(v.word())
	case Pointer:
		if t := typeElem(v.typ); t.is(Array) {
			return typeLen(t)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return v.header().cap
	case Array:
		return typeLen(v.typ)
	case Chan:
		return chanCap(v.word())
	case Pointer:
		if t := typeElem(v.typ); t.is(Array) {
			return typeLen(t)
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

func (v Value) Index(i int) Value {
	switch v.kind() {
	case Array:
		if i < 0 || i >= typeLen(v.typ) {
			panic("reflect: array index out of range")
		}
		elem := typeElem(v.typ)
		return v.at(elem, unsafe.Add(v.ptr, uintptr(i)*elem.size), 0)
	case Slice:
		h := v.header()
		if i < 0 || i >= h.len {
			panic("reflect: slice index out of range")
		}
		elem := typeElem(v.typ)
		return v.at(elem, unsafe.Add(h.ptr, uintptr(i)*elem.size), flagAddressable)
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || i >= len(s) {
			panic("reflect: string index out of range")
		}
		b := new(uint8)
		*b = s[i]
		return Value{typeOf(uint8(0)), unsafe.Pointer(b), flagIndirect | v.flag.readOnly()}
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

func (v Value) Slice(i, j int) Value {
	base, elem, limit, typ := unsafe.Pointer(nil), (*rtype)(nil), 0, v.typ
	switch v.kind() {
	case Array:
		if v.flag&flagAddressable == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		base, elem, limit = v.ptr, typeElem(v.typ), typeLen(v.typ)
		typ = sliceOf(elem)
	case Slice:
		h := v.header()
		base, elem, limit = h.ptr, typeElem(v.typ), h.cap
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := new(string)
		*part = s[i:j]
		return Value{v.typ, unsafe.Pointer(part), v.flag | flagIndirect}
	default:
		panic(&ValueError{"reflect.Value.Slice", v.kind()})
	}
	if i < 0 || j < i || j > limit {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return v.sliced(typ, elem, base, i, j, limit)
}

func (v Value) Slice3(i, j, k int) Value {
	base, elem, limit, typ := unsafe.Pointer(nil), (*rtype)(nil), 0, v.typ
	switch v.kind() {
	case Array:
		if v.flag&flagAddressable == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		base, elem, limit = v.ptr, typeElem(v.typ), typeLen(v.typ)
		typ = sliceOf(elem)
	case Slice:
		h := v.header()
		base, elem, limit = h.ptr, typeElem(v.typ), h.cap
	default:
		panic(&ValueError{"reflect.Value.Slice3", v.kind()})
	}
	if i < 0 || j < i || k < j || k > limit {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return v.sliced(typ, elem, base, i, j, k)
}

func (v Value) sliced(typ, elem *rtype, base unsafe.Pointer, i, j, k int) Value {
	h := &sliceHeader{base, j - i, k - i}
	if k > i { // else the base is kept, so as not to point behind the array
		h.ptr = unsafe.Add(base, uintptr(i)*elem.size)
	}
	return Value{typ, unsafe.Pointer(h), flagIndirect | v.flag.readOnly()}
}

// Append appends values to a slice and returns the result.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, unknownMethod)
	n := s.header().len
	s = s.grown(len(x))
	for i, e := range x {
		s.Index(n + i).Set(e)
	}
	return s
}

// AppendSlice appends all of slice t to slice s.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, unknownMethod)
	t.mustBe(Slice, unknownMethod)
	mustMatch("reflect.AppendSlice", typeElem(s.typ), typeElem(t.typ))
	n := s.header().len
	s = s.grown(t.Len())
	copySlice(typeElem(s.typ), unsafe.Add(s.header().ptr, uintptr(n)*typeElem(s.typ).size), t.header().ptr, t.Len())
	return s
}

// grown returns a slice with extra more elements, still to be set.
func (v Value) grown(extra int) Value {
	v.mustBeExported(unknownMethod)
	h := new(sliceHeader)
	*h = *v.header()
	growSlice(typeElem(v.typ), h, extra)
	h.len += extra
	return Value{v.typ, unsafe.Pointer(h), flagIndirect}
}

// mustMatch panics unless the elements of two lists have the same type.
func mustMatch(function string, to, from *rtype) {
	if to != from {
		panic(function + ": " + to.String() + " != " + from.String())
	}
}

// Copy copies elements of src, a slice or array or (for bytes) a string, to dst, a slice or addressable array.
func Copy(dst, src Value) int {
	k := dst.kind()
	if k != Array && k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	if k == Array {
		dst.mustBeAssignable(unknownMethod)
	}
	dst.mustBeExported(unknownMethod)
	elem, from := typeElem(dst.typ), src.ptr
	switch k := src.kind(); {
	case k == String && elem.is(Uint8):
		src.mustBeExported(unknownMethod)
		from = *(*unsafe.Pointer)(src.ptr)
	case k == Array || k == Slice:
		src.mustBeExported(unknownMethod)
		mustMatch("reflect.Copy", elem, typeElem(src.typ))
		if k == Slice {
			from = src.header().ptr
		}
	default:
		panic(&ValueError{"reflect.Copy", k})
	}
	to := dst.ptr
	if k == Slice {
		to = dst.header().ptr
	}
	n := min(dst.Len(), src.Len())
	copySlice(elem, to, from, n)
	return n
}

func (v Value) SetLen(n int) {
	v.mustBeAssignable("reflect.Value.SetLen")
	v.mustBe(Slice, "reflect.Value.SetLen")
	h := v.header()
	if n < 0 || n > h.cap {
		panic("reflect: slice length out of range in SetLen")
	}
	h.len = n
}

func (v Value) SetCap(n int) {
	v.mustBeAssignable("reflect.Value.SetCap")
	v.mustBe(Slice, "reflect.Value.SetCap")
	h := v.header()
	if n < h.len || n > h.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	h.cap = n
}

// Grow makes room for n more elements in a slice variable.
func (v Value) Grow(n int) {
	v.mustBeAssignable("reflect.Value.Grow")
	v.mustBe(Slice, "reflect.Value.Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	h := v.header()
	if h.len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if n > h.cap-h.len {
		growSlice(typeElem(v.typ), h, n)
	}
}
