// A runtime error names itself and the lines of all frames, inlined ones too.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

func index(s []int, i int) int {
	return s[i]
}

func caller() int {
	return index([]int{1, 2}, 5)
}

func main() {
	println(caller())
}

// CHECK: panic: runtime error: index out of range [5] with length 2
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK-NEXT: main.index(
// CHECK-NEXT: runtime-error-trace.go:[[@LINE-15]]
// CHECK-NEXT: main.caller(
// CHECK-NEXT: runtime-error-trace.go:[[@LINE-13]]
// CHECK-NEXT: main.main()
// CHECK-NEXT: runtime-error-trace.go:[[@LINE-11]]
