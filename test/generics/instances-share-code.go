// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

// Instances whose type arguments have one layout may run the same code; what depends on the type itself must not be shared.

type a struct{ x, y int }
type b struct{ x, y int }
type c struct {
	x int
	y float64
}

func (a) String() string { return "an a" }
func (b) String() string { return "a b" }

func last[T any](xs ...T) (r T) {
	for _, x := range xs {
		r = x
	}
	return
}

func name[T any](x T) string { return fmt.Sprintf("%T", last(x, x)) }

// The literal alone names the type.
func later[T any](x T) func() string {
	return func() string { return fmt.Sprintf("%T", x) }
}

// Only what it calls names the type.
func through[T any](x T) string { return name(x) }

func mutual[T any](n int, x T) string {
	if n == 0 {
		return ""
	}
	return lautum(n-1, x)
}

func lautum[T any](n int, x T) string {
	if n == 0 {
		return name(x)
	}
	return mutual(n-1, x)
}

func method[T fmt.Stringer](x T) string { return x.String() }

func same[T comparable](x, y T) bool { return x == y }

func index[K comparable](k K) map[K]int {
	m := map[K]int{}
	m[k]++
	m[k]++
	return m
}

type small int8
type other int8

func wraps[T ~int8](x T) T { return x + 127 }

func main() {
	fmt.Println(last(a{1, 2}), last(b{3, 4}), last(c{5, 6.5}))                      // CHECK: an a a b {5 6.5}
	fmt.Println(name(a{}), name(b{}), name(c{}))                                    // CHECK-NEXT: main.a main.b main.c
	fmt.Println(later(a{})(), later(b{})(), later(c{})())                           // CHECK-NEXT: main.a main.b main.c
	fmt.Println(through(a{}), through(b{}), through(c{}))                           // CHECK-NEXT: main.a main.b main.c
	fmt.Println(mutual(5, a{}), mutual(5, b{}), mutual(4, c{}))                     // CHECK-NEXT: main.a main.b
	fmt.Println(method(a{}), method(b{}))                                           // CHECK-NEXT: an a a b
	fmt.Println(same(c{1, 0.5}, c{1, 0.5}), same(a{1, 2}, a{1, 3}), same(b{}, b{})) // CHECK-NEXT: true false true
	fmt.Println(index(a{1, 2}), index(c{}), index[any](b{}), index(small(1)))       // CHECK-NEXT: map[an a:2] map[{0 0}:2] map[a b:2] map[1:2]
	for range 2 {
		fmt.Println(wraps(small(2)), wraps(other(3))) // CHECK-NEXT: -127 -126
	}
	// CHECK-NEXT: -127 -126
	f, g := last[*a], last[*b]
	fmt.Println(f(&a{1, 1}), g(&b{2, 2}), f() == nil) // CHECK-NEXT: an a a b true
}
