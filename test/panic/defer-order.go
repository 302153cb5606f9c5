// Deferred calls run last first; their arguments were evaluated at the statement.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	for i := range 3 {
		defer fmt.Println("deferred", i)
	}
	x := 1
	defer fmt.Println("x was", x)
	defer func() { fmt.Println("x is", x) }()
	x = 2
}

// CHECK: x is 2
// CHECK-NEXT: x was 1
// CHECK-NEXT: deferred 2
// CHECK-NEXT: deferred 1
// CHECK-NEXT: deferred 0
