package reflect

import (
	"strconv"
	"unsafe"
)

// A Value is a Go value of any type. The zero Value stands for none.
//
// ptr is the value itself if its type is one word that is a pointer (pointer, map, chan, func, unsafe.Pointer) and
// flagIndirect is not set; otherwise it points at the value in memory. So the collector may take ptr at its word.
// Memory that is not addressable (no flagAddressable) is never written again.
type Value struct {
	typ  *rtype
	ptr  unsafe.Pointer
	flag flag
}

type flag uintptr

const (
	flagIndirect    flag = 1 << iota // ptr points at the value
	flagAddressable                  // the value is a variable
	flagUnexported                   // came through a field that is not exported and not embedded
	flagEmbedded                     // came through an embedded field that is not exported
	flagMethod                       // a method value: typ, ptr are the receiver, the bits above its index
	flagReadOnly    = flagUnexported | flagEmbedded
	methodShift     = 5
)

// A ValueError is the panic of a Value method that does not fit the Value's kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// ValueOf returns the value that an interface holds, the zero Value for a nil interface.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	return open(i)
}

// open takes a non-nil interface apart.
func open(i any) Value {
	typ, ptr := unpack(i)
	if typ.pointerShaped() {
		return Value{typ, ptr, 0}
	}
	return Value{typ, ptr, flagIndirect}
}

// Checks, each for the method of that name.

func (v Value) kind() Kind {
	switch {
	case v.typ == nil:
		return Invalid
	case v.flag&flagMethod != 0:
		return Func
	}
	return Kind(v.typ.kind)
}

func (v Value) mustBe(k Kind, method string) {
	if v.kind() != k {
		panic(&ValueError{method, v.kind()})
	}
}

func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		panic(&ValueError{method, Invalid})
	}
	if v.flag&flagReadOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported(method)
	if v.flag&flagAddressable == 0 {
		panic("reflect: " + method + " using unaddressable value")
	}
}

// address returns where the value's bytes are. For a value that is a pointer itself that is a copy of it.
func (v Value) address() unsafe.Pointer {
	if v.flag&flagIndirect != 0 {
		return v.ptr
	}
	word := new(unsafe.Pointer)
	*word = v.ptr
	return unsafe.Pointer(word)
}

// word returns a value that is a pointer.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndirect != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// at makes the Value of what is at an address within v.
func (v Value) at(typ *rtype, ptr unsafe.Pointer, more flag) Value {
	return Value{typ, ptr, flagIndirect | v.flag&(flagAddressable|flagReadOnly) | more}
}

// copied makes the Value of a copy of what is at ptr.
func copied(typ *rtype, ptr unsafe.Pointer, readOnly flag) Value {
	if typ.pointerShaped() {
		return Value{typ, *(*unsafe.Pointer)(ptr), readOnly}
	}
	c := newObject(typ)
	moveValue(typ, c, ptr)
	return Value{typ, c, flagIndirect | readOnly}
}

// What a Value is.

func (v Value) IsValid() bool { return v.typ != nil }
func (v Value) Kind() Kind    { return v.kind() }
func (v Value) CanAddr() bool { return v.flag&flagAddressable != 0 }
func (v Value) CanSet() bool  { return v.flag&(flagAddressable|flagReadOnly) == flagAddressable }

func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagReadOnly == 0
}

func (v Value) CanInt() bool {
	k := v.kind()
	return Int <= k && k <= Int64
}

func (v Value) CanUint() bool {
	k := v.kind()
	return Uint <= k && k <= Uintptr
}

func (v Value) CanFloat() bool {
	k := v.kind()
	return k == Float32 || k == Float64
}

func (v Value) CanComplex() bool {
	k := v.kind()
	return k == Complex64 || k == Complex128
}

// Type returns the value's type.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if v.flag&flagMethod == 0 {
		return v.typ
	}
	return methodType(v.typ, int(v.flag>>methodShift))
}

// methodType returns the type of a method without its receiver.
func methodType(t *rtype, i int) *rtype {
	if t.is(Interface) {
		_, _, typ := interfaceMethod(t, i)
		return typ
	}
	_, typ, _ := typeMethod(t, i)
	return typ
}

// Interface returns the value as an interface.
func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&flagReadOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.pack()
}

func (v Value) pack() any {
	if v.flag&flagMethod != 0 {
		v = v.methodFunc()
	}
	if v.flag&flagIndirect == 0 {
		return packPointer(v.typ, v.ptr)
	}
	if v.typ.is(Interface) {
		return *(*any)(v.ptr)
	}
	return pack(v.typ, v.ptr, v.flag&flagAddressable == 0)
}

