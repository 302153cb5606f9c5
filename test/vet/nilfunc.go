// RUN: %vetcheck -nilfunc %s
package main

import "fmt"

type t struct{ f func() }

func (t) m() {}

func g() {}

func gen[T any](T) {}

func main() {
	_ = g == nil   // WANT 6 "comparison of function g == nil is always false"
	_ = nil == g   // WANT 6 "comparison of function g == nil is always false"
	_ = g != nil   // WANT 6 "comparison of function g != nil is always true"
	_ = (g) == nil // WANT 6 "comparison of function g == nil is always false"
	var f func()
	_ = f == nil
	x := t{}
	_ = x.f == nil
	_ = x.m == nil         // WANT 6 "comparison of function m == nil is always false"
	_ = fmt.Println == nil // WANT 6 "comparison of function Println == nil is always false"
	_ = t.m == nil         // WANT 6 "comparison of function m == nil is always false"
	_ = gen[int] == nil    // WANT 6 "comparison of function gen == nil is always false"
	if g != nil {          // WANT 5 "comparison of function g != nil is always true"
	}
	_ = func() {} == nil
	h := g
	_ = h == nil
	_ = fmt.Println != nil // WANT 6 "comparison of function Println != nil is always true"
	_ = nil != x.m         // WANT 6 "comparison of function m != nil is always true"
	var i interface{ m() } = x
	_ = i.m == nil // WANT 6 "comparison of function m == nil is always false"
}
