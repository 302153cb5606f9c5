package reflect

import "unsafe"

const ptrSize = unsafe.Sizeof(uintptr(0))

// maxPointerful bounds a type made here that has pointers: the collector's map of a struct takes memory in proportion.
const maxPointerful = 1 << 36

// PointerTo returns *t.
func PointerTo(t Type) Type { return pointerTo(t.common()) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf returns []t.
func SliceOf(t Type) Type { return sliceOf(t.common()) }

// ArrayOf returns [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	limit := ^uintptr(0)
	if elem.common().flags&typeHasPointers != 0 {
		limit = maxPointerful
	}
	if size := elem.Size(); size > 0 && uintptr(length) > limit/size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return arrayOf(length, elem.common())
}

// MapOf returns map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return mapOf(key.common(), elem.common())
}

// ChanOf returns the channel type of that direction and element.
func ChanOf(dir ChanDir, t Type) Type {
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	if t.Size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	return chanOf(t.common(), int(dir))
}

// FuncOf returns the func type with these parameters and results.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return funcOf(commons(in), commons(out), variadic)
}

func commons(types []Type) []*rtype {
	list := make([]*rtype, len(types))
	for i, t := range types {
		list[i] = t.common()
	}
	return list
}
