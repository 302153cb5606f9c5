// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"math"
	"reflect"
)

type T struct {
	A any
	F float64
	_ int
}

func try(f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	fmt.Println(f())
}

func main() {
	v := reflect.ValueOf
	negative := math.Copysign(0, -1)
	fmt.Println(v(negative).IsZero(), v(complex(negative, 0)).IsZero(), v(T{F: negative}).IsZero(), v([1]any{nil}).IsZero(), v(T{A: 0}).IsZero())
	fmt.Println(reflect.Value{}.Comparable(), v(T{}).Comparable(), v(T{A: []int{}}).Comparable(), v([1]any{1}).Comparable(), v([0]func(){}).Comparable(), v(map[int]int{}).Comparable())
	fmt.Println(v(T{A: 1}).Equal(v(T{A: 1})), v(T{F: negative}).Equal(v(T{})), v(1).Equal(v(int8(1))), v(math.NaN()).Equal(v(math.NaN())), reflect.Value{}.Equal(reflect.Value{}))
	try(func() any { return v(T{A: []int{}}).Equal(v(T{A: []int{}})) })
	try(func() any { return v([0]func(){}).Equal(v([0]func(){})) })
	try(func() any { return v([1]any{map[int]int{}}).Equal(v([1]any{map[int]int{}})) })
	try(func() any { return v(main).Equal(v(main)) })

	// A conversion that goes by way of float64 would make the NaN a quiet one.
	type Float float32
	signaling := math.Float32frombits(0x7f800001)
	f := v(&signaling).Elem().Convert(reflect.TypeOf(Float(0)))
	bits := *(*uint32)(reflect.Append(reflect.MakeSlice(reflect.SliceOf(f.Type()), 0, 1), f).UnsafePointer())
	fmt.Printf("%x\n", bits)
	type MyByte byte
	fmt.Println(v("x").CanConvert(reflect.TypeOf([]MyByte{})), v([]MyByte{}).CanConvert(reflect.TypeOf("")), v("x").CanConvert(reflect.TypeOf([]byte{})))
	try(func() any { return reflect.SliceAt(reflect.TypeOf(0), nil, 1).Len() })
	try(func() any { return reflect.SliceAt(reflect.TypeOf(0), nil, -1).Len() })
	try(func() any { return reflect.SliceAt(reflect.TypeOf(0), nil, 0).IsNil() })
}

// CHECK: true true true true false
// CHECK-NEXT: false true false true false false
// CHECK-NEXT: true true false false true
// CHECK-NEXT: panic: reflect.Value.Equal: values of type []int are not comparable
// CHECK-NEXT: panic: reflect.Value.Equal: values of type [0]func() are not comparable
// CHECK-NEXT: panic: reflect.Value.Equal: values of type map[int]int are not comparable
// CHECK-NEXT: panic: reflect.Value.Equal: values of type func() are not comparable
// CHECK-NEXT: 7f800001
// CHECK-NEXT: false false true
// CHECK-NEXT: panic: runtime error: unsafe.Slice: ptr is nil and len is not zero
// CHECK-NEXT: panic: runtime error: unsafe.Slice: len out of range
// CHECK-NEXT: true
