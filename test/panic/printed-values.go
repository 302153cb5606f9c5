// RUN: %matrix --exit 2 %s | FileCheck %s
package main

import "errors"

type Int int
type Str string
type Complex complex128
type Float float32
type Bool bool
type Err struct{ s string }
type Text struct{}

func (e Err) Error() string { return "Err:" + e.s }
func (Text) String() string { return "Text\nof two lines" }

func main() {
	values := []any{
		-1, uint8(200), 'a', 1.5, 2i, complex64(1 - 2i), true, "two\nlines",
		Int(3), Str(`a "b"`), Complex(2), Float(0.5), Bool(true),
		errors.New("an error"), Err{"x"}, &Err{"p"}, Text{},
	}
	for _, v := range values {
		defer func() { panic(v) }()
	}
	panic("first")
}

// CHECK: panic: first
// CHECK-NEXT: panic: Text
// CHECK-NEXT: of two lines
// CHECK-NEXT: panic: Err:p
// CHECK-NEXT: panic: Err:x
// CHECK-NEXT: panic: an error
// CHECK-NEXT: panic: main.Bool(true)
// CHECK-NEXT: panic: main.Float(0.5)
// CHECK-NEXT: panic: main.Complex(2+0i)
// CHECK-NEXT: panic: main.Str("a "b"")
// CHECK-NEXT: panic: main.Int(3)
// CHECK-NEXT: panic: two
// CHECK-NEXT: lines
// CHECK-NEXT: panic: true
// CHECK-NEXT: panic: (1-2i)
// CHECK-NEXT: panic: (0+2i)
// CHECK-NEXT: panic: 1.5
// CHECK-NEXT: panic: 97
// CHECK-NEXT: panic: 200
// CHECK-NEXT: panic: -1
