// RUN: %errorcheck %s
package main

import "fmt" // ERROR "\"fmt\" imported and not used"

var a int
var a string // ERROR "a redeclared in this block"

func f() {}
func f() {} // ERROR "f redeclared in this block"

type S struct {
	x int
	x string // ERROR "x redeclared"
}

func (S) m() {}
func (S) m() {} // ERROR "method S\\.m already declared at .*:17:10"
func (S) x() {} // ERROR "field and method with the same name x"

func g(p int, p string) {} // ERROR "p redeclared in this block"

func main() {
	fmt := 1
	_ = fmt
	b := 1
	b := 2 // ERROR "no new variables on left side of :="
	_ = b
	var c, c int // ERROR "c redeclared in this block"
	_ = c
	d, d := 1, 2 // ERROR "d repeated on left side of :="
	_ = d
}
