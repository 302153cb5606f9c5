// A generic function that calls itself with arguments of its own parameters' types.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func gcd[T ~int | ~uint8](x, y T) T {
	if y == 0 {
		return x
	}
	return gcd(y, x%y)
}

// The arguments change places at each depth, so the instances do.
func turn[A, B any](a A, b B, depth int) string {
	if depth == 0 {
		return fmt.Sprintf("%T %T", a, b)
	}
	return turn(b, a, depth-1)
}

func each[S ~[]E, E any](s S, f func(E)) {
	if len(s) == 0 {
		return
	}
	f(s[0])
	each(s[1:], f)
}

func last[E any](s []E) (zero E) {
	if len(s) < 2 {
		return append(s, zero)[0]
	}
	return last(s[1:])
}

func main() {
	fmt.Println(gcd(12, 18), gcd[uint8](100, 75)) // CHECK: 6 25
	fmt.Println(turn(1, "a", 2), turn(1, "a", 3)) // CHECK-NEXT: int string string int
	each([]string{"a", "b"}, func(s string) { fmt.Println(s) })
	// CHECK-NEXT: a
	// CHECK-NEXT: b
	fmt.Println(last([]float64{1, 2.5})) // CHECK-NEXT: 2.5
}