// SliceHeader is how a slice lies in memory.
//
// Deprecated: use unsafe.Slice or unsafe.SliceData.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is how a string lies in memory.
//
// Deprecated: use unsafe.String or unsafe.StringData.
type StringHeader struct {
	Data uintptr
	Len  int
}

// InterfaceData returns the two words of an interface value.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "reflect.Value.InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// String returns a string's text; for other kinds it says what the value is.
func (v Value) String() string {
	switch v.kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Scalars.

func (v Value) Bool() bool {
	v.mustBe(Bool, "reflect.Value.Bool")
	return *(*bool)(v.ptr)
}

func (v Value) Int() int64 {
	switch v.kind() {
	case Int:
		return int64(*(*int)(v.ptr))
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	case Int64:
		return *(*int64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Int", v.kind()})
}

func (v Value) Uint() uint64 {
	switch v.kind() {
	case Uint:
		return uint64(*(*uint)(v.ptr))
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	case Uint64:
		return *(*uint64)(v.ptr)
	case Uintptr:
		return uint64(*(*uintptr)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Uint", v.kind()})
}

func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.kind()})
}

func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.kind()})
}

// Bytes returns a []byte, or the bytes of an addressable array of bytes.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if !typeElem(v.typ).is(Uint8) {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if !typeElem(v.typ).is(Uint8) {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		n := typeLen(v.typ)
		return unsafe.Slice((*byte)(v.ptr), n)
	}
	panic(&ValueError{"reflect.Value.Bytes", v.kind()})
}

func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.kind()})
	}
	return v.typ.OverflowInt(x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.kind()})
	}
	return v.typ.OverflowUint(x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.kind()})
	}
	return v.typ.OverflowFloat(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(&ValueError{"reflect.Value.OverflowComplex", v.kind()})
	}
	return v.typ.OverflowComplex(x)
}

// Pointers and interfaces.

// Addr returns a pointer to an addressable value.
func (v Value) Addr() Value {
	if v.flag&flagAddressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{pointerTo(v.typ), v.ptr, v.flag & flagReadOnly}
}

// UnsafeAddr returns the address of an addressable value.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&flagAddressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// Elem returns what an interface holds or what a pointer points at, the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		held := *(*any)(v.ptr)
		if held == nil {
			return Value{}
		}
		e := open(held)
		e.flag |= v.flag & flagReadOnly
		return e
	case Pointer:
		ptr := v.word()
		if ptr == nil {
			return Value{}
		}
		return Value{typeElem(v.typ), ptr, v.flag&flagReadOnly | flagIndirect | flagAddressable}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

// Indirect returns what a pointer points at, and anything else as it is.
func Indirect(v Value) Value {
	if v.kind() != Pointer {
		return v
	}
	return v.Elem()
}

func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return v.flag&flagMethod == 0 && v.word() == nil
	case Interface:
		return *(*any)(v.ptr) == nil
	case Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

// Pointer returns a pointer-like value as a number.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, String:
		return uintptr(v.UnsafePointer())
	}
	panic(&ValueError{"reflect.Value.Pointer", v.kind()})
}

// UnsafePointer returns a pointer-like value as an unsafe.Pointer.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Func:
		if v.flag&flagMethod != 0 {
			v = v.methodFunc()
		}
		if closure := v.word(); closure != nil {
			return *(*unsafe.Pointer)(closure) // the function, which closures of one func literal share
		}
		return nil
	case Chan, Map, Pointer, UnsafePointer:
		return v.word()
	case Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.kind()})
}

// Structs.

func (v Value) NumField() int {
	v.mustBe(Struct, "reflect.Value.NumField")
	return numField(v.typ)
}

func (v Value) Field(i int) Value {
	v.mustBe(Struct, "reflect.Value.Field")
	if i < 0 || i >= numField(v.typ) {
		panic("reflect: Field index out of range")
	}
	typ, offset, flags := fieldPlace(v.typ, i)
	readOnly := flag(0)
	if flags&fieldExported == 0 {
		readOnly = flagUnexported
		if flags&fieldEmbedded != 0 {
			readOnly = flagEmbedded
		}
	}
	f := v
	f.flag &^= flagEmbedded // an embedded field's own exported fields are accessible
	return f.at(typ, unsafe.Add(v.ptr, offset), readOnly)
}

