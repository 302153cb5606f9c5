// RUN: %vetcheck -printf %s
package main

import (
	"errors"
	"fmt"
	"time"
	"unsafe"
)

type stringer struct{}

func (stringer) String() string { return "" }

type byPointer struct{ n int }

func (*byPointer) String() string { return "" }

type formatter struct{}

func (formatter) Format(fmt.State, rune) {}

type list struct {
	next *list
	v    int
}

type hidden struct{ s stringer }
type shown struct{ S stringer }
type named byte
type function func()

func basics(x int, s string, f float64, b bool, c complex128) {
	fmt.Printf("%d %d", x, s)                                                    // WANT 17 "fmt.Printf format %d has arg s of wrong type string"
	fmt.Printf("%s", x)                                                          // WANT 14 "fmt.Printf format %s has arg x of wrong type int"
	fmt.Printf("%t %t", b, x)                                                    // WANT 17 "fmt.Printf format %t has arg x of wrong type int"
	fmt.Printf("%c %U %q", x, x, x)                                              // WANT 20 "fmt.Printf format %q has arg x of wrong type int"
	fmt.Printf("%q %q %q", 'x', named(1), int64(1))                              // WANT 20 "fmt.Printf format %q has arg int64(1) of wrong type int64"
	fmt.Printf("%e", x)                                                          // WANT 14 "fmt.Printf format %e has arg x of wrong type int"
	fmt.Printf("%x %x %x", s, f, b)                                              // WANT 20 "fmt.Printf format %x has arg b of wrong type bool"
	fmt.Printf("%o", f)                                                          // WANT 14 "fmt.Printf format %o has arg f of wrong type float64"
	fmt.Printf("%b %b", f, s)                                                    // WANT 17 "fmt.Printf format %b has arg s of wrong type string"
	fmt.Printf("%d", c)                                                          // WANT 14 "fmt.Printf format %d has arg c of wrong type complex128"
	fmt.Printf("%v %T %s", nil, nil, nil)                                        // WANT 20 "fmt.Printf format %s has arg nil of wrong type untyped nil"
	fmt.Printf("%d %x %s", uintptr(1), unsafe.Pointer(nil), unsafe.Pointer(nil)) // WANT 20 "fmt.Printf format %s has arg unsafe.Pointer(nil) of wrong type unsafe.Pointer"
	fmt.Printf("%s %s", any(x), 'x')                                             // WANT 17 "fmt.Printf format %s has arg 'x' of wrong type rune"
}

func composites(p *int, pp **int, ch chan int) {
	fmt.Printf("%p %d %p", p, p, 1)              // WANT 20 "fmt.Printf format %p has arg 1 of wrong type int"
	fmt.Printf("%d %s", pp, pp)                  // WANT 17 "fmt.Printf format %s has arg pp of wrong type **int"
	fmt.Printf("%s", []string{"x"}, []int{1})    // WANT 2 "fmt.Printf call needs 1 arg but has 2 args"
	fmt.Printf("%s %s", []string{"x"}, []int{1}) // WANT 17 "fmt.Printf format %s has arg []int{1} of wrong type []int"
	fmt.Printf("%s %s", [3]byte{}, &[]int{})     // WANT 17 "fmt.Printf format %s has arg &[]int{} of wrong type *[]int"
	fmt.Printf("%s", map[string]int{})           // WANT 14 "fmt.Printf format %s has arg map[string]int{} of wrong type map[string]int"
	fmt.Printf("%s", map[string]*string{})       // WANT 14 "fmt.Printf format %s has arg map[string]*string{} of wrong type map[string]*string"
	fmt.Printf("%s", struct{ a string }{})
	fmt.Printf("%d", &struct{ a string }{}) // WANT 14 "fmt.Printf format %d has arg &struct{ a string }{} of wrong type *struct{a string}"
	fmt.Printf("%d", list{}.next)
	fmt.Printf("%d", list{})    // WANT 14 "fmt.Printf format %d has arg list{} of wrong type main.list"
	fmt.Printf("%d %s", ch, ch) // WANT 17 "fmt.Printf format %s has arg ch of wrong type chan int"
	fmt.Printf("%d", main)      // WANT 14 "fmt.Printf format %d arg main is a func value, not called"
	fmt.Printf("%p %v", main, function(nil))
}

func methods(err error) {
	fmt.Printf("%s %v %d", stringer{}, stringer{}, time.Second)
	fmt.Printf("%s %s", &byPointer{}, byPointer{}) // WANT 17 "fmt.Printf format %s has arg byPointer{} of wrong type main.byPointer"
	fmt.Printf("%s %s", shown{}, hidden{})         // WANT 17 "fmt.Printf format %s has arg hidden{} of wrong type main.hidden"
	fmt.Printf("%z", formatter{})
	fmt.Printf("%s %s", err, &err) // WANT 17 "fmt.Printf format %s has arg &err of wrong type *error"
	fmt.Printf("%d", time.Now())   // WANT 14 "fmt.Printf format %d has arg time.Now() of wrong type time.Time"
	fmt.Printf("%w", err)          // WANT 14 "fmt.Printf does not support error-wrapping directive %w"
	_ = fmt.Errorf("%w %w %d", err, errors.New("x"), 1)
	_ = fmt.Errorf("%w", "x") // WANT 18 "fmt.Errorf format %w has arg \"x\" of wrong type string"
}

func parameters[T int | string, U any, V ~int](t T, u U, v V, vs []V) {
	fmt.Printf("%d", t) // WANT 14 "fmt.Printf format %d has arg t of wrong type T (contains string)"
	fmt.Printf("%d", u) // WANT 14 "fmt.Printf format %d has arg u of wrong type U"
	fmt.Printf("%s", v) // WANT 14 "fmt.Printf format %s has arg v of wrong type V (contains ~int)"
	fmt.Printf("%d %v", vs, u)
}

// Arguments are quoted as gofmt prints them.
func quoted(x int, f float64) {
	fmt.Printf("%s", x+1*2)                           // WANT 14 "fmt.Printf format %s has arg x + 1*2 of wrong type int"
	fmt.Printf("%s", f*(2+f))                         // WANT 14 "fmt.Printf format %s has arg f * (2 + f) of wrong type float64"
	fmt.Printf("%s", x<<2|1)                          // WANT 14 "fmt.Printf format %s has arg x<<2 | 1 of wrong type int"
	fmt.Printf("%s", -x)                              // WANT 14 "fmt.Printf format %s has arg -x of wrong type int"
	fmt.Printf("%s", []int{1, 2}[0:1])                // WANT 14 "fmt.Printf format %s has arg []int{1, 2}[0:1] of wrong type []int"
	fmt.Printf("%s", map[string]int{"a": 1}["a"])     // WANT 14 "fmt.Printf format %s has arg map[string]int{\"a\": 1}[\"a\"] of wrong type int"
	fmt.Printf("%s", func(x int) int { return x }(3)) // WANT 14 "fmt.Printf format %s has arg func(x int) int { return x }(3) of wrong type int"
	fmt.Printf("%s", min(x+1, x*2+1))                 // WANT 14 "fmt.Printf format %s has arg min(x+1, x*2+1) of wrong type int"
	fmt.Printf("%s", any(x).(int))                    // WANT 14 "fmt.Printf format %s has arg any(x).(int) of wrong type int"
}

func main() {}
