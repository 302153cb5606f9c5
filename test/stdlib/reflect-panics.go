// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type T struct {
	a int
	B int
}

func try(f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(*reflect.ValueError); ok {
			fmt.Println("ValueError:", e.Method, e.Kind, "|", e)
			return
		}
		fmt.Println(r)
	}()
	f()
}

func main() {
	v := reflect.ValueOf
	try(func() { v(1).String(); v("x").Int() })
	try(func() { v(1).Uint() })
	try(func() { v(1).Float() })
	try(func() { v(1).Bool() })
	try(func() { v(1).Complex() })
	try(func() { v(1).Elem() })
	try(func() { v(1).Len() })
	try(func() { v(1).Cap() })
	try(func() { v(1).Index(0) })
	try(func() { v(1).NumField() })
	try(func() { v(1).Field(0) })
	try(func() { v(1).IsNil() })
	try(func() { v(1).MapKeys() })
	try(func() { v(1).MapIndex(v(1)) })
	try(func() { v(1).Pointer() })
	try(func() { v(1).Slice(0, 1) })
	try(func() { v(1).Bytes() })
	try(func() { v(1).Call(nil) })
	try(func() { v(1).Recv() })
	try(func() { reflect.Value{}.Type() })
	try(func() { reflect.Value{}.Interface() })
	try(func() { reflect.Value{}.Int() })
	try(func() { reflect.Value{}.Elem() })
	try(func() { reflect.Value{}.IsZero() })
	try(func() { v(1).SetInt(1) })
	try(func() { v(T{}).Field(1).SetInt(1) })
	try(func() { v(&T{}).Elem().Field(0).SetInt(1) })
	try(func() { v(&T{}).Elem().Field(1).SetString("") })
	try(func() { v(&T{}).Elem().Field(1).Set(v("x")) })
	try(func() { v(T{}).Field(0).Interface() })
	try(func() { v(T{}).Field(2) })
	try(func() { v(1).Addr() })
	try(func() { v([]int{1}).Index(5) })
	try(func() { v([1]int{1}).Index(1) })
	try(func() { v("a").Index(1) })
	try(func() { v([]int{1}).Slice(1, 5) })
	try(func() { v([1]int{1}).Slice(0, 1) })
	try(func() { v("abc").Slice(2, 1) })
	try(func() { v(map[string]int{}).MapIndex(v(1)) })
	try(func() { v(map[string]int(nil)).SetMapIndex(v("a"), v(1)) })
	try(func() { v(map[any]int{}).SetMapIndex(v([]int{}), v(1)) })
	try(func() { v(1).Convert(reflect.TypeOf(T{})) })
	try(func() { v([]int{}).Convert(reflect.TypeOf([1]int{})) })
	try(func() { reflect.Append(v([]int{}), v("x")) })
	try(func() { reflect.MakeSlice(reflect.TypeOf(1), 1, 1) })
	try(func() { reflect.MakeSlice(reflect.TypeOf([]int{}), 2, 1) })
	try(func() { reflect.MakeMap(reflect.TypeOf(1)) })
	try(func() { reflect.MakeChan(reflect.TypeOf(1), 0) })
	try(func() { reflect.New(nil) })
	try(func() { reflect.Zero(nil) })
	try(func() { reflect.TypeOf(1).Elem() })
	try(func() { reflect.TypeOf(1).Key() })
	try(func() { reflect.TypeOf(1).Len() })
	try(func() { reflect.TypeOf(1).NumField() })
	try(func() { reflect.TypeOf(1).Field(0) })
	try(func() { reflect.TypeOf(T{}).Field(7) })
	try(func() { reflect.TypeOf(1).NumIn() })
	try(func() { reflect.TypeOf(1).Out(0) })
	try(func() { reflect.TypeOf("").Bits() })
	try(func() { reflect.TypeOf(1).ChanDir() })
	try(func() { reflect.TypeOf(1).Implements(reflect.TypeOf(1)) })
	try(func() { reflect.TypeOf(1).Implements(nil) })
	try(func() { reflect.Swapper(1) })
	try(func() { reflect.Copy(v(1), v(2)) })
	try(func() { var m reflect.MapIter; m.Next() })
	try(func() { v(map[int]int{}).MapRange().Key() })
	try(func() { v([]int{}).Equal(v([]int{})) })
	try(func() { v(make(<-chan int)).Send(v(1)) })
	try(func() { v(make(chan int)).Send(v("x")) })
	try(func() { v(func(int) {}).Call(nil) })
	try(func() { v(func() {}).Call([]reflect.Value{v(1)}) })
	try(func() { v(func(int) {}).Call([]reflect.Value{v("x")}) })
	try(func() { v((func())(nil)).Call(nil) })
	try(func() { v([]int{1}).SetLen(1) })
	try(func() { s := []int{1}; v(&s).Elem().SetLen(5) })
	try(func() { v(T{}).Method(0) })
	try(func() { v(map[string]int{}).Clear(); v(1).Clear() })
}

