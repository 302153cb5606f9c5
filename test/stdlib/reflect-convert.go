// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type Celsius float64
type Bytes []byte
type Text string

func (t Text) String() string { return "text:" + string(t) }

func main() {
	to := func(x any, like any) {
		v := reflect.ValueOf(x)
		t := reflect.TypeOf(like)
		fmt.Printf("%v -> %s: ", x, t)
		if !v.CanConvert(t) {
			fmt.Println("no")
			return
		}
		c := v.Convert(t)
		fmt.Printf("%v %T\n", c, c.Interface())
	}
	to(300, int8(0))
	to(-1, uint16(0))
	to(uint64(1<<63), 0.0)
	to(2.9, 0)
	to(-2.9, int8(0))
	to(1, float32(0))
	to(0.1, float32(0))
	to(1.5, Celsius(0))
	to(Celsius(2), 0.0)
	to(1+2i, complex64(0))
	to(65, "")
	to(-1, "")
	to("héy", []byte{})
	to("héy", []rune{})
	to([]byte("abc"), "")
	to([]rune("äb"), Text(""))
	to(Bytes("x"), "")
	to("x", Bytes{})
	to([]int{1, 2, 3}, [2]int{})
	to([]int{1}, [2]int{})
	to([]int{1, 2}, 5)
	to(struct{ A int }{4}, struct {
		A int `t:"x"`
	}{})
	to(true, 1)
	v := reflect.ValueOf(Text("s")).Convert(reflect.TypeOf((*fmt.Stringer)(nil)).Elem())
	fmt.Println(v.Kind(), v.Type(), v.Elem().Type(), v)
	s := []int{1, 2, 3}
	p := reflect.ValueOf(s).Convert(reflect.TypeOf(&[2]int{})).Interface().(*[2]int)
	p[0] = 100
	fmt.Println(s)
}

// Expected output.
// CHECK: 300 -> int8: 44 int8
// CHECK-NEXT: -1 -> uint16: 65535 uint16
// CHECK-NEXT: 9223372036854775808 -> float64: 9.223372036854776e+18 float64
// CHECK-NEXT: 2.9 -> int: 2 int
// CHECK-NEXT: -2.9 -> int8: -2 int8
// CHECK-NEXT: 1 -> float32: 1 float32
// CHECK-NEXT: 0.1 -> float32: 0.1 float32
// CHECK-NEXT: 1.5 -> main.Celsius: 1.5 main.Celsius
// CHECK-NEXT: 2 -> float64: 2 float64
// CHECK-NEXT: (1+2i) -> complex64: (1+2i) complex64
// CHECK-NEXT: 65 -> string: A string
// CHECK-NEXT: -1 -> string: � string
// CHECK-NEXT: héy -> []uint8: [104 195 169 121] []uint8
// CHECK-NEXT: héy -> []int32: [104 233 121] []int32
// CHECK-NEXT: [97 98 99] -> string: abc string
// CHECK-NEXT: [228 98] -> main.Text: text:äb main.Text
// CHECK-NEXT: [120] -> string: x string
// CHECK-NEXT: x -> main.Bytes: [120] main.Bytes
// CHECK-NEXT: [1 2 3] -> [2]int: [1 2] [2]int
// CHECK-NEXT: [1] -> [2]int: no
// CHECK-NEXT: [1 2] -> int: no
// CHECK-NEXT: {4} -> struct { A int "t:\"x\"" }: {4} struct { A int "t:\"x\"" }
// CHECK-NEXT: true -> int: no
// CHECK-NEXT: interface fmt.Stringer main.Text text:s
// CHECK-NEXT: [100 2 3]
