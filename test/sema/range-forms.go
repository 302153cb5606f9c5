// RUN: %errorcheck %s
package main

func main() {
	for i, v := range 10 { // ERROR "declared and not used: i" "range over 10 \\(untyped int constant\\) permits only one iteration variable"
	}
	for i := range 1.5 { // ERROR "cannot range over 1\\.5 \\(untyped float constant\\)"
	}
	for range 3 {
	}
	var c chan<- int
	for range c { // ERROR "cannot range over c \\(variable of type chan<- int\\): receive from send-only channel chan<- int"
	}
	var d chan int
	for a, b := range d { // ERROR "declared and not used: a" "range over d \\(variable of type chan int\\) permits only one iteration variable"
	}
	var s string // ERROR "declared and not used: s"
	for s = range "abc" { // ERROR "cannot use s \\(value of type int\\) as string value in assignment"
	}
	for i, r := range "abc" {
		var x byte = r // ERROR "cannot use r \\(variable of type rune\\) as byte value in variable declaration"
		_, _ = i, x
	}
	var p *[3]int
	for i := range p {
		_ = i
	}
	for x := range func(yield func(int) bool) {} {
		_ = x
	}
	for x := range func(int) {} { // ERROR "cannot range over func\\(int\\) \\{\\} \\(value of type func\\(int\\)\\): func must be func\\(yield func\\(\\.\\.\\.\\) bool\\): argument is not func"
		_ = x
	}
	for range struct{}{} { // ERROR "cannot range over struct\\{\\}\\{\\} \\(value of type struct\\{\\}\\)"
	}
	for k, v := range map[string]int{} { // ERROR "declared and not used: k"
		k = v // ERROR "cannot use v \\(variable of type int\\) as string value in assignment"
	}
}
