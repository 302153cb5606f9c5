// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

// Constant cases are found by binary search.
// CHECK-LABEL: func main.name
// CHECK: JumpGeI r1, #5
// CHECK: JumpEqI r1, #1
// CHECK: JumpEqI r1, #8
// CHECK: ReturnWord
//
//go:noinline
func name(n int) int {
	switch n {
	case 1:
		return 10
	case 2, 3:
		return 20
	case 5:
		return 50
	case 7:
		return 70
	case 8:
		return 80
	}
	return n
}

// A type switch compares type words.
// CHECK-LABEL: func main.kind
// CHECK: JumpTypeNe {{.*}}<int>
// CHECK: JumpTypeNe {{.*}}<string>
// CHECK: Implements {{.*}}<error>
// CHECK: Return
//
//go:noinline
func kind(x any) int {
	switch v := x.(type) {
	case int:
		return v
	case string:
		return len(v)
	case error:
		return -1
	}
	return 0
}

func main() {
	println(name(7), kind("abc"))
}
