// print writes the shortest decimal that reads back, at the size of the operand.
// RUN: %matrix %s 2>&1 | FileCheck %s
package main

var zero float32

func main() {
	f, d := float32(0.1), 0.1
	println(f, d, float64(f)) // CHECK: 0.1 0.1 0.10000000149011612
	println(f*3, 1/zero, -1/zero, zero/zero, -(zero)) // CHECK-NEXT: 0.3 +Inf -Inf NaN -0
	c := complex(f, -f)
	println(c, complex128(c)) // CHECK-NEXT: (0.1-0.1i) (0.10000000149011612-0.10000000149011612i)
	println(float32(16777216), float32(1e-5)) // CHECK-NEXT: 1.6777216e+07 1e-05
	defer print(f, c, "\n") // CHECK-NEXT: 0.1(0.1-0.1i)
}
