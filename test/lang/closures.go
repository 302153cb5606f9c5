// Closures share variables, whoever lives longer.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func apply(n int, f func(int)) {
	for i := range n {
		f(i)
	}
}

type point struct{ x, y int }

func (p *point) move(dx int) { p.x += dx }
func (p point) moved(dx int) point { p.x += dx; return p }

func main() {
	next, reset := counter()
	next()
	next()
	reset()
	fmt.Println(next()) // CHECK: 101
	sum := 0
	apply(5, func(i int) { sum += i })
	fmt.Println(sum) // CHECK-NEXT: 10
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15)) // CHECK-NEXT: 610
	p := point{1, 2}
	move, moved := p.move, p.moved
	move(10)
	fmt.Println(p, moved(5), point.moved(p, 1)) // CHECK-NEXT: {11 2} {6 2} {12 2}
	(*point).move(&p, 100)
	fmt.Println(p) // CHECK-NEXT: {111 2}
	pair := [2]int{1, 2}
	change := func() { pair[0] = 42 }
	copied := pair
	change()
	fmt.Println(pair, copied) // CHECK-NEXT: [42 2] [1 2]
}
