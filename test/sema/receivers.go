// RUN: %errorcheck %s
package main

import "strings"

type T[P any] struct{}
type S struct{}
type Ptr *S
type Iface interface{}
type Alias = S
type Inst = T[int]
type Gen[P any] = T[P]
type Two[A, B any] struct{}

func (T[P]) ok()               {}
func (t *T[_]) blank()         {}
func (T) bare()                {} // ERROR "cannot use generic type T\\[P any\\] without instantiation"
func (T[A, B]) many()          {} // ERROR "receiver declares 2 type parameters, but receiver base type declares 1"
func (Two[A]) few()            {} // ERROR "receiver declares 1 type parameter, but receiver base type declares 2"
func (S[P]) notGeneric()       {} // ERROR "S is not a generic type"
func (Alias) fine()            {}
func (Inst) instance()         {} // ERROR "cannot define new methods on instantiated type T\\[int\\]"
func (Gen[P]) generic()        {} // ERROR "cannot define new methods on generic alias type Gen\\[P any\\]"
func (Ptr) pointer()           {} // ERROR "invalid receiver type Ptr \\(pointer or interface type\\)"
func (Iface) inter()           {} // ERROR "invalid receiver type Iface \\(pointer or interface type\\)"
func (**S) twice()             {} // ERROR "invalid receiver type \\*\\*S"
func (int) basic()             {} // ERROR "cannot define new methods on non-local type int"
func (strings.Builder) other() {} // ERROR "cannot define new methods on non-local type strings\\.Builder"
func ([]S) literal()           {} // ERROR "invalid receiver type \\[\\]S"
func (T[int]) named(x int)     { var y int = 1; _ = y } // ERROR "cannot use 1 \\(untyped int constant\\) as int /\\* with int declared at .*:30:9 \\*/ value in variable declaration"
func (u undefined) unknown()   {} // ERROR "undefined: undefined"

func main() {}
