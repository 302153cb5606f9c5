// RUN: %matrix %s | FileCheck %s
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
)

type Node struct {
	Value int
	Next  *Node
}

type Named []int

func ring(n int) *Node {
	first := &Node{Value: 0}
	last := first
	for i := 1; i < n; i++ {
		last.Next = &Node{Value: i}
		last = last.Next
	}
	last.Next = first
	return first
}

func main() {
	err := errors.New("e")
	fn := func() {}
	self := map[string]any{}
	self["me"] = self
	for i, c := range []struct{ a, b any }{
		{1, 1}, {1, int64(1)}, {nil, nil}, {nil, 1},
		{[]int{1, 2}, []int{1, 2}}, {[]int{1, 2}, []int{1, 3}}, {[]int{}, []int(nil)}, {[]int(nil), []int(nil)}, {Named{1}, []int{1}},
		{map[string][]int{"a": {1}}, map[string][]int{"a": {1}}}, {map[string]int{"a": 1}, map[string]int{"b": 1}}, {map[int]int{}, map[int]int(nil)},
		{&Node{1, nil}, &Node{1, nil}}, {&Node{1, &Node{2, nil}}, &Node{1, &Node{3, nil}}}, {ring(3), ring(3)}, {ring(3), ring(6)},
		{math.NaN(), math.NaN()}, {[]float64{math.NaN()}, []float64{math.NaN()}}, {0.0, math.Copysign(0, -1)},
		{err, err}, {err, errors.New("e")}, {errors.New("e"), errors.New("f")}, {fn, fn}, {(func())(nil), (func())(nil)},
		{[2]any{1, "x"}, [2]any{1, "x"}}, {[]any{1, []any{2}}, []any{1, []any{2}}}, {[]any{nil}, []any{0}},
		{struct{ a, b any }{1, []int{1}}, struct{ a, b any }{1, []int{1}}}, {self, self}, {"a", "a"}, {[]byte("x"), []byte("x")},
	} {
		fmt.Println(i, reflect.DeepEqual(c.a, c.b))
	}
	nan := []float64{math.NaN()}
	fmt.Println(reflect.DeepEqual(nan, nan), reflect.DeepEqual(map[float64]int{math.NaN(): 1}, map[float64]int{math.NaN(): 1}))
}

// Expected output.
// CHECK: 0 true
// CHECK-NEXT: 1 false
// CHECK-NEXT: 2 true
// CHECK-NEXT: 3 false
// CHECK-NEXT: 4 true
// CHECK-NEXT: 5 false
// CHECK-NEXT: 6 false
// CHECK-NEXT: 7 true
// CHECK-NEXT: 8 false
// CHECK-NEXT: 9 true
// CHECK-NEXT: 10 false
// CHECK-NEXT: 11 false
// CHECK-NEXT: 12 true
// CHECK-NEXT: 13 false
// CHECK-NEXT: 14 true
// CHECK-NEXT: 15 false
// CHECK-NEXT: 16 false
// CHECK-NEXT: 17 false
// CHECK-NEXT: 18 true
// CHECK-NEXT: 19 true
// CHECK-NEXT: 20 true
// CHECK-NEXT: 21 false
// CHECK-NEXT: 22 false
// CHECK-NEXT: 23 true
// CHECK-NEXT: 24 true
// CHECK-NEXT: 25 true
// CHECK-NEXT: 26 false
// CHECK-NEXT: 27 true
// CHECK-NEXT: 28 true
// CHECK-NEXT: 29 true
// CHECK-NEXT: 30 true
// CHECK-NEXT: true false
