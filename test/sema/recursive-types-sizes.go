// RUN: %errorcheck %s
package main

import "unsafe"

type A [unsafe.Sizeof(A{})]int // ERROR "invalid recursive type: A refers to itself"
type B [len(b())]int // ERROR "invalid recursive type: B refers to itself"

func b() B { return B{} }

type C struct{ f [unsafe.Sizeof(C{})]byte } // ERROR "invalid recursive type: C refers to itself"
type D [unsafe.Sizeof(new(D))]int // ERROR "invalid recursive type: D refers to itself"
type E interface{ m() [E(nil).m()[0]]int } // ERROR "invalid recursive type: E refers to itself"
type F[T any] struct{ f F[T] } // ERROR "invalid recursive type: F refers to itself"
type G[T any] struct{ f *G[T] }
type H[T any] struct{ g T }
type I struct{ h H[I] } // ERROR "invalid recursive type I"
type J struct{ h H[*J] }
type K[P any] struct{ l L[P] } // ERROR "invalid recursive type L"
type L[P any] struct{ k K[P] }
type M[P any] = []M[P] // ERROR "invalid recursive type: M refers to itself"
type N[P N[P]] interface{ m(P) }
type O[P any] struct{ o O[[]P] } // ERROR "invalid recursive type: O refers to itself"
type Q[P any] [1]P
type R struct{ q Q[Q[R]] } // ERROR "invalid recursive type R"

func main() {
	type T struct{ t T } // ERROR "invalid recursive type: T refers to itself"
	type U [unsafe.Sizeof(U{})]int // ERROR "invalid recursive type: U refers to itself"
}
