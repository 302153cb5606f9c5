// RUN: %matrix %s | FileCheck %s
package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

type Big struct{ A, B, C, D, E int }

type Account struct {
	Owner   string
	Balance float32
}

func (a Account) Describe(prefix string) string { return fmt.Sprint(prefix, a.Owner, a.Balance) }
func (a *Account) Add(x float32) error {
	if x < 0 {
		return errors.New("negative")
	}
	a.Balance += x
	return nil
}

type Small int8

func (s Small) Twice() Small { return s * 2 }

type Describer interface{ Describe(string) string }

func many(a int8, b string, c []int, d float32, e Big, f any, g func() int, h bool) (string, Big, int8, error) {
	return fmt.Sprint(a, b, c, d, e, f, g(), h), e, a, nil
}

func call(f any, in ...any) {
	args := make([]reflect.Value, len(in))
	for i := range in {
		args[i] = reflect.ValueOf(in[i])
	}
	for _, r := range reflect.ValueOf(f).Call(args) {
		fmt.Printf("%v(%s) ", r, r.Type())
	}
	fmt.Println()
}

func main() {
	call(func() { fmt.Print("nothing ") })
	call(func(a, b int) int { return a + b }, 1, 2)
	call(strings.ToUpper, "shout")
	call(strings.Repeat, "ab", 3)
	call(fmt.Sprintf, "%d-%s", 1, "x")
	call(fmt.Sprint)
	call(many, int8(-1), "b", []int{1}, float32(0.5), Big{1, 2, 3, 4, 5}, "any", func() int { return 9 }, true)
	call(errors.New, "an error")
	call(func(e error) bool { return e != nil }, errors.New("x"))
	captured := 10
	call(func(x *int) int { *x++; captured++; return captured }, &captured)
	call(func(c complex128, u uint8, f float32) (complex128, uint8, float32) { return c * 2, u + 1, -f }, 1+2i, uint8(255), float32(1.5))

	acc := &Account{"ann", 1.5}
	v := reflect.ValueOf(acc)
	fmt.Println(v.NumMethod(), v.Elem().NumMethod(), v.Type().Method(0).Name, v.Method(1).Type())
	fmt.Println(v.MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(float32(2))})[0].IsNil(), acc.Balance)
	fmt.Println(v.MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(float32(-2))})[0])
	fmt.Println(v.MethodByName("Describe").Call([]reflect.Value{reflect.ValueOf("is ")})[0])
	fmt.Println(v.Elem().MethodByName("Describe").Call([]reflect.Value{reflect.ValueOf("is ")})[0])
	fmt.Println(v.Type().Method(1).Func.Call([]reflect.Value{v, reflect.ValueOf("func ")})[0])
	fmt.Println(v.MethodByName("Nope").IsValid())
	fmt.Println(reflect.ValueOf(Small(21)).Method(0).Call(nil)[0].Int())
	var d Describer = *acc
	dv := reflect.ValueOf(&d).Elem()
	fmt.Println(dv.Method(0).Call([]reflect.Value{reflect.ValueOf("iface ")})[0])

	rest := reflect.ValueOf([]any{1, 2})
	fmt.Println(reflect.ValueOf(fmt.Sprint).CallSlice([]reflect.Value{rest})[0])

	// A callee may panic, block and recover as usual.
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(func() { panic("inside") }).Call(nil)
	}()
	c := make(chan int)
	go func() { c <- 5 }()
	fmt.Println(reflect.ValueOf(func(c chan int) int { return <-c }).Call([]reflect.Value{reflect.ValueOf(c)})[0])
}

// Expected output.
// CHECK: nothing
// CHECK-NEXT: 3(int)
// CHECK-NEXT: SHOUT(string)
// CHECK-NEXT: ababab(string)
// CHECK-NEXT: 1-x(string)
// CHECK-NEXT: (string)
// CHECK-NEXT: -1b[1] 0.5 {1 2 3 4 5}any9 true(string) {1 2 3 4 5}(main.Big) -1(int8) <nil>(error)
// CHECK-NEXT: an error(error)
// CHECK-NEXT: true(bool)
// CHECK-NEXT: 12(int)
// CHECK-NEXT: (2+4i)(complex128) 0(uint8) -1.5(float32)
// CHECK-NEXT: 2 1 Add func(string) string
// CHECK-NEXT: true 3.5
// CHECK-NEXT: negative
// CHECK-NEXT: is ann3.5
// CHECK-NEXT: is ann3.5
// CHECK-NEXT: func ann3.5
// CHECK-NEXT: false
// CHECK-NEXT: 42
// CHECK-NEXT: iface ann3.5
// CHECK-NEXT: 1 2
// CHECK-NEXT: recovered inside
// CHECK-NEXT: 5
