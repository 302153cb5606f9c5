// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type hidden struct{ F, f int }
type Open struct{ E int }
type ints []int
type S struct {
	Open
	hidden
	*inner
	ints
	any any
	Any any
	p   *int
}
type inner struct{ A int }

func state(v reflect.Value) string {
	return fmt.Sprintf("%v addr=%v set=%v interface=%v", v.Type(), v.CanAddr(), v.CanSet(), v.CanInterface())
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	n := 1
	s := S{inner: &inner{}, ints: ints{1}, any: &n, Any: 2, p: &n}
	v := reflect.ValueOf(&s).Elem()
	for i := 0; i < v.NumField(); i++ {
		fmt.Println(v.Type().Field(i).Name, state(v.Field(i)))
	}
	for _, name := range []string{"E", "F", "f", "A"} {
		fmt.Println(name, state(v.FieldByName(name)), "|", state(reflect.ValueOf(s).FieldByName(name)))
	}
	// What is reached through a read-only value may be read only, fields of embedded structs excepted.
	fmt.Println(state(v.FieldByName("ints").Index(0)), "|", state(v.FieldByName("ints").Slice(0, 1)))
	fmt.Println(state(v.FieldByName("any").Elem()), "|", state(v.FieldByName("any").Elem().Elem()))
	fmt.Println(state(v.FieldByName("Any").Elem()), "|", state(v.FieldByName("p").Elem()), "|", state(v.FieldByName("inner").Elem().Field(0)))
	fmt.Println(state(v.FieldByName("F").Addr()), "|", state(v.FieldByName("f").Addr()), "|", state(v.FieldByName("p").Convert(reflect.TypeOf(new(any)).Elem())))
	text := "abc"
	fmt.Println(state(reflect.ValueOf(&text).Elem().Slice(0, 1)), "|", state(reflect.ValueOf(text).Index(0)))

	x := reflect.ValueOf(5)
	iter := reflect.ValueOf(map[string]int{"a": 1}).MapRange()
	try(func() { x.Set(x) })
	try(func() { v.FieldByName("f").Set(x) })
	try(func() { v.FieldByName("F").Set(v.FieldByName("f")) })
	try(func() { v.FieldByName("F").Set(reflect.Value{}) })
	try(func() { v.FieldByName("F").Set(reflect.ValueOf("x")) })
	try(func() { v.FieldByName("f").SetInt(1) })
	try(func() { v.SetIterKey(iter) })
	iter.Next()
	try(func() { v.SetIterKey(iter) })
	try(func() { x.SetIterValue(iter) })
	iter.Next()
	try(func() { v.SetIterValue(iter) })
	try(func() { reflect.Append(x, x) })
	try(func() { reflect.AppendSlice(reflect.ValueOf([]int{}), reflect.ValueOf([]string{})) })
	try(func() { reflect.Copy(reflect.ValueOf([2]int{}), reflect.ValueOf([]int{})) })
	try(func() { reflect.Copy(reflect.ValueOf([]int{}), reflect.ValueOf([]byte{})) })
	try(func() { reflect.ValueOf(make(chan int, 1)).TrySend(reflect.ValueOf("x")) })
	try(func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: x}}) })
	try(func() { reflect.Swapper([]int{1, 2})(0, 2) })
	try(func() { reflect.Swapper([]string{"a"})(0, 1) })
	try(func() { reflect.Swapper([][3]int{{}, {}})(0, 2) })
}

// CHECK: Open main.Open addr=true set=true interface=true
// CHECK-NEXT: hidden main.hidden addr=true set=false interface=false
// CHECK-NEXT: inner *main.inner addr=true set=false interface=false
// CHECK-NEXT: ints main.ints addr=true set=false interface=false
// CHECK-NEXT: any interface {} addr=true set=false interface=false
// CHECK-NEXT: Any interface {} addr=true set=true interface=true
// CHECK-NEXT: p *int addr=true set=false interface=false
// CHECK-NEXT: E int addr=true set=true interface=true | int addr=false set=false interface=true
// CHECK-NEXT: F int addr=true set=true interface=true | int addr=false set=false interface=true
// CHECK-NEXT: f int addr=true set=false interface=false | int addr=false set=false interface=false
// CHECK-NEXT: A int addr=true set=true interface=true | int addr=true set=true interface=true
// CHECK-NEXT: int addr=true set=false interface=false | main.ints addr=false set=false interface=false
// CHECK-NEXT: *int addr=false set=false interface=false | int addr=true set=false interface=false
// CHECK-NEXT: int addr=false set=false interface=true | int addr=true set=false interface=false | int addr=true set=true interface=true
// CHECK-NEXT: *int addr=false set=false interface=true | *int addr=false set=false interface=false | interface {} addr=false set=false interface=false
// CHECK-NEXT: string addr=true set=true interface=true | uint8 addr=false set=false interface=true
// CHECK-NEXT: reflect: reflect.Value.Set using unaddressable value
// CHECK-NEXT: reflect: reflect.Value.Set using value obtained using unexported field
// CHECK-NEXT: reflect: reflect.Value.Set using value obtained using unexported field
// CHECK-NEXT: reflect: call of reflect.Value.Set on zero Value
// CHECK-NEXT: reflect.Set: value of type string is not assignable to type int
// CHECK-NEXT: reflect: reflect.Value.SetInt using value obtained using unexported field
// CHECK-NEXT: reflect: Value.SetIterKey called before Next
// CHECK-NEXT: reflect.MapIter.SetKey: value of type string is not assignable to type main.S
// CHECK-NEXT: reflect: reflect.Value.SetIterValue using unaddressable value
// CHECK-NEXT: reflect: Value.SetIterValue called on exhausted iterator
// CHECK-NEXT: reflect: call of unknown method on int Value
// CHECK-NEXT: reflect.AppendSlice: int != string
// CHECK-NEXT: reflect: unknown method using unaddressable value
// CHECK-NEXT: reflect.Copy: int != uint8
// CHECK-NEXT: reflect.Value.Send: value of type string is not assignable to type int
// CHECK-NEXT: reflect: call of unknown method on int Value
// CHECK-NEXT: runtime error: index out of range [2] with length 2
// CHECK-NEXT: reflect: slice index out of range
// CHECK-NEXT: reflect: slice index out of range