func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "reflect.Value.FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && typeElem(v.typ).is(Struct) {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error where that panics because of a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "reflect.Value.FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && typeElem(v.typ).is(Struct) {
			if v.IsNil() {
				return Value{}, nilEmbedded("reflect: indirection through nil pointer to embedded struct field " + typeElem(v.typ).Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

type nilEmbedded string

func (e nilEmbedded) Error() string { return string(e) }

func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "reflect.Value.FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	v.mustBe(Struct, "reflect.Value.FieldByNameFunc")
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Methods.

func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return v.typ.NumMethod()
}

// Method returns the value's i-th method, bound to it.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || i < 0 || i >= v.typ.NumMethod() {
		panic("reflect: Method index out of range")
	}
	if v.typ.is(Interface) && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.typ, v.ptr, v.flag&(flagIndirect|flagReadOnly) | flagMethod | flag(i)<<methodShift}
}

func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	if i := v.typ.methodIndex(name); i >= 0 {
		return v.Method(i)
	}
	return Value{}
}

// Arrays, slices, strings.

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
		return Value{typeOf(uint8(0)), unsafe.Pointer(b), flagIndirect | v.flag&flagReadOnly}
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
		return Value{v.typ, unsafe.Pointer(part), flagIndirect | v.flag&flagReadOnly}
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
	return Value{typ, unsafe.Pointer(h), flagIndirect | v.flag&flagReadOnly}
}

// Append appends values to a slice and returns the result.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "reflect.Append")
	n := s.header().len
	s = s.grown(len(x), "reflect.Append")
	for i, e := range x {
		s.Index(n + i).Set(e)
	}
	return s
}

// AppendSlice appends all of slice t to slice s.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "reflect.AppendSlice")
	t.mustBe(Slice, "reflect.AppendSlice")
	if typeElem(s.typ) != typeElem(t.typ) {
		panic("reflect.AppendSlice: " + s.typ.String() + " != " + t.typ.String())
	}
	n := s.header().len
	s = s.grown(t.Len(), "reflect.AppendSlice")
	copySlice(typeElem(s.typ), unsafe.Add(s.header().ptr, uintptr(n)*typeElem(s.typ).size), t.header().ptr, t.Len())
	return s
}

// grown returns a slice with extra more elements, still to be set.
func (v Value) grown(extra int, method string) Value {
	v.mustBeExported(method)
	h := new(sliceHeader)
	*h = *v.header()
	growSlice(typeElem(v.typ), h, extra)
	h.len += extra
	return Value{v.typ, unsafe.Pointer(h), flagIndirect}
}

// Copy copies elements of src, a slice or array or (for bytes) a string, to dst, a slice or addressable array.
func Copy(dst, src Value) int {
	k := dst.kind()
	if k != Array && k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	if k == Array {
		dst.mustBeAssignable("reflect.Copy")
	}
	dst.mustBeExported("reflect.Copy")
	src.mustBeExported("reflect.Copy")
	elem := typeElem(dst.typ)
	from := unsafe.Pointer(nil)
	switch k := src.kind(); {
	case k == String && elem.is(Uint8):
		from = *(*unsafe.Pointer)(src.ptr)
	case k == Array || k == Slice:
		if typeElem(src.typ) != elem {
			panic("reflect.Copy: " + typeElem(src.typ).String() + " != " + elem.String())
		}
		from = src.ptr
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

// Maps.

// MapIndex returns the element of a key, the zero Value if the map has none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "reflect.Value.MapIndex")
	k := key.assignTo(typeKey(v.typ), "reflect.Value.MapIndex")
	elem := mapFind(v.typ, v.word(), k.address())
	if elem == nil {
		return Value{}
	}
	return copied(typeElem(v.typ), elem, (v.flag|key.flag)&flagReadOnly)
}

// MapKeys returns the map's keys in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "reflect.Value.MapKeys")
	typ := typeKey(v.typ)
	keys := make([]Value, 0, v.Len())
	if m := v.word(); m != nil {
		state := mapIterNew(v.typ, m)
		for {
			key, _ := mapIterNext(state)
			if key == nil {
				break
			}
			keys = append(keys, copied(typ, key, v.flag&flagReadOnly))
		}
	}
	return keys
}

// A MapIter goes through a map as a range clause does.
type MapIter struct {
	m         Value
	state     unsafe.Pointer // the VM's iterator; nil before the first Next
	key, elem unsafe.Pointer // the current entry
}

// MapRange returns an iterator, to be advanced before its first use.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.kind()})
	}
	return &MapIter{m: v}
}

func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if iter.state == nil {
		m := iter.m.word()
		if m == nil {
			m = makeMap(iter.m.typ, 0) // so that a nil map ends as an empty one does
		}
		iter.state = mapIterNew(iter.m.typ, m)
	} else if iter.key == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	iter.key, iter.elem = mapIterNext(iter.state)
	return iter.key != nil
}

