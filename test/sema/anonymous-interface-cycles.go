// RUN: %errorcheck %s
package main

type J = interface{ m() []interface{ J } } // ERROR "invalid recursive type: J refers to itself"
type K interface{ m() interface{ K } }
type L = interface{ m(func(struct{ f interface{ L } })) } // ERROR "invalid recursive type: L refers to itself"

func main() {}
