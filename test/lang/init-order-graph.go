// What an early variable needs is initialised in the order of declaration, not of mention.
// RUN: %matrix %s | FileCheck %s
package main

var (
	_ = d
	_ = f("_", c, b)
	a = f("a")
	b = f("b")
	c = f("c")
	d = f("d")
)

func f(name string, _ ...int) int {
	print(name, " ")
	return 0
}

// CHECK: a b c _ d main
func main() { println("main") }
