package subtle

import "unsafe"

// overlapsInexactly reports whether two slices of one length share memory but do not begin at the same place.
func overlapsInexactly(a, b []byte) bool {
	first, second := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	n := uintptr(len(a))
	return first != second && first < second+n && second < first+n
}
