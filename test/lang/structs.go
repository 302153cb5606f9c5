// Structs: embedding, promotion, comparison, copies, anonymous ones, pointers to fields.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type base struct{ id int }

func (b *base) setID(n int)    { b.id = n }
func (b base) describe() string { return fmt.Sprint("base ", b.id) }

type middle struct {
	base
	label string
}
type top struct {
	*middle
	extra [3]byte
}

func main() {
	t := top{&middle{base{1}, "m"}, [3]byte{1, 2, 3}}
	t.setID(5)
	t.id++
	fmt.Println(t.id, t.describe(), t.middle.base.id, t.label) // CHECK: 6 base 6 6 m
	p, q := struct{ a, b int }{1, 2}, struct{ a, b int }{1, 2}
	fmt.Println(p == q, &p == &q, p) // CHECK-NEXT: true false {1 2}
	m1 := *t.middle
	m2 := m1
	m2.id = 100
	fmt.Println(m1.id, m2.id, m1 == *t.middle) // CHECK-NEXT: 6 100 true
	x := &m1.base.id
	*x = 55
	fmt.Printf("%v %+v %#v\n", m1, m1, m1) // CHECK-NEXT: {{.*}}{55} m} {base:{id:55} label:m} main.middle{base:main.base{id:55}, label:"m"}
	f := t.describe
	t.id = 0
	fmt.Println(f(), t.describe()) // CHECK-NEXT: base 6 base 0
	type mixed struct {
		a int8
		b int64
		c uint16
		d bool
		e float32
		f string
	}
	v := mixed{-1, -2, 65535, true, 1.5, "s"}
	w := []mixed{v, v}
	w[1].a--
	w[1].c++
	pw := &w[1]
	pw.e *= 2
	fmt.Println(w, v == w[0], v == w[1]) // CHECK-NEXT: [{-1 -2 65535 true 1.5 s} {-2 -2 0 true 3 s}] true false
	defer func() { fmt.Println(recover()) }() // CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
	var none top
	none.setID(1)
}
