// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import (
	"fmt"
	"sync/atomic"
)

type Box[T any] struct{ v T }

type Two[A, B any] struct{}

func inside[T any]() {
	type local struct{ v T }
	fmt.Printf("%T %T\n", local{}, Two[local, []T]{})
}

func main() {
	type local struct{}
	type other int
	// Type arguments are named by package path, local types numbered.
	fmt.Printf("%T %T\n", Box[local]{}, Box[map[local]*Box[other]]{})
	// CHECK: main.Box[main.local·2] main.Box[map[main.local·2]*main.Box[main.other·3]]
	fmt.Printf("%T %T\n", Box[atomic.Int64]{}, Box[func(local, ...atomic.Int64) (int, error)]{})
	// CHECK-NEXT: main.Box[sync/atomic.Int64] main.Box[func(main.local·2, ...sync/atomic.Int64) (int, error)]
	fmt.Printf("%T %T\n", Box[struct {
		a local
		B int `x:"y"`
	}]{}, Box[interface{ M(local) }]{})
	// CHECK-NEXT: main.Box[struct { main.a main.local·2; B int "x:\"y\"" }] main.Box[interface { M(main.local·2) }]
	fmt.Printf("%T %T %T %T\n", Box[any]{}, Box[<-chan error]{}, Box[chan (<-chan byte)]{}, Two[rune, string]{})
	// CHECK-NEXT: main.Box[interface {}] main.Box[<-chan error] main.Box[chan (<-chan uint8)] main.Two[int32,string]
	inside[int]()
	// CHECK-NEXT: main.local[int] main.Two[main.local[int]·1,[]int]
	inside[other]()
	// CHECK-NEXT: main.local[main.other·3] main.Two[main.local[main.other·3]·1,[]main.other·3]
}
