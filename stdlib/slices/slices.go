// Package slices has what is often done with slices of any type.
//
// Functions that shorten a slice zero the elements that fall off, so that nothing stays alive by them.
package slices

import (
	"cmp"
	"math/bits"
	"unsafe"
)

// Equal reports whether two slices have the same length and equal elements. A NaN equals nothing.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if v != s2[i] {
			return false
		}
	}
	return true
}

// EqualFunc is Equal with eq in the place of ==.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if !eq(v, s2[i]) {
			return false
		}
	}
	return true
}

// Compare compares two slices as words of a dictionary, element by element with cmp.Compare.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	for i, v := range s1 {
		if i == len(s2) {
			return +1
		}
		if c := cmp.Compare(v, s2[i]); c != 0 {
			return c
		}
	}
	if len(s1) < len(s2) {
		return -1
	}
	return 0
}

// CompareFunc is Compare with a function in the place of cmp.Compare.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, cmp func(E1, E2) int) int {
	for i, v := range s1 {
		if i == len(s2) {
			return +1
		}
		if c := cmp(v, s2[i]); c != 0 {
			return c
		}
	}
	if len(s1) < len(s2) {
		return -1
	}
	return 0
}

// Index returns the index of the first v in s, or -1.
func Index[S ~[]E, E comparable](s S, v E) int {
	if len(s) >= longRun {
		if i := indexOf([]E(s), v); i >= -1 {
			return i
		}
	}
	for i := range s {
		if s[i] == v {
			return i
		}
	}
	return -1
}

// From this length on a native leaf is worth its call.
const longRun = 16

// indexOf is Index; -2 if the elements are to be compared here: not integers, strings or pointers.
func indexOf(s, v any) int

// IndexFunc returns the index of the first element that satisfies f, or -1.
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

// Contains reports whether v is in s.
func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

// ContainsFunc reports whether an element of s satisfies f.
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return IndexFunc(s, f) >= 0 }

// Insert inserts v before s[i] and returns the slice; it panics if i is beyond len(s).
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	tail := s[i:]
	if len(v) == 0 {
		return s
	}
	if i == len(s) {
		return append(s, v...)
	}
	n := len(s) + len(v)
	if n > cap(s) {
		longer := append(s[:i], make(S, n-i)...) // append chooses the capacity
		copy(longer[i:], v)
		copy(longer[i+len(v):], tail)
		return longer
	}
	whole := s[:n]
	if !overlap(v, whole[i:]) {
		copy(whole[i+len(v):], tail)
		copy(whole[i:], v)
		return whole
	}
	// v lies in what moves. Put it behind the tail, where there is room for it, and bring it forward from there.
	copy(whole[len(s):], v)
	rotateRight(whole[i:], len(v))
	return whole
}

// Delete removes s[i:j] and returns the slice; it panics if that is no part of s.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)] // j <= len(s), not only cap(s)
	if i == j {
		return s
	}
	rest := append(s[:i], s[j:]...)
	clear(s[len(rest):])
	return rest
}

// DeleteFunc removes the elements that satisfy del and returns the slice.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	kept := IndexFunc(s, del)
	if kept < 0 {
		return s
	}
	for _, v := range s[kept+1:] {
		if !del(v) {
			s[kept] = v
			kept++
		}
	}
	clear(s[kept:])
	return s[:kept]
}

// Replace puts v in the place of s[i:j] and returns the slice; it panics if that is no part of s.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	if i == j {
		return Insert(s, i, v...)
	}
	if j == len(s) {
		longer := append(s[:i], v...)
		if len(longer) < len(s) {
			clear(s[len(longer):])
		}
		return longer
	}
	tail := s[j:]
	n := i + len(v) + len(tail)
	if n > cap(s) {
		longer := append(s[:i], make(S, n-i)...)
		copy(longer[i:], v)
		copy(longer[i+len(v):], tail)
		return longer
	}
	whole := s[:n]
	if i+len(v) <= j { // it gets no longer
		copy(whole[i:], v)
		copy(whole[i+len(v):], tail)
		clear(s[n:])
		return whole
	}
	if !overlap(whole[i+len(v):], v) {
		copy(whole[i+len(v):], tail)
		copy(whole[i:], v)
		return whole
	}
	// v lies in what moves. Elements of v that fit go into the gap, the others behind the tail and then forward.
	more := len(v) - (j - i)
	if !overlap(whole[i:j], v) {
		copy(whole[i:], v[:j-i])
		copy(whole[len(s):], v[j-i:])
		rotateRight(whole[j:], more)
		return whole
	}
	own := append([]E(nil), v...)
	copy(whole[i+len(v):], tail)
	copy(whole[i:], own)
	return whole
}

// overlap reports whether two slices share memory.
func overlap[E any](a, b []E) bool {
	size := unsafe.Sizeof(*new(E))
	if len(a) == 0 || len(b) == 0 || size == 0 {
		return false
	}
	first, last := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&a[len(a)-1]))+size-1
	return first <= uintptr(unsafe.Pointer(&b[len(b)-1]))+size-1 && uintptr(unsafe.Pointer(&b[0])) <= last
}

// rotateRight moves the last n elements of s to its front.
func rotateRight[E any](s []E, n int) {
	Reverse(s)
	Reverse(s[:n])
	Reverse(s[n:])
}

// Clone returns a copy of s; nil if s is nil.
func Clone[S ~[]E, E any](s S) S {
	return append(s[:0:0], s...) // a nil slice stays nil, an empty one not
}

// Compact keeps the first of each run of equal elements and returns the slice.
func Compact[S ~[]E, E comparable](s S) S {
	if len(s) < 2 {
		return s
	}
	kept := 1
	for i := 1; i < len(s); i++ {
		if s[i] != s[i-1] {
			if kept != i {
				s[kept] = s[i]
			}
			kept++
		}
	}
	clear(s[kept:])
	return s[:kept]
}

// CompactFunc is Compact with eq, of an element and the one before it, in the place of ==.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	kept := 1
	for i := 1; i < len(s); i++ {
		if !eq(s[i], s[i-1]) {
			if kept != i {
				s[kept] = s[i]
			}
			kept++
		}
	}
	clear(s[kept:])
	return s[:kept]
}

// Grow returns s with room for n more elements; it panics if n is negative.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n -= cap(s) - len(s); n > 0 {
		s = append(s[:cap(s)], make([]E, n)...)[:len(s)]
	}
	return s
}

// Clip returns s without the room behind it.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Reverse reverses the order of the elements.
func Reverse[S ~[]E, E any](s S) {
	if len(s) >= longRun {
		reverse([]E(s))
		return
	}
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// reverse reverses a slice of any type.
func reverse(s any)

// Concat returns a new slice with the elements of all the slices.
func Concat[S ~[]E, E any](slices ...S) S {
	n := 0
	for _, s := range slices {
		if n += len(s); n < 0 {
			panic("len out of range")
		}
	}
	all := Grow[S](nil, n)
	for _, s := range slices {
		all = append(all, s...)
	}
	return all
}

// Repeat returns a new slice with the elements of x count times; it panics if count is negative or the result too long.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	if high, low := bits.Mul(uint(len(x)), uint(count)); high > 0 || low > 1<<(bits.UintSize-1)-1 {
		panic("the result of (len(x) * count) overflows")
	}
	all := make(S, len(x)*count)
	for done := copy(all, x); done > 0 && done < len(all); {
		done += copy(all[done:], all[:done])
	}
	return all
}
