// RUN: %errorcheck %s
package main

func two() (int, string) { return 1, "" }
func none()              {}

func main() {
	a, b, c := two() // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	var d int = two() // ERROR "multiple-value two\\(\\) \\(value of type \\(int, string\\)\\) in single-value context"
	e, f := 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	g, h := 1, 2, 3 // ERROR "assignment mismatch: 2 variables but 3 values"
	i := none() // ERROR "none\\(\\) \\(no value\\) used as value"
	_, _ = a, b
	_, _, _, _, _, _, _ = c, d, e, f, g, h, i
	a, b = 1, "x", 2
}
