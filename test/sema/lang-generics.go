// RUN: %errorcheck -lang=go1.17 %s
package main

func f[T any](x T)              {} // ERROR "type parameter requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)" "predeclared any requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
func g[T comparable](x T) (r T) { return x } // ERROR "type parameter requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)" "predeclared comparable requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"

type L[T any] []T // ERROR "type parameter requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)" "predeclared any requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
type C interface{ int | string } // ERROR "embedding interface element int \\| string requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
type E interface{ int } // ERROR "embedding non-interface type int requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
type A = int

func (L[T]) m() {} // ERROR "type instantiation requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"

var l L[int] // ERROR "type instantiation requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
var h func(int) int = g // ERROR "function instantiation requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"

func main() {
	f(1) // ERROR "implicit function instantiation requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
	f[int](1) // ERROR "function instantiation requires go1\\.18 or later \\(-lang was set to go1\\.17; check go\\.mod\\)"
}
