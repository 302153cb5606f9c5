// RUN: %errorcheck %s
package main

import "fmt"

type T int

func (t T) a()   {}
func (t *T) b()  {}
func (int) c()   {} // ERROR "cannot define new methods on non-local type int"
func (fmt.Stringer) d() {} // ERROR "cannot define new methods on non-local type fmt\\.Stringer"
func (t **T) e() {} // ERROR "invalid receiver type \\*\\*T"

type P *T

func (p P) f() {} // ERROR "invalid receiver type P \\(pointer or interface type\\)"

type I interface{ m() }

func (i I) g() {} // ERROR "invalid receiver type I \\(pointer or interface type\\)"
func (x Undefined) h() {} // ERROR "undefined: Undefined"
func (t T) a() {} // ERROR "method T\\.a already declared at .*:8:12"

func main() {
	T(1).b() // ERROR "cannot call pointer method b on T"
	var t T
	t.b()
	T.b(t) // ERROR "invalid method expression T\\.b \\(needs pointer receiver \\(\\*T\\)\\.b\\)"
	(*T).a(&t)
	_ = t.a == nil
	init() // ERROR "undefined: init"
	main.x() // ERROR "main\\.x undefined \\(type func\\(\\) has no field or method x\\)"
}

func init() {}
func init() int { return 1 } // ERROR "func init must have no arguments and no return values"
