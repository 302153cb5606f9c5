// RUN: %errorcheck %s
package main

type Box[T any] struct{ v T }

func grows[T any](n int, v T) {
	if n > 0 {
		grows(n-1, &v)
	}
}

func ping[A any](n int, a A) { pong(n, []A{a}) }
func pong[B any](n int, b B) { ping(n, b) } // ERROR "instantiation cycle:"

func steady[T any](n int, v T) {
	if n > 0 {
		steady(n-1, v)
		steady(n-1, 1)
		steady[*int](n-1, nil)
	}
}

func (b Box[T]) nest() any { return Box[Box[T]]{b}.nest() }

func main() {}
