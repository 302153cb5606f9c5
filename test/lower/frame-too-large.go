// Arguments that no frame has room for end the program with a message.
// RUN: %not 2 %gossamer run %s | FileCheck %s
package main

type big = [500_000]int

func pass(a, b big) int { return a[1] + b[2] }

// CHECK: fatal error: function main.{{main|pass}} is too large
func main() {
	var x big
	println(pass(x, x))
}
