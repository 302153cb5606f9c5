// Package cmp compares ordered values.
package cmp

// Ordered is the constraint of the types that have the operators < <= >= >.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// Less reports whether x comes before y. A NaN comes before every other number.
func Less[T Ordered](x, y T) bool {
	return x < y || x != x && y == y
}

// Compare returns -1 if x comes before y, +1 if y before x, and 0 otherwise. A NaN comes before every other number
// and equals a NaN; -0.0 equals 0.0.
func Compare[T Ordered](x, y T) int {
	switch {
	case x == y:
		return 0
	case x < y:
		return -1
	case x > y:
		return +1
	case y == y: // x alone is a NaN
		return -1
	case x == x:
		return +1
	}
	return 0
}

// Or returns the first of its arguments that is not the zero value, or the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
