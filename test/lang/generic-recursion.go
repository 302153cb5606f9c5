// A generic function that calls itself infers its type arguments from its own type parameters.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type number interface{ ~int | ~float64 }

func sum[S ~[]E, E number](s S) E {
	if len(s) == 0 {
		return 0
	}
	half := len(s) / 2
	return sum(s[:half]) + s[half] + sum(s[half+1:])
}

type tree[K any] struct {
	left, right *tree[K]
	key         K
}

func walk[K, V any](t *tree[K], f func(K) V, yield func(V)) {
	if t != nil {
		walk(t.left, f, yield)
		yield(f(t.key))
		walk(t.right, f, yield)
	}
}

// The type arguments grow: those of the inner call are made of the outer ones.
func nest[T any](v T, depth int) string {
	if depth == 0 {
		return fmt.Sprintf("%T", v)
	}
	if depth == 1 {
		return nest([1]int{}, 0) + " " + nest(fmt.Sprint(v), depth-1)
	}
	return nest(v, depth-1)
}

func swap[A, B any](a A, b B, n int) string {
	if n == 0 {
		return fmt.Sprintf("%T %T", a, b)
	}
	return swap(b, a, n-1)
}

func main() {
	fmt.Println(sum([]int{1, 2, 3, 4}), sum([]float64{0.5, 1}))   // CHECK: 10 1.5
	root := &tree[int]{&tree[int]{key: 1}, &tree[int]{key: 3}, 2} //
	walk(root, func(k int) string { return fmt.Sprint("<", k, ">") }, func(s string) { fmt.Print(s) })
	fmt.Println()                // CHECK-NEXT: <1><2><3>
	fmt.Println(nest(2.5, 3))    // CHECK-NEXT: [1]int string
	fmt.Println(swap(1, "a", 3)) // CHECK-NEXT: string int
}
