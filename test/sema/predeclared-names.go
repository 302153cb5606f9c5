// RUN: %errorcheck %s
package main

type Set[T comparable] map[T]bool

func f[int any](x int) int { return 1 } // ERROR "cannot use 1 \\(untyped int constant\\) as int /\\* with int declared at .*:6:8 \\*/ value in return statement"
func g[string comparable](s Set[string]) []string {
	var k []string = "a" // ERROR "cannot use \"a\" \\(untyped string constant\\) as \\[\\]string /\\* with string declared at .*:7:8 \\*/ value in variable declaration"
	return k
}

func main() {}
