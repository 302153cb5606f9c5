// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

type pair struct{ a, b int }

func show(a, b, c int) { println(a, b, c) }

func fail() (*int, int) { return nil, 42 }

func main() {
	// Variables are read behind the calls of the statement.
	i := 0
	next := func() int { i++; return i }
	show(i, next(), i) // CHECK: 1 1 1
	println(i + next() + i) // CHECK-NEXT: 6
	x := []int{i, next(), i}
	println(x[0], x[1], x[2]) // CHECK-NEXT: 3 3 3
	y, z := i, next()
	println(y, z) // CHECK-NEXT: 4 4
	p := pair{i, next()}
	println(p.a, p.b) // CHECK-NEXT: 5 5
	i += next()
	println(i) // CHECK-NEXT: 12

	// What an assignment's left side needs is evaluated before anything is assigned.
	s := []int{10, 20, 30}
	k := 0
	k, s[k] = 2, 99
	println(k, s[0], s[2]) // CHECK-NEXT: 2 99 30
	s[0], s[2] = s[2], s[0]
	println(s[0], s[2]) // CHECK-NEXT: 30 99
	a, b := 1, 2
	pa, pb := &a, &b
	*pa, *pb = b, a
	println(a, b) // CHECK-NEXT: 2 1
	q := new(int)
	old := q
	q, *q = fail()
	println(q == nil, *old) // CHECK-NEXT: true 42

	// Arguments of defer are evaluated by the statement.
	for j := 0; j < 2; j++ {
		defer println("deferred", j, i)
	}
	i = 77
}

// CHECK-NEXT: deferred 1 12
// CHECK-NEXT: deferred 0 12
