// Package variables of size zero lie where new puts such things, as in gc.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

var x, empty [0]int
var p, q = new([0]int), new([0]int)

func main() {
	fmt.Println(p == q, &empty == p, &x == q) // CHECK: true true true
}
