// Variables without an initialiser take their turn among the others, as in gc.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

var trace []string

var first = f("first", plain)    // waits for plain
var second = f("second", fixed)  // waits for fixed
var third = f("third", computed) // waits for computed
var fourth = f("fourth", literal)
var plain int
var fixed = 42
var computed = func() int { return 42 }()
var p, q = pair() // initialised together, once late is

func pair() (int, int) { trace = append(trace, "pair"); return helper(), 2 }
func helper() int      { return late }

var late = f("late", q0)
var q0 int

const literal = 1 // constants count as initialised

func f(name string, _ ...any) int {
	trace = append(trace, name)
	return 0
}

func main() {
	fmt.Println(trace, p, q) // CHECK: [fourth first second third late pair] 0 2
}
