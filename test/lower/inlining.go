// RUN: %gossamer dump --bytecode %s | FileCheck %s
// RUN: %not 2 %gossamer run %s 2>&1 | FileCheck --check-prefix=TRACE %s
package main

type point struct{ x, y int }

func (p *point) sum() int { return p.x + p.y }

func at(s []int, i int) int {
	return s[i]
}

// CHECK-LABEL: func main.use
// CHECK-NOT: Call
// CHECK: SliceLoad64
// CHECK: Load64
// CHECK: ReturnWord
func use(p *point, s []int) int {
	return p.sum() + at(s, p.x)
}

// Traces show inlined calls.
// TRACE: panic: runtime error: index out of range [1] with length 1
// TRACE: main.at(...)
// TRACE-NEXT: inlining.go:10
// TRACE-NEXT: main.use(
// TRACE-NEXT: inlining.go:19
// TRACE-NEXT: main.main()
// TRACE-NEXT: inlining.go:31
func main() {
	println(use(&point{1, 2}, []int{7}))
}
