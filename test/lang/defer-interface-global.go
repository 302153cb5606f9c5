// A deferred call of a method of an interface that is a package variable keeps its arguments.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type shower interface{ show(a, b int, c string) }

type number int

func (n *number) show(a, b int, c string) { fmt.Println(*n, a, b, c) }

var one number = 1
var global shower = &one
var holder struct{ inner struct{ s shower } }
var table = []func(...int){func(xs ...int) { fmt.Println(xs) }}

func main() {
	holder.inner.s = global
	defer global.show(-1, -2, "global")
	defer holder.inner.s.show(-3, -4, "field")
	defer table[0](5, 6)
	done := make(chan bool)
	go func() {
		defer close(done)
		global.show(-7, -8, "plain")
	}()
	<-done
	// CHECK: 1 -7 -8 plain
	// CHECK-NEXT: [5 6]
	// CHECK-NEXT: 1 -3 -4 field
	// CHECK-NEXT: 1 -1 -2 global
}
