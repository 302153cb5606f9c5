// RUN: %errorcheck %s
package main

type P struct{ x int }

func get() P { return P{} }

func main() {
	m := map[string]P{}
	m["a"].x = 1 // ERROR "cannot assign to struct field m\\[\"a\"\\]\\.x in map"
	get().x = 2 // ERROR "cannot assign to get\\(\\)\\.x \\(neither addressable nor a map index expression\\)"
	"abc"[0] = 'x' // ERROR "cannot assign to \"abc\"\\[0\\] \\(neither addressable nor a map index expression\\)"
	const c = 1
	c = 2 // ERROR "cannot assign to c \\(neither addressable nor a map index expression\\)"
	len = nil // ERROR "len \\(built-in\\) must be called"
	_ = &get() // ERROR "invalid operation: cannot take address of get\\(\\) \\(value of struct type P\\)"
	_ = &m["a"] // ERROR "invalid operation: cannot take address of m\\[\"a\"\\] \\(map index expression of struct type P\\)"
	1++ // ERROR "cannot assign to 1 \\(neither addressable nor a map index expression\\)"
}
