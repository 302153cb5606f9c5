// Package reflect lets a program look into values of any type. Types are the VM's own descriptors: a *rtype points at
// one, so that equal types are equal pointers, and only native leaves know what is behind it.
package reflect

import "iter"

// A Type describes a Go type. Two Types are == exactly if they are identical types.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	Fields() iter.Seq[StructField]
	Methods() iter.Seq[Method]
	Ins() iter.Seq[Type]
	Outs() iter.Seq[Type]
	common() *rtype
}

// rtype is the beginning of the VM's descriptor of a type; natives.cpp checks that it agrees.
type rtype struct {
	size    uintptr
	id      uint32
	kind    uint8
	align   uint8
	chanDir uint8
	_       uint8
	flags   uint16
}

// Bits of rtype.flags.
const (
	typeNamed         = 1 << 0
	typeComparable    = 1 << 1
	typeHasPointers   = 1 << 2
	typePointerShaped = 1 << 3
	typeVariadic      = 1 << 7
)

// toType keeps a missing descriptor from becoming an interface that is not nil.
func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

// TypeOf returns the type of what an interface holds, nil for a nil interface.
func TypeOf(i any) Type { return toType(typeOf(i)) }

// TypeFor returns the type that stands for the type argument, an interface type too.
func TypeFor[T any]() Type { return typeOf((*T)(nil)).Elem() }

func (t *rtype) common() *rtype  { return t }
func (t *rtype) is(k Kind) bool  { return Kind(t.kind) == k }
func (t *rtype) Align() int      { return int(t.align) }
func (t *rtype) FieldAlign() int { return int(t.align) }
func (t *rtype) Size() uintptr   { return t.size }
func (t *rtype) Kind() Kind      { return Kind(t.kind) }
func (t *rtype) String() string  { return typeString(t) }
func (t *rtype) Name() string    { return typeName(t) }
func (t *rtype) PkgPath() string { return typePkgPath(t) }

func (t *rtype) Comparable() bool    { return t.flags&typeComparable != 0 }
func (t *rtype) pointerShaped() bool { return t.flags&typePointerShaped != 0 }

func (t *rtype) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.size) * 8
}

func (t *rtype) ChanDir() ChanDir {
	if !t.is(Chan) {
		panic("reflect: ChanDir of non-chan type " + t.String())
	}
	return ChanDir(t.chanDir)
}

func (t *rtype) IsVariadic() bool {
	if !t.is(Func) {
		panic("reflect: IsVariadic of non-func type " + t.String())
	}
	return t.flags&typeVariadic != 0
}

func (t *rtype) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return typeElem(t)
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	if !t.is(Map) {
		panic("reflect: Key of non-map type " + t.String())
	}
	return typeKey(t)
}

func (t *rtype) Len() int {
	if !t.is(Array) {
		panic("reflect: Len of non-array type " + t.String())
	}
	return typeLen(t)
}

func (t *rtype) NumField() int {
	if !t.is(Struct) {
		panic("reflect: NumField of non-struct type " + t.String())
	}
	return numField(t)
}

func (t *rtype) NumIn() int {
	if !t.is(Func) {
		panic("reflect: NumIn of non-func type " + t.String())
	}
	return numIn(t)
}

func (t *rtype) NumOut() int {
	if !t.is(Func) {
		panic("reflect: NumOut of non-func type " + t.String())
	}
	return numOut(t)
}

func (t *rtype) In(i int) Type {
	if !t.is(Func) {
		panic("reflect: In of non-func type " + t.String())
	}
	return typeIn(t, checkIndex(i, numIn(t)))
}

func (t *rtype) Out(i int) Type {
	if !t.is(Func) {
		panic("reflect: Out of non-func type " + t.String())
	}
	return typeOut(t, checkIndex(i, numOut(t)))
}

// checkIndex panics as indexing a slice of n elements does, and returns i.
func checkIndex(i, n int) int {
	_ = make([]struct{}, n)[i]
	return i
}
