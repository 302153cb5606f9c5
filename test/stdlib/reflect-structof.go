// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type Counter struct{ n int }

func (c Counter) Get() int   { return c.n }
func (c *Counter) Inc(d int) { c.n += d }

type Getter interface{ Get() int }
type Incer interface{ Inc(int) }

type field = reflect.StructField

func try(fields ...field) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	fmt.Println(reflect.StructOf(fields))
}

func main() {
	integer, counter := reflect.TypeOf(0), reflect.TypeOf(Counter{})
	try()
	try(field{Name: "A", Type: integer, Tag: `k:"v"`}, field{Name: "b", Type: reflect.TypeOf([]error{}), PkgPath: "main"})
	try(field{Name: "日本", Type: integer}, field{Name: "_", Type: integer, PkgPath: "main"})
	try(field{Type: integer})
	try(field{Name: "A"})
	try(field{Name: "1A", Type: integer})
	try(field{Name: "a", Type: integer})
	try(field{Name: "A", Type: integer}, field{Name: "A", Type: integer})
	try(field{Name: "a", Type: integer, PkgPath: "p"}, field{Name: "b", Type: integer, PkgPath: "q"})
	try(field{Name: "Counter", Type: counter, PkgPath: "main", Anonymous: true})
	try(field{Name: "Getter", Type: reflect.TypeOf((*Getter)(nil)), Anonymous: true})
	try(field{Name: "A", Type: integer}, field{Name: "Counter", Type: counter, Anonymous: true})
	try(field{Name: "Counter", Type: reflect.PointerTo(counter), Anonymous: true}, field{Name: "A", Type: integer})
	bytes := reflect.ArrayOf(1<<62, reflect.TypeOf(byte(0)))
	for _, n := range []int{3, 4} {
		var fields []field
		for i := 0; i < n; i++ {
			fields = append(fields, field{Name: fmt.Sprint("F", i), Type: bytes})
		}
		try(fields...)
	}

	// Methods of the first field are promoted.
	t := reflect.StructOf([]field{{Name: "Counter", Type: counter, Anonymous: true}, {Name: "S", Type: reflect.TypeOf("")}})
	v := reflect.New(t)
	fmt.Println(t.NumMethod(), t.Implements(reflect.TypeOf((*Getter)(nil)).Elem()))
	v.Elem().Field(0).Set(reflect.ValueOf(Counter{41}))
	fmt.Println(v.Elem().Interface().(Getter).Get(), v.Elem().MethodByName("Get").Call(nil)[0])
	p := reflect.New(reflect.StructOf([]field{{Name: "Counter", Type: reflect.PointerTo(counter), Anonymous: true}})).Elem()
	c := &Counter{1}
	p.Field(0).Set(reflect.ValueOf(c))
	p.Interface().(Incer).Inc(4)
	fmt.Println(c.n, p.Interface().(Getter).Get())
	same := reflect.StructOf([]field{{Name: "A", Type: integer}})
	fmt.Println(same == reflect.TypeOf(struct{ A int }{}), reflect.New(same).Elem().Interface() == struct{ A int }{})
}

// CHECK: struct {}
// CHECK-NEXT: struct { A int "k:\"v\""; b []error }
// CHECK-NEXT: struct { 日本 int; _ int }
// CHECK-NEXT: reflect.StructOf: field 0 has no name
// CHECK-NEXT: reflect.StructOf: field 0 has no type
// CHECK-NEXT: reflect.StructOf: field 0 has invalid name
// CHECK-NEXT: reflect.StructOf: field "a" is unexported but missing PkgPath
// CHECK-NEXT: reflect.StructOf: duplicate field A
// CHECK-NEXT: reflect.Struct: fields with different PkgPath p and q
// CHECK-NEXT: reflect.StructOf: field "Counter" is anonymous but has PkgPath set
// CHECK-NEXT: reflect.StructOf: illegal embedded field type *main.Getter
// CHECK-NEXT: reflect: embedded type with methods not implemented if type is not first field
// CHECK-NEXT: reflect: embedded type with methods not implemented if there is more than one field
// CHECK-NEXT: struct { F0 [4611686018427387904]uint8; F1 [4611686018427387904]uint8; F2 [4611686018427387904]uint8 }
// CHECK-NEXT: reflect.StructOf: struct size would exceed virtual address space
// CHECK-NEXT: 1 true
// CHECK-NEXT: 41 41
// CHECK-NEXT: 5 5
// CHECK-NEXT: true true
