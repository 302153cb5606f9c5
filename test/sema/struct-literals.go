// RUN: %errorcheck %s
package main

import "time"

type P struct {
	X, Y int
	name string
}

func main() {
	_ = P{1} // ERROR "too few values in struct literal of type P"
	_ = P{1, 2, "a", 3} // ERROR "too many values in struct literal of type P"
	_ = P{X: 1, 2} // ERROR "mixture of field:value and value elements in struct literal"
	_ = P{X: 1, X: 2} // ERROR "duplicate field name X in struct literal"
	_ = P{Z: 1} // ERROR "unknown field Z in struct literal of type P"
	_ = P{x: 1} // ERROR "unknown field x in struct literal of type P, but does have X"
	_ = P{X: "a"} // ERROR "cannot use \"a\" \\(untyped string constant\\) as int value in struct literal"
	_ = []P{{1, 2, "a"}, {X: 1}}
	_ = map[string]P{"a": {1, 2, ""}, "a": {}} // ERROR "duplicate key \"a\" in map literal"
	_ = time.Time{1, 2, nil} // ERROR "implicit assignment to unexported field wall in struct literal of type time\\.Time" "implicit assignment to unexported field ext in struct literal of type time\\.Time" "implicit assignment to unexported field loc in struct literal of type time\\.Time"
	_ = []int{0: 1, 0: 2} // ERROR "duplicate index 0 in array or slice literal"
	_ = [...]int{5: 1, 2}
	_ = map[[]int]string{} // ERROR "invalid map key type \\[\\]int"
	_ = int{} // ERROR "invalid composite literal type int"
	_ = &[]*P{{X: 1}}
	_ = map[string]int{1: 2} // ERROR "cannot use 1 \\(untyped int constant\\) as string value in map literal"
}
