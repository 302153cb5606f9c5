// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import "fmt"

func fact[T ~int | ~float64](n T) T {
	if n == 1 {
		return 1
	}
	return n * fact(n-1)
}

// Inside the function its own type parameters are types like others.
func swap[A, B any](a A, b B, n int) string {
	if n == 0 {
		return fmt.Sprintf("%T %T", a, b)
	}
	return swap(b, a, n-1)
}

func id[T any](x T) T { return x }

func apply[A, B any](xs []A, f func(A) B) (out []B) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}

func text[T any](x T) string { return fmt.Sprint(x, "!") }

func use[T any](x T, f func(T) string) string { return f(x) }

func run[T any](x T, f func(T, func(T) string) string) string { return f(x, text) }

func both[F func(A) B, A, B any](f F, x A) B { return f(x) }

func count[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func larger[T ~int | ~float64](a, b T) T {
	if a < b {
		return b
	}
	return a
}

type num int

func main() {
	fmt.Println(fact(5), fact(5.0), swap(1, "s", 3)) // CHECK: 120 120 string int
	// Generic functions as arguments of generic functions.
	fmt.Println(apply([]int{1, 2}, id), apply([]num{1, 2}, text))  // CHECK-NEXT: [1 2] [1! 2!]
	fmt.Println(compose(id[int], text)(7), run(5, use))            // CHECK-NEXT: 7! 5!
	fmt.Println(both(text[int], 3), count(map[string]int{"a": 1})) // CHECK-NEXT: 3! 1
	fmt.Println(larger(1, 2.5), larger(num(4), 3))                 // CHECK-NEXT: 2.5 4
	var f func(string) string = text
	fmt.Println(f("x")) // CHECK-NEXT: x!
}
