package reflect

import "unsafe"

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
	flagUnexported                   // came through a field that is not exported; lasts
	flagEmbedded                     // is an embedded field that is not exported: its own exported fields are accessible
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

// unknownMethod is how gc, which looks for a method of Value among the callers, calls functions of this package.
const unknownMethod = "unknown method"

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

// readOnly returns the flag that what is reached through v has if v may only be read.
func (f flag) readOnly() flag {
	if f&flagReadOnly != 0 {
		return flagUnexported
	}
	return 0
}

// at makes the Value of an element of v at that address.
func (v Value) at(typ *rtype, ptr unsafe.Pointer, more flag) Value {
	return Value{typ, ptr, flagIndirect | v.flag&flagAddressable | v.flag.readOnly() | more}
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

// TypeAssert is v.Interface().(T) without the interface.
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&flagReadOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	if t := typeOf((*T)(nil)); v.flag&(flagMethod|flagIndirect) == flagIndirect && v.typ == typeElem(t) && !v.typ.is(Interface) {
		return *(*T)(v.ptr), true
	}
	x, ok := v.pack().(T)
	return x, ok
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
		e.flag |= v.flag.readOnly()
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
