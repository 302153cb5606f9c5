// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

// Conditions are compare-and-branch instructions with immediates; the result of a call stays where the callee left it.
// CHECK-LABEL: func main.fib
// CHECK:      JumpGeI r1, #2, L1
// CHECK:      ReturnWord r1
// CHECK:      AddI r[[#ARG1:]], r1, #-1
// CHECK-NEXT: Call window
// CHECK-NEXT: AddI r[[#ARG2:]], r1, #-2
// CHECK-NEXT: Call window
// CHECK-NEXT: Add
// CHECK-NEXT: ReturnWord
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

// && and || jump straight to where the value leads; no bool is made.
// CHECK-LABEL: func main.within
// CHECK:      JumpLtI r1, #0, [[NO:L[0-9]+]]
// CHECK-NEXT: JumpLe r2, r1, [[NO]]
// CHECK-NOT:  Not
// CHECK:      ReturnI #1
// CHECK:      [[NO]]:
// CHECK:      ReturnI #0
func within(i, n int) int {
	if i >= 0 && i < n {
		return 1
	}
	return 0
}

// A nil test looks at one word.
// CHECK-LABEL: func main.isNil
// CHECK: JumpNeI r1, #0
//
//go:noinline
func isNil(e error) int {
	if e == nil {
		return 1
	}
	return 0
}

func main() {
	println(fib(10), within(1, 2), isNil(nil))
}
