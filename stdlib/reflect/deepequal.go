package reflect

import "unsafe"

// visit is a pair of references that DeepEqual is comparing already.
type visit struct {
	a, b unsafe.Pointer
	typ  *rtype
}

// DeepEqual reports whether x and y are equal, comparing what they refer to rather than references.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	a, b := ValueOf(x), ValueOf(y)
	return a.typ == b.typ && deepEqual(a, b, map[visit]bool{})
}

func deepEqual(a, b Value, visited map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	// Only values that refer to others can make a cycle; a pair met again is taken to be equal.
	switch a.kind() {
	case Pointer, Map, Slice:
		if a.IsNil() || b.IsNil() {
			break
		}
		v := visit{a.UnsafePointer(), b.UnsafePointer(), a.typ}
		if a.kind() == Slice && a.Len() != b.Len() {
			return false
		}
		if v.a == v.b && a.kind() == Pointer {
			return true
		}
		if visited[v] {
			return true
		}
		visited[v] = true
	}
	switch a.kind() {
	case Array:
		return deepEqualElements(a, b, visited)
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		return a.UnsafePointer() == b.UnsafePointer() || deepEqualElements(a, b, visited)
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), visited)
	case Pointer:
		return a.UnsafePointer() == b.UnsafePointer() || deepEqual(a.Elem(), b.Elem(), visited)
	case Struct:
		for i, n := 0, a.NumField(); i < n; i++ {
			if !deepEqual(a.Field(i), b.Field(i), visited) {
				return false
			}
		}
		return true
	case Map:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.UnsafePointer() == b.UnsafePointer() {
			return true
		}
		for iter := a.MapRange(); iter.Next(); {
			other := b.MapIndex(iter.Key())
			if !other.IsValid() || !deepEqual(iter.Value(), other, visited) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return equalValues(a.typ, a.address(), b.address())
}

func deepEqualElements(a, b Value, visited map[visit]bool) bool {
	for i, n := 0, a.Len(); i < n; i++ {
		if !deepEqual(a.Index(i), b.Index(i), visited) {
			return false
		}
	}
	return true
}
