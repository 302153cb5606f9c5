// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

//go:noinline
func two(a, b int) (int, int) { return b, a }

//go:noinline
func take(a, b int) int { return a - b }

// Arguments are computed into the window, results of an inner call are the outer call's arguments where they are.
// CHECK-LABEL: func main.nested
// CHECK-NOT: Move
// CHECK: Call window {{.*}}, main.two
// CHECK-NEXT: Call window {{.*}}, main.take
// CHECK-NEXT: ReturnWord
// CHECK-LABEL: func main.inner
func nested(x int) int {
	return take(two(x+1, x*2))
}

// CHECK: AddI r[[#A:]], r1, #5
// CHECK-NEXT: AddI {{.*}}, r1, #6
// CHECK-NEXT: Call window {{.*}}, main.take
// CHECK-NEXT: MulI {{.*}}, r1, #7
// CHECK-NEXT: Call window {{.*}}, main.take
// CHECK-NEXT: ReturnWord
// CHECK-LABEL: func main.several
func inner(x int) int {
	return take(take(x+5, x+6), x*7)
}

// Several results become the variables without a move.
// CHECK: Call window {{.*}}, main.two
// CHECK-NOT: Move
// CHECK: Add
// CHECK-NEXT: ReturnWord
func several(x int) int {
	a, b := two(x, 1)
	return a + b
}

func main() {
	println(nested(1), inner(2), several(3))
}
