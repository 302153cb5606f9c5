// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import "fmt"

type channels interface{ chan int | chan<- string }

func closes[C channels](c C) { close(c) }

func deletes[M ~map[string]int | ~map[string]bool](m M, k string) int {
	delete(m, k)
	defer delete(m, "later")
	return len(m)
}

func clears[T ~map[string]int | ~[]float64](x T) T {
	defer func() { clear(x) }()
	return x
}

func least[T ~int8 | ~uint64 | ~float32 | ~string](x T, y T) (T, T) { return min(x, y, x), max(x, y) }

func sizes[T ~string | ~[]byte | ~map[int]int | ~chan int](x T) int { return len(x) }

func slices[S ~[]byte | ~string](s S) (S, byte) { return s[1:3], s[0] }

func fresh[T any](x T) (*T, *T) { return new(T), new(x) }

func main() {
	c := make(chan int)
	closes(c)
	_, ok := <-c
	fmt.Println(ok) // CHECK: false
	m := map[string]int{"a": 1, "b": 2, "later": 3}
	fmt.Println(deletes(m, "a"), len(m))                                  // CHECK-NEXT: 2 1
	fmt.Println(clears(m), clears([]float64{1, 2}))                       // CHECK-NEXT: map[] [0 0]
	fmt.Println(least(int8(-3), 4))                                       // CHECK-NEXT: -3 4
	fmt.Println(least(uint64(1)<<63, 4))                                  // CHECK-NEXT: 4 9223372036854775808
	fmt.Println(least(float32(0.5), 0.25))                                // CHECK-NEXT: 0.25 0.5
	fmt.Println(least("b", "a"))                                          // CHECK-NEXT: a b
	fmt.Println(sizes("abc"), sizes([]byte{1}), sizes(map[int]int{1: 2})) // CHECK-NEXT: 3 1 1
	fmt.Println(slices("hello"))                                          // CHECK-NEXT: el 104
	fmt.Println(slices([]byte("hello")))                                  // CHECK-NEXT: [101 108] 104
	p, q := fresh("x")
	fmt.Printf("%q %q\n", *p, *q) // CHECK-NEXT: "" "x"
}
