// Arguments that no frame has room for end the program with a message.
// RUN: %not 2 %gossamer run %s | FileCheck %s
package main

type big = [500_000]int

func pass(a, b big) int { return a[1] + b[2] }

func fill(n int) (b big) {
	b[n] = n
	return
}

// CHECK: fatal error: function main.main {{is too large|needs too large a frame}}
func main() {
	println(pass(fill(1), fill(2)))
}

// ORACLE: skip (gc takes larger frames)
