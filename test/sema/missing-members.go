// RUN: %errorcheck %s
package main

import (
	"fmt"
	"io"
	"strings"
)

type S struct {
	Field int
	inner
}
type inner struct{ hidden int }

func (S) Method()   {}
func (*S) Pointer() {}

type I interface{ Method() }

func main() {
	var s S
	var p *I
	var pp **S
	_ = s.field // ERROR "s\\.field undefined \\(type S has no field or method field, but does have field Field\\)"
	_ = s.method // ERROR "s\\.method undefined \\(type S has no field or method method, but does have method Method\\)"
	_ = s.Hidden // ERROR "s\\.Hidden undefined \\(type S has no field or method Hidden, but does have field hidden\\)"
	_ = s.hidden
	_ = s.nothing // ERROR "s\\.nothing undefined \\(type S has no field or method nothing\\)"
	p.Method() // ERROR "p\\.Method undefined \\(type \\*I is pointer to interface, not interface\\)"
	pp.Method() // ERROR "pp\\.Method undefined \\(type \\*\\*S has no field or method Method\\)"
	S{}.Pointer() // ERROR "cannot call pointer method Pointer on S"
	S.Pointer(s) // ERROR "invalid method expression S\\.Pointer \\(needs pointer receiver \\(\\*S\\)\\.Pointer\\)"
	(*S).Pointer(&s)
	_ = S.Field // ERROR "S\\.Field undefined \\(type S has no method Field\\)"
	_ = fmt.println // ERROR "undefined: fmt\\.println \\(but have Println\\)"
	_ = fmt.Nothing // ERROR "undefined: fmt\\.Nothing"
	_ = strings.builder // ERROR "undefined: strings\\.builder \\(but have Builder\\)"
	var w io.Writer = s // ERROR "cannot use s \\(variable of struct type S\\) as io\\.Writer value in variable declaration: S does not implement io\\.Writer \\(missing method Write\\)"
	var r io.Reader = &strings.Builder{} // ERROR "cannot use &strings\\.Builder\\{\\} \\(value of type \\*strings\\.Builder\\) as io\\.Reader value in variable declaration: \\*strings\\.Builder does not implement io\\.Reader \\(missing method Read\\)"
	_, _ = w, r
	_ = S{field: 1} // ERROR "unknown field field in struct literal of type S, but does have Field"
	_ = S{hidden: 1} // ERROR "unknown field hidden in struct literal of type S"
	_ = S{Nothing: 1} // ERROR "unknown field Nothing in struct literal of type S"
	_ = nil.x // ERROR "nil\\.x undefined \\(type untyped nil has no field or method x\\)"
	var x S.Field // ERROR "declared and not used: x" "S\\.Field is not a type"
	var y fmt.Println // ERROR "declared and not used: y" "fmt\\.Println \\(value of type func\\(a \\.\\.\\.any\\) \\(n int, err error\\)\\) is not a type"
	var z s.Field // ERROR "declared and not used: z" "s\\.Field is not a type"
}
