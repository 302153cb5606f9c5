package reflect

import (
	"math"
	"unsafe"
)

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
	return Value{t, zeroValue(t), flagIndirect}
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
	bytes := n
	if size := int(typ.Size()); size > 0 && n > math.MaxInt/size {
		bytes = -1
	} else if size > 0 {
		bytes = n * size
	}
	_ = unsafe.Slice((*byte)(p), bytes) // panics if there cannot be such a slice
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
