// All calls of a statement come first, in turn, with predeclared functions and slice expressions among them; what is left of
// the operands around them follows.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

var trace []int

func say(x int) int {
	trace = append(trace, x)
	return x
}

type pair struct{ a, b int }

func main() {
	x := 1
	triple := func() int { x *= 3; return x }
	reset := func() bool { x, trace = 1, nil; return true }

	fmt.Println(reset(), x+triple(), triple()) // CHECK: true 12 9
	_ = reset()
	fmt.Println(x + triple() + triple()) // CHECK-NEXT: 21
	_ = reset()
	fmt.Println(triple()-(x+triple())) // CHECK-NEXT: -15
	_ = reset()
	fmt.Println([]int{x + triple(), triple(), x}) // CHECK-NEXT: [12 9 9]
	_ = reset()
	p, q := pair{-x, triple()}, [2]pair{{b: x + triple()}, {a: triple()}}
	fmt.Println(p, q) // CHECK-NEXT: {-27 3} {{\[}}{0 36} {27 0}]
	_ = reset()
	y, z := x^triple(), triple()
	fmt.Println(y, z) // CHECK-NEXT: 10 9
	_ = reset()
	fmt.Println(x+triple() < 6, triple() == 9-x) // CHECK-NEXT: false false
	_ = reset()
	fmt.Println(max(x, triple(), x+1, triple()), min(triple(), x+1)) // CHECK-NEXT: 10 27
	_ = reset()
	fmt.Println(complex(float64(x), float64(triple()))) // CHECK-NEXT: (3+3i)

	s := []int{1, 2, 3, 4}
	shrink := func() int { s = s[:len(s)-1]; return len(s) }
	fmt.Println(len(s), shrink(), cap(s[:1]), s[1:], shrink()) // CHECK-NEXT: 4 3 4 [2 3] 2

	panics := func(f func()) {
		defer func() { fmt.Println(trace, recover()) }()
		_ = reset()
		f()
	}
	panics(func() { fmt.Println(say(1)+s[9+say(0)]+say(2), say(3)) })
	// CHECK-NEXT: [1 0 2 3] runtime error: index out of range [9] with length 2
	panics(func() { _ = []int{say(1), s[say(8)], say(2) / say(0)} })
	// CHECK-NEXT: [1 8 2 0] runtime error: index out of range [8] with length 2
	panics(func() { _ = append(s[:say(1)], s[say(7)], say(2)) })
	// CHECK-NEXT: [1 7 2] runtime error: index out of range [7] with length 2
	var nothing *struct {
		m map[int]int
		c chan int
	}
	panics(func() { delete(nothing.m, say(1)/say(0)) })
	// CHECK-NEXT: [1 0] runtime error: invalid memory address or nil pointer dereference
	panics(func() { nothing.c <- s[say(9)] })
	// CHECK-NEXT: [9] runtime error: invalid memory address or nil pointer dereference
	panics(func() { copy(s[say(1):say(9)], s[say(8):]) })
	// CHECK-NEXT: [1 9] runtime error: slice bounds out of range [:9] with capacity 4
}
