// RUN: %matrix %s | FileCheck %s
package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"unsafe"
)

type Celsius float64

func (c Celsius) String() string { return "warm" }

type Inner struct {
	A int
	b string
}

func (Inner) Hello(name string) string { return "hello " + name }
func (*Inner) Pointered()              {}
func (Inner) hidden()                  {}

type Outer struct {
	Inner
	*Celsius
	Name string `json:"name,omitempty" xml:"n"`
	next *Outer
	F    func(int, ...string) (bool, error)
}

type Shape interface {
	Area() float64
	Scale(by float64) Shape
	secret()
}

func show(v any) {
	t := reflect.TypeOf(v)
	fmt.Printf("%s name=%q pkg=%q kind=%s size=%d align=%d comparable=%v methods=%d\n",
		t, t.Name(), t.PkgPath(), t.Kind(), t.Size(), t.Align(), t.Comparable(), t.NumMethod())
}

func main() {
	show(true)
	show(int8(1))
	show(uintptr(1))
	show(1.5)
	show(complex64(1))
	show("s")
	show(Celsius(1))
	show([]int{})
	show([3]string{})
	show(map[string][]int{})
	show(make(chan int))
	show(make(<-chan Celsius))
	show(func(int, ...string) error { return nil })
	show(&Inner{})
	show(Inner{})
	show(Outer{})
	show(struct {
		X, Y int `k:"v"`
	}{})
	show(unsafe.Pointer(nil))
	show(errors.New("x"))
	fmt.Println(reflect.TypeOf(nil))

	t := reflect.TypeOf(Outer{})
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Printf("%d %s %q %s %q %d %v %v exported=%v\n", i, f.Name, f.PkgPath, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported())
	}
	f, ok := t.FieldByName("A")
	fmt.Println(f.Name, f.Index, ok)
	_, ok = t.FieldByName("none")
	fmt.Println(ok)
	f, _ = t.FieldByName("Name")
	fmt.Println(f.Tag.Get("json"), f.Tag.Get("xml"), f.Tag.Get("yaml") == "")
	fmt.Println(t.FieldByIndex([]int{0, 1}).Name)
	for _, f := range reflect.VisibleFields(t) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()

	ft := reflect.TypeOf(Outer{}.F)
	fmt.Println(ft.NumIn(), ft.In(0), ft.In(1), ft.NumOut(), ft.Out(0), ft.Out(1), ft.IsVariadic())

	pt := reflect.TypeOf(&Inner{})
	for i := 0; i < pt.NumMethod(); i++ {
		m := pt.Method(i)
		fmt.Println(m.Index, m.Name, m.Type, m.IsExported())
	}
	m, ok := pt.MethodByName("Hello")
	fmt.Println(m.Name, ok)
	_, ok = pt.MethodByName("hidden")
	fmt.Println(ok)

	it := reflect.TypeOf((*Shape)(nil)).Elem()
	for i := 0; i < it.NumMethod(); i++ {
		m := it.Method(i)
		fmt.Println(m.Name, m.PkgPath, m.Type)
	}
	stringer := reflect.TypeOf((*fmt.Stringer)(nil)).Elem()
	failure := reflect.TypeOf((*error)(nil)).Elem()
	reader := reflect.TypeOf((*io.Reader)(nil)).Elem()
	fmt.Println(stringer, failure, reader, stringer.Kind())
	fmt.Println(reflect.TypeOf(Celsius(0)).Implements(stringer), reflect.TypeOf(1).Implements(stringer),
		reflect.TypeOf(errors.New("")).Implements(failure))

	fmt.Println(reflect.PointerTo(t), reflect.SliceOf(t), reflect.ArrayOf(3, t), reflect.MapOf(reflect.TypeOf(""), t),
		reflect.ChanOf(reflect.RecvDir, t), reflect.ChanOf(reflect.SendDir, reflect.TypeOf(make(<-chan int))))
	fmt.Println(reflect.FuncOf([]reflect.Type{t, reflect.TypeOf([]int{})}, []reflect.Type{failure}, true))
	fmt.Println(reflect.PointerTo(t) == reflect.TypeOf(&Outer{}), reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(1)) == reflect.TypeOf(map[string]int{}))
	st := reflect.StructOf([]reflect.StructField{
		{Name: "A", Type: reflect.TypeOf(byte(0)), Tag: `a:"b"`},
		{Name: "B", Type: reflect.TypeOf(int64(0))},
	})
	fmt.Println(st, st.Size(), st.Field(1).Offset)
	fmt.Println(reflect.TypeOf(int16(0)).Bits(), reflect.TypeOf(complex64(0)).Bits(), reflect.TypeOf(make(chan<- int)).ChanDir())
	fmt.Println(reflect.TypeOf([4]int{}).Len(), reflect.TypeOf(map[string]bool{}).Key(), reflect.TypeOf(map[string]bool{}).Elem())

	type pair struct{ from, to any }
	var r io.Reader
	_ = r
	for _, p := range []pair{{1, int64(1)}, {1.5, 1}, {1, ""}, {"", []byte{}}, {[]rune{}, ""}, {Celsius(1), 1.5}, {[]int{}, [2]int{}},
		{[]int{}, &[2]int{}}, {make(chan int), make(<-chan int)}, {struct{ A int }{}, struct {
			A int `x:"y"`
		}{}}, {Inner{}, Outer{}}, {1i, complex64(1)}, {true, 1}} {
		a, b := reflect.TypeOf(p.from), reflect.TypeOf(p.to)
		fmt.Println(a, "->", b, a.AssignableTo(b), a.ConvertibleTo(b))
	}
	for k := reflect.Invalid; k <= reflect.UnsafePointer+1; k++ {
		fmt.Print(k, " ")
	}
	fmt.Println(reflect.BothDir, reflect.ChanDir(9), reflect.Ptr)
}

