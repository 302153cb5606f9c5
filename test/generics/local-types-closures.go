// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

// A type declared in a generic function is another one in each instance.
func box[T any](x T) any {
	type local struct{ v T }
	return local{x}
}

func counter[T ~int | ~float64](step T) func() T {
	var n T
	return func() T {
		add := func() { n += step }
		add()
		return n
	}
}

func is[T any](x any) string {
	switch x := x.(type) {
	case T:
		return fmt.Sprintf("T %v", x)
	case int:
		return "int"
	case []T:
		return fmt.Sprintf("slice %d", len(x))
	}
	return "other"
}

func main() {
	a, b := box(1), box("s")
	fmt.Printf("%T %v, %T %v\n", a, a, b, b) // CHECK: main.local[int] {1}, main.local[string] {s}
	fmt.Println(a == box(1), a == b)         // CHECK-NEXT: true false
	i, f := counter(2), counter(0.5)
	i()
	f()
	fmt.Println(i(), f())                                            // CHECK-NEXT: 4 1
	fmt.Println(is[int](3), is[string](3), is[string]([]string{""})) // CHECK-NEXT: T 3 int slice 1
	fmt.Println(is[error](fmt.Errorf("e")), is[bool](nil))           // CHECK-NEXT: T e other
}
