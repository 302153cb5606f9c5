// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type Point struct{ X, Y int }

func (p Point) Sum() int { return p.X + p.Y }

type Tiny struct{ p *int }

type Deep struct {
	Point
	Label string
	inner []string
	Any   any
}

func main() {
	// Every kind of scalar, also at the ends of its range.
	for _, x := range []any{true, int8(-128), int16(-1), int32(1 << 30), int64(-1 << 63), -5, uint8(255), uint16(65535), uint32(1 << 31),
		uint64(1<<64 - 1), uint(7), uintptr(9), float32(0.1), 2.5, complex64(1 + 2i), 3 - 4i, "text"} {
		v := reflect.ValueOf(x)
		switch {
		case v.CanInt():
			fmt.Println(v.Kind(), v.Int(), v.Interface() == x)
		case v.CanUint():
			fmt.Println(v.Kind(), v.Uint(), v.Interface() == x)
		case v.CanFloat():
			fmt.Println(v.Kind(), v.Float(), v.Interface() == x)
		case v.CanComplex():
			fmt.Println(v.Kind(), v.Complex(), v.Interface() == x)
		case v.Kind() == reflect.Bool:
			fmt.Println(v.Kind(), v.Bool(), v.Interface() == x)
		default:
			fmt.Println(v.Kind(), v.String(), v.Len(), v.Interface() == x)
		}
	}

	// Struct fields, through pointers and embedded structs.
	d := Deep{Point{1, 2}, "l", []string{"a"}, 7}
	v := reflect.ValueOf(d)
	fmt.Println(v.NumField(), v.Field(0), v.FieldByName("Y"), v.FieldByName("Nope").IsValid(), v.FieldByIndex([]int{0, 1}))
	fmt.Println(v.Field(2).CanInterface(), v.Field(2).Index(0), v.Field(3).Kind(), v.Field(3).Elem().Int(), v.CanSet(), v.CanAddr())
	p := reflect.ValueOf(&d)
	e := p.Elem()
	fmt.Println(e.CanSet(), e.Field(1).CanSet(), e.Field(2).CanSet(), e.Field(2).CanAddr())
	e.Field(1).SetString("changed")
	e.Field(0).Field(0).SetInt(100)
	e.FieldByName("Any").Set(reflect.ValueOf("now a string"))
	fmt.Println(d.Label, d.X, d.Any, e.Addr().Interface() == any(&d))

	// Setting every kind.
	var all struct {
		B   bool
		I8  int8
		I   int
		U16 uint16
		U   uint64
		F32 float32
		F   float64
		C   complex64
		S   string
		By  []byte
		P   *int
		M   map[string]int
		A   [2]int16
	}
	a := reflect.ValueOf(&all).Elem()
	a.Field(0).SetBool(true)
	a.Field(1).SetInt(-300)
	a.Field(2).SetInt(-300)
	a.Field(3).SetUint(65537)
	a.Field(4).SetUint(1 << 63)
	a.Field(5).SetFloat(0.1)
	a.Field(6).SetFloat(0.1)
	a.Field(7).SetComplex(1 + 2i)
	a.Field(8).SetString("s")
	a.Field(9).SetBytes([]byte("xyz"))
	n := 42
	a.Field(10).Set(reflect.ValueOf(&n))
	a.Field(11).Set(reflect.MakeMap(a.Field(11).Type()))
	a.Field(11).SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(5))
	a.Field(12).Index(1).SetInt(-1)
	fmt.Println(all.B, all.I8, all.I, all.U16, all.U, all.F32, all.F, all.C, all.S, string(all.By), *all.P, all.M, all.A)
	a.Field(8).SetZero()
	fmt.Printf("%q %v %v\n", all.S, a.Field(8).IsZero(), a.Field(9).IsZero())
	fmt.Println(a.Field(1).OverflowInt(127), a.Field(1).OverflowInt(128), a.Field(3).OverflowUint(65536), a.Field(5).OverflowFloat(1e39))

	// Slices, arrays, strings.
	s := []int{1, 2, 3, 4}
	sv := reflect.ValueOf(&s).Elem()
	fmt.Println(sv.Len(), sv.Cap(), sv.Index(2), sv.Slice(1, 3), sv.Slice3(0, 1, 2).Cap())
	sv.Index(0).SetInt(10)
	sv.Set(reflect.Append(sv, reflect.ValueOf(5), reflect.ValueOf(6)))
	sv.Set(reflect.AppendSlice(sv, reflect.ValueOf([]int{7, 8})))
	fmt.Println(s, reflect.Copy(sv, reflect.ValueOf([]int{-1, -2})), s)
	sv.SetLen(2)
	fmt.Println(s, reflect.ValueOf("hello").Index(1).Uint(), reflect.ValueOf("hello").Slice(1, 3))
	arr := [3]string{"a", "b", "c"}
	av := reflect.ValueOf(&arr).Elem()
	av.Index(1).SetString("B")
	fmt.Println(av.Len(), av.Slice(0, 2), reflect.ValueOf(&arr).Len(), arr)
	made := reflect.MakeSlice(reflect.TypeOf([]Point{}), 2, 5)
	made.Index(1).Field(0).SetInt(9)
	fmt.Println(made.Interface(), made.Cap())
	fmt.Println(string(reflect.ValueOf([]byte("bytes")).Bytes()))

	// Maps.
	m := map[Point]string{{1, 2}: "a", {3, 4}: "b"}
	mv := reflect.ValueOf(m)
	fmt.Println(mv.Len(), mv.MapIndex(reflect.ValueOf(Point{3, 4})), mv.MapIndex(reflect.ValueOf(Point{})).IsValid(), len(mv.MapKeys()))
	sum := 0
	for it := mv.MapRange(); it.Next(); {
		sum += int(it.Key().Field(0).Int()) + len(it.Value().String())
	}
	fmt.Println(sum)
	mv.SetMapIndex(reflect.ValueOf(Point{1, 2}), reflect.Value{})
	fmt.Println(m)
	var nilMap map[string]int
	fmt.Println(reflect.ValueOf(nilMap).IsNil(), reflect.ValueOf(nilMap).MapRange().Next(), len(reflect.ValueOf(nilMap).MapKeys()))

	// Pointers, interfaces, nil.
	var np *Point
	var ni any
	fmt.Println(reflect.ValueOf(np).IsNil(), reflect.ValueOf(np).Elem().IsValid(), reflect.ValueOf(&ni).Elem().IsNil(), reflect.ValueOf(nil).IsValid())
	fmt.Println(reflect.Indirect(reflect.ValueOf(&Point{5, 6})), reflect.Indirect(reflect.ValueOf(3)))
	nv := reflect.New(reflect.TypeOf(0))
	nv.Elem().SetInt(77)
	fmt.Println(*nv.Interface().(*int), reflect.Zero(reflect.TypeOf(Point{})), reflect.Zero(reflect.TypeOf(np)).IsNil())
	tiny := Tiny{&n}
	tv := reflect.ValueOf(tiny)
	fmt.Println(tv.Field(0).Elem().Int(), tv.Interface() == any(tiny), reflect.ValueOf(struct{}{}).NumField())
	fmt.Println(reflect.ValueOf(Point{}).String(), reflect.Value{}.String(), reflect.ValueOf(Point{}).IsZero(), reflect.ValueOf(d).IsZero())

	// A copy in an interface stays what it was.
	pt := Point{1, 1}
	pv := reflect.ValueOf(&pt).Elem()
	before := pv.Interface()
	pv.Field(0).SetInt(2)
	fmt.Println(before, pv.Interface())

	// Comparing.
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf(Point{}).Equal(reflect.ValueOf(Point{0, 1})), reflect.ValueOf(1).Equal(reflect.ValueOf("1")))
	fmt.Println(reflect.ValueOf([]int{}).Comparable(), reflect.ValueOf(any(Point{})).Comparable(), reflect.ValueOf(Deep{Any: []int{}}).Comparable())
	swap := reflect.Swapper(s)
	swap(0, 1)
	fmt.Println(s)
	words := []string{"x", "y", "z"}
	reflect.Swapper(words)(0, 2)
	fmt.Println(words)
}

