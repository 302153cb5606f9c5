// RUN: %errorcheck %s
package main

import "fmt"

type T struct{ Field int }

func (T) Method() {}

func main() {
	var t T
	undefinedName() // ERROR "undefined: undefinedName"
	fmt.Printn("x") // ERROR "undefined: fmt\\.Printn"
	t.field = 1 // ERROR "t\\.field undefined \\(type T has no field or method field, but does have field Field\\)"
	t.missing() // ERROR "t\\.missing undefined \\(type T has no field or method missing\\)"
	t.method() // ERROR "t\\.method undefined \\(type T has no field or method method, but does have method Method\\)"
	var p *T
	p.Nothing = 1 // ERROR "p\\.Nothing undefined \\(type \\*T has no field or method Nothing\\)"
	x := missing + 1 // ERROR "undefined: missing"
	_ = x
	_ = T{Feld: 1} // ERROR "unknown field Feld in struct literal of type T"
}
