// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import "fmt"

// Constraints that mention what they constrain.
type ordered[T any] interface{ Less(T) bool }

func least[T ordered[T]](first T, rest ...T) T {
	for _, x := range rest {
		if x.Less(first) {
			first = x
		}
	}
	return first
}

type age int

func (a age) Less(b age) bool { return a < b }

type wraps[U interface{ M() wraps[U] }] int

type self int

func (self) M() wraps[self] { return 7 }

func use[U interface{ M() wraps[U] }](u U) wraps[U] { return u.M() }

// The argument is another function's type parameter with a core type.
func reduce[T, U any, S ~[]U](f func(T, U) T, s S, initial T) T {
	for _, x := range s {
		initial = f(initial, x)
	}
	return initial
}

func sum[T ~int | ~string, S ~[]T](s S) T {
	var zero T
	return reduce(func(a, b T) T { return a + b }, s, zero)
}

// A type of a function's own that is recursive in its own parameters.
func fix[Endo ~func(F) F, F ~func(T) R, T, R any](f Endo) F {
	type knot[F ~func(T) R, T, R any] func(knot[F, T, R]) F
	g := func(h knot[F, T, R]) F {
		return func(t T) R { return f(h(h))(t) }
	}
	return g(g)
}

func main() {
	fmt.Println(least(age(3), 1, 2))                          // CHECK: 1
	fmt.Println(use(self(1)))                                 // CHECK-NEXT: 7
	fmt.Println(sum([]int{1, 2, 3}), sum([]string{"a", "b"})) // CHECK-NEXT: 6 ab
	fact := fix(func(rest func(int) int) func(int) int {
		return func(n int) int {
			if n == 0 {
				return 1
			}
			return n * rest(n-1)
		}
	})
	fmt.Println(fact(10)) // CHECK-NEXT: 3628800
}
