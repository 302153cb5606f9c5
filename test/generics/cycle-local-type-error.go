// RUN: not %gossamer check %s 2>&1 | FileCheck %s
package main

type list[T any] struct{ next *list[T] }

func (list[E]) grow() {
	type local struct{ v E }
	list[local]{}.grow()
}

func main() { list[int]{}.grow() }

// CHECK: cycle-local-type-error.go:4:11: instantiation cycle:
// CHECK-NEXT: cycle-local-type-error.go:8:7: T instantiated as local