// Expected output.
// CHECK: bool name="bool" pkg="" kind=bool size=1 align=1 comparable=true methods=0
// CHECK-NEXT: int8 name="int8" pkg="" kind=int8 size=1 align=1 comparable=true methods=0
// CHECK-NEXT: uintptr name="uintptr" pkg="" kind=uintptr size=8 align=8 comparable=true methods=0
// CHECK-NEXT: float64 name="float64" pkg="" kind=float64 size=8 align=8 comparable=true methods=0
// CHECK-NEXT: complex64 name="complex64" pkg="" kind=complex64 size=8 align=4 comparable=true methods=0
// CHECK-NEXT: string name="string" pkg="" kind=string size=16 align=8 comparable=true methods=0
// CHECK-NEXT: main.Celsius name="Celsius" pkg="main" kind=float64 size=8 align=8 comparable=true methods=1
// CHECK-NEXT: []int name="" pkg="" kind=slice size=24 align=8 comparable=false methods=0
// CHECK-NEXT: [3]string name="" pkg="" kind=array size=48 align=8 comparable=true methods=0
// CHECK-NEXT: map[string][]int name="" pkg="" kind=map size=8 align=8 comparable=false methods=0
// CHECK-NEXT: chan int name="" pkg="" kind=chan size=8 align=8 comparable=true methods=0
// CHECK-NEXT: <-chan main.Celsius name="" pkg="" kind=chan size=8 align=8 comparable=true methods=0
// CHECK-NEXT: func(int, ...string) error name="" pkg="" kind=func size=8 align=8 comparable=false methods=0
// CHECK-NEXT: *main.Inner name="" pkg="" kind=ptr size=8 align=8 comparable=true methods=2
// CHECK-NEXT: main.Inner name="Inner" pkg="main" kind=struct size=24 align=8 comparable=true methods=1
// CHECK-NEXT: main.Outer name="Outer" pkg="main" kind=struct size=64 align=8 comparable=false methods=2
// CHECK-NEXT: struct { X int "k:\"v\""; Y int "k:\"v\"" } name="" pkg="" kind=struct size=16 align=8 comparable=true methods=0
// CHECK-NEXT: unsafe.Pointer name="Pointer" pkg="unsafe" kind=unsafe.Pointer size=8 align=8 comparable=true methods=0
// CHECK-NEXT: *errors.errorString name="" pkg="" kind=ptr size=8 align=8 comparable=true methods=1
// CHECK-NEXT: <nil>
// CHECK-NEXT: 0 Inner "" main.Inner "" 0 [0] true exported=true
// CHECK-NEXT: 1 Celsius "" *main.Celsius "" 24 [1] true exported=true
// CHECK-NEXT: 2 Name "" string "json:\"name,omitempty\" xml:\"n\"" 32 [2] false exported=true
// CHECK-NEXT: 3 next "main" *main.Outer "" 48 [3] false exported=false
// CHECK-NEXT: 4 F "" func(int, ...string) (bool, error) "" 56 [4] false exported=true
// CHECK-NEXT: A [0 0] true
// CHECK-NEXT: false
// CHECK-NEXT: name,omitempty n true
// CHECK-NEXT: b
// CHECK-NEXT: Inner[0] A[0 0] b[0 1] Celsius[1] Name[2] next[3] F[4]
// CHECK-NEXT: 2 int []string 2 bool error true
// CHECK-NEXT: 0 Hello func(*main.Inner, string) string true
// CHECK-NEXT: 1 Pointered func(*main.Inner) true
// CHECK-NEXT: Hello true
// CHECK-NEXT: false
// CHECK-NEXT: Area  func() float64
// CHECK-NEXT: Scale  func(float64) main.Shape
// CHECK-NEXT: secret main func()
// CHECK-NEXT: fmt.Stringer error io.Reader interface
// CHECK-NEXT: true false true
// CHECK-NEXT: *main.Outer []main.Outer [3]main.Outer map[string]main.Outer <-chan main.Outer chan<- <-chan int
// CHECK-NEXT: func(main.Outer, ...int) error
// CHECK-NEXT: true true
// CHECK-NEXT: struct { A uint8 "a:\"b\""; B int64 } 16 8
// CHECK-NEXT: 16 64 chan<-
// CHECK-NEXT: 4 string bool
// CHECK-NEXT: int -> int64 false true
// CHECK-NEXT: float64 -> int false true
// CHECK-NEXT: int -> string false true
// CHECK-NEXT: string -> []uint8 false true
// CHECK-NEXT: []int32 -> string false true
// CHECK-NEXT: main.Celsius -> float64 false true
// CHECK-NEXT: []int -> [2]int false true
// CHECK-NEXT: []int -> *[2]int false true
// CHECK-NEXT: chan int -> <-chan int true true
// CHECK-NEXT: struct { A int } -> struct { A int "x:\"y\"" } false true
// CHECK-NEXT: main.Inner -> main.Outer false false
// CHECK-NEXT: complex128 -> complex64 false true
// CHECK-NEXT: bool -> int false false
// CHECK-NEXT: invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer kind27 chan ChanDir9 ptr
