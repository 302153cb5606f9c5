// RUN: %vetcheck -ifaceassert %s
package main

import "io"

type a interface{ M() int }
type b interface{ M() string }
type c interface{ N() }
type d interface {
	M() int
	N()
}

func main() {
	var x a
	_ = x.(b)    // WANT 9 "impossible type assertion: no type can implement both main.a and main.b (conflicting types for M method)"
	_, _ = x.(b) // WANT 12 "impossible type assertion: no type can implement both main.a and main.b (conflicting types for M method)"
	_ = x.(c)
	_ = x.(d)
	switch x.(type) {
	case b: // WANT 7 "impossible type assertion: no type can implement both main.a and main.b (conflicting types for M method)"
	case c:
	case d:
	}
	switch y := x.(type) {
	case b: // WANT 7 "impossible type assertion: no type can implement both main.a and main.b (conflicting types for M method)"
		_ = y
	}
	var r io.Reader
	_ = r.(interface{ Read() }) // WANT 9 "impossible type assertion: no type can implement both io.Reader and interface{Read()} (conflicting types for Read method)"
	_ = r.(io.Writer)
	_ = r.(interface {
		Read(p []byte) (n int, err error)
	})
	var e any
	_ = e.(b)
	_ = interface{ M() int }(x).(b) // WANT 31 "impossible type assertion: no type can implement both interface{M() int} and main.b (conflicting types for M method)"
}

type g[T any] interface{ M(T) }

func gen[T any](x g[T], y g[int]) {
	_ = x.(g[string])
	_ = y.(g[string]) // WANT 9 "impossible type assertion: no type can implement both main.g[int] and main.g[string] (conflicting types for M method)"
	_ = y.(g[T])
}