// Expected output.
// CHECK: bool true true
// CHECK-NEXT: int8 -128 true
// CHECK-NEXT: int16 -1 true
// CHECK-NEXT: int32 1073741824 true
// CHECK-NEXT: int64 -9223372036854775808 true
// CHECK-NEXT: int -5 true
// CHECK-NEXT: uint8 255 true
// CHECK-NEXT: uint16 65535 true
// CHECK-NEXT: uint32 2147483648 true
// CHECK-NEXT: uint64 18446744073709551615 true
// CHECK-NEXT: uint 7 true
// CHECK-NEXT: uintptr 9 true
// CHECK-NEXT: float32 0.10000000149011612 true
// CHECK-NEXT: float64 2.5 true
// CHECK-NEXT: complex64 (1+2i) true
// CHECK-NEXT: complex128 (3-4i) true
// CHECK-NEXT: string text 4 true
// CHECK-NEXT: 4 {1 2} 2 false 2
// CHECK-NEXT: false a interface 7 false false
// CHECK-NEXT: true true false true
// CHECK-NEXT: changed 100 now a string true
// CHECK-NEXT: true -44 -300 1 9223372036854775808 0.1 0.1 (1+2i) s xyz 42 map[k:5] [0 -1]
// CHECK-NEXT: "" true false
// CHECK-NEXT: false true true true
// CHECK-NEXT: 4 4 3 [2 3] 2
// CHECK-NEXT: [-1 -2 3 4 5 6 7 8] 2 [-1 -2 3 4 5 6 7 8]
// CHECK-NEXT: [-1 -2] 101 el
// CHECK-NEXT: 3 [a B] 3 [a B c]
// CHECK-NEXT: [{0 0} {9 0}] 5
// CHECK-NEXT: bytes
// CHECK-NEXT: 2 b false 2
// CHECK-NEXT: 6
// CHECK-NEXT: map[{3 4}:b]
// CHECK-NEXT: true false 0
// CHECK-NEXT: true false true false
// CHECK-NEXT: {5 6} 3
// CHECK-NEXT: 77 {0 0} true
// CHECK-NEXT: 42 true 0
// CHECK-NEXT: <main.Point Value> <invalid Value> true false
// CHECK-NEXT: {1 1} {2 1}
// CHECK-NEXT: true false false
// CHECK-NEXT: false true false
// CHECK-NEXT: [-2 -1]
// CHECK-NEXT: [z y x]
