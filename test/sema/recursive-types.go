// RUN: %errorcheck %s
package main

type A struct{ a A } // ERROR "invalid recursive type: A refers to itself"
type B struct{ c C } // ERROR "invalid recursive type B"
type C struct{ b [2]B }
type D D // ERROR "invalid recursive type: D refers to itself"
type E F // ERROR "invalid recursive type E"
type F E
type G struct{ g *G }
type H []H
type I interface{ I } // ERROR "invalid recursive type: I refers to itself"
type J = J // ERROR "invalid recursive type: J refers to itself"
type K [len(k)]int // ERROR "invalid recursive type K"

var k K

func main() {}
