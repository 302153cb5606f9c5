// Package variables are initialised by dependency, then the init functions run in order.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

var (
	a = c + b
	b = f()
	c = 1
	_ = say("blank")
)

func f() int {
	say("f")
	return c + 1
}

func say(s string) int {
	fmt.Println(s)
	return 0
}

func init() { say("first init") }
func init() { say("second init") }

func main() { fmt.Println(a, b, c) }

// CHECK: f
// CHECK-NEXT: blank
// CHECK-NEXT: first init
// CHECK-NEXT: second init
// CHECK-NEXT: 3 2 1