// Expected output.
// CHECK: ValueError: reflect.Value.Int string | reflect: call of reflect.Value.Int on string Value
// CHECK-NEXT: ValueError: reflect.Value.Uint int | reflect: call of reflect.Value.Uint on int Value
// CHECK-NEXT: ValueError: reflect.Value.Float int | reflect: call of reflect.Value.Float on int Value
// CHECK-NEXT: ValueError: reflect.Value.Bool int | reflect: call of reflect.Value.Bool on int Value
// CHECK-NEXT: ValueError: reflect.Value.Complex int | reflect: call of reflect.Value.Complex on int Value
// CHECK-NEXT: ValueError: reflect.Value.Elem int | reflect: call of reflect.Value.Elem on int Value
// CHECK-NEXT: ValueError: reflect.Value.Len int | reflect: call of reflect.Value.Len on int Value
// CHECK-NEXT: ValueError: reflect.Value.Cap int | reflect: call of reflect.Value.Cap on int Value
// CHECK-NEXT: ValueError: reflect.Value.Index int | reflect: call of reflect.Value.Index on int Value
// CHECK-NEXT: ValueError: reflect.Value.NumField int | reflect: call of reflect.Value.NumField on int Value
// CHECK-NEXT: ValueError: reflect.Value.Field int | reflect: call of reflect.Value.Field on int Value
// CHECK-NEXT: ValueError: reflect.Value.IsNil int | reflect: call of reflect.Value.IsNil on int Value
// CHECK-NEXT: ValueError: reflect.Value.MapKeys int | reflect: call of reflect.Value.MapKeys on int Value
// CHECK-NEXT: ValueError: reflect.Value.MapIndex int | reflect: call of reflect.Value.MapIndex on int Value
// CHECK-NEXT: ValueError: reflect.Value.Pointer int | reflect: call of reflect.Value.Pointer on int Value
// CHECK-NEXT: ValueError: reflect.Value.Slice int | reflect: call of reflect.Value.Slice on int Value
// CHECK-NEXT: ValueError: reflect.Value.Bytes int | reflect: call of reflect.Value.Bytes on int Value
// CHECK-NEXT: ValueError: reflect.Value.Call int | reflect: call of reflect.Value.Call on int Value
// CHECK-NEXT: ValueError: reflect.Value.Recv int | reflect: call of reflect.Value.Recv on int Value
// CHECK-NEXT: ValueError: reflect.Value.Type invalid | reflect: call of reflect.Value.Type on zero Value
// CHECK-NEXT: ValueError: reflect.Value.Interface invalid | reflect: call of reflect.Value.Interface on zero Value
// CHECK-NEXT: ValueError: reflect.Value.Int invalid | reflect: call of reflect.Value.Int on zero Value
// CHECK-NEXT: ValueError: reflect.Value.Elem invalid | reflect: call of reflect.Value.Elem on zero Value
// CHECK-NEXT: ValueError: reflect.Value.IsZero invalid | reflect: call of reflect.Value.IsZero on zero Value
// CHECK-NEXT: reflect: reflect.Value.SetInt using unaddressable value
// CHECK-NEXT: reflect: reflect.Value.SetInt using unaddressable value
// CHECK-NEXT: reflect: reflect.Value.SetInt using value obtained using unexported field
// CHECK-NEXT: ValueError: reflect.Value.SetString int | reflect: call of reflect.Value.SetString on int Value
// CHECK-NEXT: reflect.Set: value of type string is not assignable to type int
// CHECK-NEXT: reflect.Value.Interface: cannot return value obtained from unexported field or method
// CHECK-NEXT: reflect: Field index out of range
// CHECK-NEXT: reflect.Value.Addr of unaddressable value
// CHECK-NEXT: reflect: slice index out of range
// CHECK-NEXT: reflect: array index out of range
// CHECK-NEXT: reflect: string index out of range
// CHECK-NEXT: reflect.Value.Slice: slice index out of bounds
// CHECK-NEXT: reflect.Value.Slice: slice of unaddressable array
// CHECK-NEXT: reflect.Value.Slice: string slice index out of bounds
// CHECK-NEXT: reflect.Value.MapIndex: value of type int is not assignable to type string
// CHECK-NEXT: assignment to entry in nil map
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: reflect.Value.Convert: value of type int cannot be converted to type main.T
// CHECK-NEXT: reflect: cannot convert slice with length 0 to array with length 1
// CHECK-NEXT: reflect.Set: value of type string is not assignable to type int
// CHECK-NEXT: reflect.MakeSlice of non-slice type
// CHECK-NEXT: reflect.MakeSlice: len > cap
// CHECK-NEXT: reflect.MakeMapWithSize of non-map type
// CHECK-NEXT: reflect.MakeChan of non-chan type
// CHECK-NEXT: reflect: New(nil)
// CHECK-NEXT: reflect: Zero(nil)
// CHECK-NEXT: reflect: Elem of invalid type int
// CHECK-NEXT: reflect: Key of non-map type int
// CHECK-NEXT: reflect: Len of non-array type int
// CHECK-NEXT: reflect: NumField of non-struct type int
// CHECK-NEXT: reflect: Field of non-struct type int
// CHECK-NEXT: reflect: Field index out of bounds
// CHECK-NEXT: reflect: NumIn of non-func type int
// CHECK-NEXT: reflect: Out of non-func type int
// CHECK-NEXT: reflect: Bits of non-arithmetic Type string
// CHECK-NEXT: reflect: ChanDir of non-chan type int
// CHECK-NEXT: reflect: non-interface type passed to Type.Implements
// CHECK-NEXT: reflect: nil type passed to Type.Implements
// CHECK-NEXT: ValueError: Swapper int | reflect: call of Swapper on int Value
// CHECK-NEXT: ValueError: reflect.Copy int | reflect: call of reflect.Copy on int Value
// CHECK-NEXT: MapIter.Next called on an iterator that does not have an associated map Value
// CHECK-NEXT: MapIter.Key called before Next
// CHECK-NEXT: reflect.Value.Equal: values of type []int are not comparable
// CHECK-NEXT: reflect: send on recv-only channel
// CHECK-NEXT: reflect.Value.Send: value of type string is not assignable to type int
// CHECK-NEXT: reflect: Call with too few input arguments
// CHECK-NEXT: reflect: Call with too many input arguments
// CHECK-NEXT: reflect: Call using string as type int
// CHECK-NEXT: reflect.Value.Call: call of nil function
// CHECK-NEXT: reflect: reflect.Value.SetLen using unaddressable value
// CHECK-NEXT: reflect: slice length out of range in SetLen
// CHECK-NEXT: reflect: Method index out of range
// CHECK-NEXT: ValueError: reflect.Value.Clear int | reflect: call of reflect.Value.Clear on int Value
