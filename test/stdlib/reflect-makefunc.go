// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
	"strings"
)

type Pair struct{ A, B string }

type Counter struct{ n int }

func (c *Counter) Add(by int) int             { c.n += by; return c.n }
func (c Counter) Join(parts ...string) string { return fmt.Sprint(c.n, strings.Join(parts, "+")) }

func main() {
	// One implementation for functions of different types.
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var ints func(int, int) (int, int)
	var mixed func(string, float32) (float32, string)
	var structs func(Pair, []int) ([]int, Pair)
	for _, f := range []any{&ints, &mixed, &structs} {
		v := reflect.ValueOf(f).Elem()
		v.Set(reflect.MakeFunc(v.Type(), swap))
	}
	fmt.Println(ints(1, -2))
	fmt.Println(mixed("s", 1.5))
	fmt.Println(structs(Pair{"a", "b"}, []int{1}))

	variadic := reflect.MakeFunc(reflect.TypeOf(fmt.Sprint), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Sprint("got ", in[0].Len(), in[0].Index(0)))}
	}).Interface().(func(...any) string)
	fmt.Println(variadic("x", 2, nil))

	none := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
		fmt.Println("called")
		return nil
	})
	none.Interface().(func())()
	none.Call(nil)
	asError := reflect.MakeFunc(reflect.TypeOf(func() error { return nil }), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Errorf("made"))}
	})
	fmt.Println(asError.Interface().(func() error)())

	// A method value as a func.
	c := &Counter{10}
	add := reflect.ValueOf(c).MethodByName("Add").Interface().(func(int) int)
	fmt.Println(add(1), add(2), c.n)
	join := reflect.ValueOf(*c).MethodByName("Join").Interface().(func(...string) string)
	c.n = 0
	fmt.Println(join("x", "y"), join())

	// Panics pass through, blocking works, deferred functions may recover.
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { panic("inside") }).Call(nil)
	}()
	ch := make(chan int)
	wait := reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(<-ch)}
	}).Interface().(func() int)
	go func() { ch <- 7 }()
	fmt.Println(wait())
	func() {
		defer func() {
			fmt.Println(recover())
		}()
		reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value { return nil }).Call(nil)
	}()

	// Many words each way, with pointers that only the frames hold.
	type wide struct {
		p [8]*int
		s string
	}
	n := 5
	echo := reflect.MakeFunc(reflect.TypeOf(func(wide, int8, wide) (int8, wide) { return 0, wide{} }), func(in []reflect.Value) []reflect.Value {
		garbage := 0
		for i := 0; i < 1000; i++ {
			garbage += len(make([]int, 100))
		}
		return []reflect.Value{in[1], in[2]}
	}).Interface().(func(wide, int8, wide) (int8, wide))
	i, w := echo(wide{}, -3, wide{[8]*int{7: &n}, "kept"})
	fmt.Println(i, *w.p[7], w.s)
}

// Expected output.
// CHECK: -2 1
// CHECK-NEXT: 1.5 s
// CHECK-NEXT: [1] {a b}
// CHECK-NEXT: got 3 x
// CHECK-NEXT: called
// CHECK-NEXT: called
// CHECK-NEXT: made
// CHECK-NEXT: 11 13 13
// CHECK-NEXT: 13x+y 13
// CHECK-NEXT: recovered: inside
// CHECK-NEXT: 7
// CHECK-NEXT: reflect: wrong return count from function created by MakeFunc
// CHECK-NEXT: -3 5 kept
