package reflect

import "unsafe"

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	elem := typeElem(v.typ)
	if h := v.header(); h.len < 2 {
		return func(i, j int) {
			if i != 0 || j != 0 || h.len == 0 {
				panic("reflect: slice index out of range")
			}
		}
	}
	if elem.is(String) {
		s := *(*[]string)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	if elem.flags&typeHasPointers != 0 {
		if elem.size == ptrSize {
			s := *(*[]unsafe.Pointer)(v.ptr)
			return func(i, j int) { s[i], s[j] = s[j], s[i] }
		}
		return swapAny(elem, *v.header())
	}
	switch elem.size {
	case 1:
		s := *(*[]uint8)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case 2:
		s := *(*[]uint16)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case 4:
		s := *(*[]uint32)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case 8:
		s := *(*[]uint64)(v.ptr)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	return swapAny(elem, *v.header())
}

// swapAny swaps elements of any type, by way of a third one.
func swapAny(elem *rtype, h sliceHeader) func(i, j int) {
	scratch := newObject(elem)
	return func(i, j int) {
		if uint(i) >= uint(h.len) || uint(j) >= uint(h.len) {
			panic("reflect: slice index out of range")
		}
		swapValues(elem, unsafe.Add(h.ptr, uintptr(i)*elem.size), unsafe.Add(h.ptr, uintptr(j)*elem.size), scratch)
	}
}