func (iter *MapIter) check(method string) {
	if iter.state == nil {
		panic(method + " called before Next")
	}
	if iter.key == nil {
		panic(method + " called on exhausted iterator")
	}
}

func (iter *MapIter) Key() Value {
	iter.check("MapIter.Key")
	return copied(typeKey(iter.m.typ), iter.key, iter.m.flag&flagReadOnly)
}

func (iter *MapIter) Value() Value {
	iter.check("MapIter.Value")
	return copied(typeElem(iter.m.typ), iter.elem, iter.m.flag&flagReadOnly)
}

// Reset makes the iterator go through another map, or none.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "reflect.MapIter.Reset")
	}
	*iter = MapIter{m: v}
}

// Set operations that a MapIter feeds.

func (v Value) SetIterKey(iter *MapIter)   { v.Set(iter.Key()) }
func (v Value) SetIterValue(iter *MapIter) { v.Set(iter.Value()) }

// SetMapIndex sets the element of a key; the zero Value as element deletes the key.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "reflect.Value.SetMapIndex")
	v.mustBeExported("reflect.Value.SetMapIndex")
	key.mustBeExported("reflect.Value.SetMapIndex")
	k := key.assignTo(typeKey(v.typ), "reflect.Value.SetMapIndex")
	if elem.typ == nil {
		mapDelete(v.typ, v.word(), k.address())
		return
	}
	elem.mustBeExported("reflect.Value.SetMapIndex")
	e := elem.assignTo(typeElem(v.typ), "reflect.Value.SetMapIndex")
	mapAssign(v.typ, v.word(), k.address(), e.address())
}

// Clear empties a map or zeroes a slice's elements.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		h := v.header()
		zeroValues(typeElem(v.typ), h.ptr, h.len)
	case Map:
		mapClear(v.typ, v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.kind()})
	}
}

// Making values.

// New returns a pointer to a new zero value.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{pointerTo(t), newObject(t), 0}
}

// NewAt returns a pointer with this type and address.
func NewAt(typ Type, p unsafe.Pointer) Value { return Value{pointerTo(typ.common()), p, 0} }

// Zero returns a type's zero value, which is not addressable.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	if t.pointerShaped() {
		return Value{t, nil, 0}
	}
	return Value{t, newObject(t), flagIndirect}
}

func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	return Value{t, unsafe.Pointer(&sliceHeader{newArray(typeElem(t), cap), len, cap}), flagIndirect}
}

// SliceAt returns a slice of n elements that begins at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	if n < 0 {
		panic("reflect.SliceAt: negative len")
	}
	return Value{sliceOf(typ.common()), unsafe.Pointer(&sliceHeader{p, n, n}), flagIndirect}
}

func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makeMap(t, n), 0}
}

func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makeChan(t, buffer), 0}
}

func indexText(i int) string { return strconv.Itoa(i) }

// What only the VM can do. Pointers are to values in memory form.
func unpack(i any) (*rtype, unsafe.Pointer)
func pack(t *rtype, at unsafe.Pointer, immutable bool) any
func packPointer(t *rtype, word unsafe.Pointer) any
func newObject(t *rtype) unsafe.Pointer
func newArray(elem *rtype, n int) unsafe.Pointer
func moveValue(t *rtype, to, from unsafe.Pointer)
func zeroValues(t *rtype, at unsafe.Pointer, n int)
func isZeroMemory(t *rtype, at unsafe.Pointer) bool
func equalValues(t *rtype, a, b unsafe.Pointer) bool
func fieldPlace(t *rtype, i int) (typ *rtype, offset uintptr, flags int)
func growSlice(elem *rtype, s *sliceHeader, extra int)
func copySlice(elem *rtype, to, from unsafe.Pointer, n int)
func makeMap(t *rtype, hint int) unsafe.Pointer
func mapLen(m unsafe.Pointer) int
func mapFind(t *rtype, m, key unsafe.Pointer) unsafe.Pointer
func mapAssign(t *rtype, m, key, elem unsafe.Pointer)
func mapDelete(t *rtype, m, key unsafe.Pointer)
func mapClear(t *rtype, m unsafe.Pointer)
func mapIterNew(t *rtype, m unsafe.Pointer) unsafe.Pointer
func mapIterNext(iter unsafe.Pointer) (key, elem unsafe.Pointer)
func makeChan(t *rtype, n int) unsafe.Pointer
func chanLen(c unsafe.Pointer) int
func chanCap(c unsafe.Pointer) int
