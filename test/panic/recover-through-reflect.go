// What package reflect puts between a deferred call and the function meant is not there for recover.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type small int

func (s small) recovers(prefix string) { fmt.Println(prefix, s, recover()) }

type large struct{ a, b, c string }

func (l large) Recovers(prefix string) (string, error) {
	fmt.Println(prefix, l, recover())
	return prefix, nil
}
func (l *large) Late() {
	func() { fmt.Println("too deep", recover()) }()
	fmt.Println(l.b, recover())
}

func run(f func()) {
	defer func() { fmt.Println("outside", recover()) }()
	f()
}

func main() {
	run(func() {
		f := reflect.ValueOf(large{"x", "y", "z"}).MethodByName("Recovers").Interface().(func(string) (string, error))
		defer f("value:")
		panic(1)
	})
	// CHECK: value: {x y z} 1
	// CHECK-NEXT: outside <nil>
	run(func() {
		defer reflect.ValueOf(&large{"x", "y", "z"}).MethodByName("Late").Interface().(func())()
		panic(2)
	})
	// CHECK-NEXT: too deep <nil>
	// CHECK-NEXT: y 2
	// CHECK-NEXT: outside <nil>
	run(func() {
		body := func(args []reflect.Value) []reflect.Value {
			fmt.Println("made:", args[0], recover())
			return nil
		}
		f := reflect.MakeFunc(reflect.TypeOf((func(int))(nil)), body).Interface().(func(int))
		defer f(7)
		panic(3)
	})
	// CHECK-NEXT: made: 7 3
	// CHECK-NEXT: outside <nil>
	run(func() {
		defer small(5).recovers("direct:")
		panic(4)
	})
	// CHECK-NEXT: direct: 5 4
	// CHECK-NEXT: outside <nil>
	f := reflect.ValueOf(large{"p", "q", "r"}).Method(0).Interface().(func(string) (string, error))
	fmt.Println(f("results:"))
	// CHECK-NEXT: results: {p q r} <nil>
	// CHECK-NEXT: results: <nil>
}
