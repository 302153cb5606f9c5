// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type Small uint8
type S struct {
	A int
	b string
}

func (S) M(int) string { return "" }
func (S) N()           {}

func countdown(yield func(int, string) bool) {
	for i := 3; i > 0 && yield(i, fmt.Sprint("#", i)); i-- {
	}
}

func try(x any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	v := reflect.ValueOf(x)
	fmt.Print(v.Type(), v.Type().CanSeq(), v.Type().CanSeq2())
	for e := range v.Seq() {
		fmt.Print(" ", e.Type(), ":", e)
	}
	fmt.Println()
	for k, e := range v.Seq2() {
		fmt.Print(" ", k, "=", e)
	}
	fmt.Println()
}

func main() {
	ch := make(chan string, 2)
	ch <- "x"
	ch <- "y"
	close(ch)
	try(3)
	try(int8(-1))
	try(Small(2))
	try([]string{"a", "b"})
	try([2]bool{true})
	try(&[2]bool{true})
	try((*[2]bool)(nil))
	try("aé")
	try(map[string]int{"k": 1})
	try(ch)
	try(countdown)
	try(func(yield func(int) bool) { _ = yield(1) && yield(2) })
	try(func() {})
	try(1.5)

	for i, e := range reflect.ValueOf(countdown).Seq2() {
		fmt.Println(i, e)
		break
	}
	t := reflect.TypeOf(S{})
	for f := range t.Fields() {
		fmt.Print(f.Name, " ")
	}
	for m := range t.Methods() {
		fmt.Print(m.Name, m.Type, " ")
	}
	m, _ := t.MethodByName("M")
	for in := range m.Type.Ins() {
		fmt.Print(in, " ")
	}
	for out := range m.Type.Outs() {
		fmt.Println(out)
	}
	for f, x := range reflect.ValueOf(S{1, "z"}).Fields() {
		fmt.Print(f.Name, "=", x, " ")
	}
	for m, x := range reflect.ValueOf(S{}).Methods() {
		fmt.Print(m.Name, " ", x.Type(), " ")
	}
	fmt.Println(reflect.TypeFor[error](), reflect.TypeFor[map[Small]S]())

	n := 5
	var e error = fmt.Errorf("e")
	fmt.Println(reflect.TypeAssert[int](reflect.ValueOf(&n).Elem()))
	fmt.Println(reflect.TypeAssert[int8](reflect.ValueOf(n)))
	fmt.Println(reflect.TypeAssert[error](reflect.ValueOf(&e).Elem()))
	fmt.Println(reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(&e).Elem()))
	fmt.Println(reflect.TypeAssert[*int](reflect.ValueOf((*int)(nil))))
	f, ok := reflect.TypeAssert[func(int) string](reflect.ValueOf(S{}).Method(0))
	fmt.Println(f != nil, ok)
}

// CHECK: int true false int:0 int:1 int:2
// CHECK-NEXT: reflect: int cannot produce iter.Seq2[Value, Value]
// CHECK-NEXT: int8 true false
// CHECK-NEXT: reflect: int8 cannot produce iter.Seq2[Value, Value]
// CHECK-NEXT: main.Small true false main.Small:0 main.Small:1
// CHECK-NEXT: reflect: main.Small cannot produce iter.Seq2[Value, Value]
// CHECK-NEXT: []string true true int:0 int:1
// CHECK-NEXT:  0=a 1=b
// CHECK-NEXT: [2]bool true true int:0 int:1
// CHECK-NEXT:  0=true 1=false
// CHECK-NEXT: *[2]bool true true int:0 int:1
// CHECK-NEXT:  0=true 1=false
// CHECK-NEXT: *[2]bool true truereflect: *[2]bool cannot produce iter.Seq[Value]
// CHECK-NEXT: string true true int:0 int:1
// CHECK-NEXT:  0=97 1=233
// CHECK-NEXT: map[string]int true true string:k
// CHECK-NEXT:  k=1
// CHECK-NEXT: chan string true false string:x string:y
// CHECK-NEXT: reflect: chan string cannot produce iter.Seq2[Value, Value]
// CHECK-NEXT: func(func(int, string) bool) false truereflect: func(func(int, string) bool) cannot produce iter.Seq[Value]
// CHECK-NEXT: func(func(int) bool) true false int:1 int:2
// CHECK-NEXT: reflect: func(func(int) bool) cannot produce iter.Seq2[Value, Value]
// CHECK-NEXT: func() false falsereflect: func() cannot produce iter.Seq[Value]
// CHECK-NEXT: float64 false falsereflect: float64 cannot produce iter.Seq[Value]
// CHECK-NEXT: 3 #3
// CHECK-NEXT: A b Mfunc(main.S, int) string Nfunc(main.S) main.S int string
// CHECK-NEXT: A=1 b=z M func(int) string N func() error map[main.Small]main.S
// CHECK-NEXT: 5 true
// CHECK-NEXT: 0 false
// CHECK-NEXT: e true
// CHECK-NEXT: <nil> false
// CHECK-NEXT: <nil> true
// CHECK-NEXT: true true
