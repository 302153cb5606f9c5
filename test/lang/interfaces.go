// Interfaces: dispatch, embedding, assertion, comparison, printing of dynamic types.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"strings"
)

type shape interface {
	area() float64
	name() string
}
type named struct{ n string }

func (n named) name() string { return n.n }

type square struct {
	named
	side float64
}

func (s square) area() float64 { return s.side * s.side }

type circle struct {
	*named
	r float64
}

func (c *circle) area() float64 { return 3 * c.r * c.r }

type tiny int8

func (t tiny) area() float64 { return float64(t) }
func (t tiny) name() string  { return fmt.Sprintf("tiny%d", int8(t)) }

type reader interface{ Read([]byte) (int, error) }

func main() {
	for _, s := range []shape{square{named{"sq"}, 2}, &circle{&named{"ci"}, 1}, tiny(-4)} {
		fmt.Printf("%s %v %T\n", s.name(), s.area(), s)
	}
	// CHECK: sq 4 main.square
	// CHECK-NEXT: ci 3 *main.circle
	// CHECK-NEXT: tiny-4 -4 main.tiny
	var x any = tiny(3)
	_, isShape := x.(shape)
	_, isReader := x.(reader)
	fmt.Println(isShape, isReader, x == any(tiny(3)), x == any(int8(3))) // CHECK-NEXT: true false true false
	var r reader = strings.NewReader("abc")
	buf := make([]byte, 2)
	n, err := r.Read(buf)
	fmt.Println(n, err, string(buf)) // CHECK-NEXT: 2 <nil> ab
	switch v := x.(type) {
	case nil, error:
		fmt.Println("no", v)
	case fmt.Stringer:
		fmt.Println("no", v)
	case shape:
		fmt.Println("shape", v.name()) // CHECK-NEXT: shape tiny3
	}
	fmt.Printf("%#v %+v %T\n", square{named{"q"}, 1}, square{named{"q"}, 1}, []shape{}) // CHECK-NEXT: main.square{named:main.named{n:"q"}, side:1} {named:{n:q} side:1} []main.shape
	defer func() {
		err := recover().(error)
		fmt.Println(err) // CHECK-NEXT: interface conversion: main.tiny is not main.reader: missing method Read
	}()
	_ = x.(reader)
}
