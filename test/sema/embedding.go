// RUN: %errorcheck %s
package main

type A struct{ x int }

func (A) Do() {}

type B struct{ x int }

func (B) Do() {}

type C struct {
	A
	B
}

type D struct{ *A }

type E struct {
	*D
	pi *int
}

type P *int

type Doer interface{ Do() }

func main() {
	var c C
	_ = c.x // ERROR "ambiguous selector c\\.x"
	c.Do() // ERROR "ambiguous selector c\\.Do"
	var d D
	d.Do()
	_ = d.x
	var _ Doer = c // ERROR "cannot use c \\(variable of struct type C\\) as Doer value in variable declaration: C does not implement Doer \\(ambiguous selector C\\.Do\\)"
	var _ Doer = d
	_ = c.A.x
}
