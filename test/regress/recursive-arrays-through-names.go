// A cycle of arrays that a type of another name closes has no size to be asked for.
// RUN: %errorcheck %s
package main

type A [10]B // ERROR "invalid recursive type A"
type B [10]C
type C A

var a C
var b = [2]B{}

func main() { _, _ = a, b }
