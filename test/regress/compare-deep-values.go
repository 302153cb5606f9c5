// Comparing and hashing values that nest deeper than a native stack goes.
// RUN: %not 2 %gossamer run %s | FileCheck %s
package main

type link struct{ next any }

func chain(n int) (x any) {
	for range n {
		x = link{x}
	}
	return x
}

func main() {
	println(chain(1000) == chain(1000)) // CHECK: true
	println(chain(1000) == chain(1001)) // CHECK-NEXT: false
	m := map[any]int{chain(1000): 1}
	println(m[chain(1000)]) // CHECK-NEXT: 1
	println(chain(10_000_000) == chain(10_000_000))
	// CHECK-NEXT: stack overflow
}
