// Integer arithmetic wraps, shifts and divides as the spec says, at every width.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	var i8 int8 = 127
	var u8 uint8 = 255
	var i16 int16 = -32768
	var u32 uint32 = 1 << 31
	var i64 int64 = -1 << 63
	i8++
	u8++
	i16--
	fmt.Println(i8, u8, i16, u32<<1, u32*2, -i64, i64/-1, i64%-1) // CHECK: -128 0 32767 0 0 -9223372036854775808 -9223372036854775808 0
	fmt.Println(-7/2, -7%2, 7/-2, 7%-2, ^5, 6&^3) // CHECK-NEXT: -3 -1 -3 1 -6 4
	x, s := int8(-128), uint(100)
	fmt.Println(x>>s, x<<7, uint8(200)>>3, int32(-5)>>1, uint64(1)<<63>>s) // CHECK-NEXT: -1 0 25 -3 0
	var f float64 = 3.99
	fmt.Println(int(f), int8(-f), uint8(f), int64(float32(16777217))) // CHECK-NEXT: 3 -3 3 16777216
	a, b := uint16(300), 70000
	m, v := int8(-1), uint8(200)
	fmt.Println(uint8(a), int16(b), uint32(m), uint64(m), int8(v)) // CHECK-NEXT: 44 4464 4294967295 18446744073709551615 -56
	var u uint = 3
	fmt.Println(u-4 > 0, int(u)-4, u<<1|1) // CHECK-NEXT: true -1 7
	const big = 1 << 100
	fmt.Println(big>>98, big/(1<<99), float64(big)) // CHECK-NEXT: 4 2 1.2676506002282294e+30
	defer func() { fmt.Println(recover()) }() // CHECK-NEXT: runtime error: negative shift amount
	n := -1
	fmt.Println(1 << n)
}
