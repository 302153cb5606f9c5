// RUN: %vetcheck -shift %s
package main

import "unsafe"

func main() {
	var i8 int8
	var u8 uint8
	var i16 int16
	var i32 int32
	var u32 uint32
	var i64 int64
	var u64 uint64
	var i int
	var up uintptr
	_ = i8 << 7
	_ = i8 << 8   // WANT 6 "i8 (8 bits) too small for shift of 8"
	_ = u8 >> 8   // WANT 6 "u8 (8 bits) too small for shift of 8"
	_ = i16 << 16 // WANT 6 "i16 (16 bits) too small for shift of 16"
	_ = i32 >> 32 // WANT 6 "i32 (32 bits) too small for shift of 32"
	_ = u32 << 33 // WANT 6 "u32 (32 bits) too small for shift of 33"
	_ = i64 << 63
	_ = i64 << 64 // WANT 6 "i64 (64 bits) too small for shift of 64"
	_ = u64 >> 64 // WANT 6 "u64 (64 bits) too small for shift of 64"
	_ = i << 64   // WANT 6 "i (64 bits) too small for shift of 64"
	_ = i << 32
	_ = up << 64 // WANT 6 "up (64 bits) too small for shift of 64"
	i8 <<= 8     // WANT 2 "i8 (8 bits) too small for shift of 8"
	i64 >>= 64   // WANT 2 "i64 (64 bits) too small for shift of 64"
	i32 <<= 31
	const k = 70
	_ = i64 << k // WANT 6 "i64 (64 bits) too small for shift of 70"
	n := 70
	_ = i64 << n
	_ = (i8) << 8 // WANT 6 "(i8) (8 bits) too small for shift of 8"
	_ = int8(1) << i8
	_ = uint32(i64) << 40 // WANT 6 "uint32(i64) (32 bits) too small for shift of 40"
	if unsafe.Sizeof(i) == 4 {
		_ = i << 64
	}
	_ = i8<<8 + i8                              // WANT 6 "i8 (8 bits) too small for shift of 8"
	_ = func(x int8) int8 { return x << 9 }(i8) // WANT 33 "x (8 bits) too small for shift of 9"
	type my uint16
	_ = my(1) << i
	var m my
	_ = m << 20 // WANT 6 "m (16 bits) too small for shift of 20"
}

func generic[T int8 | int64](x T) {
	_ = x << 8  // WANT 6 "x (may be 8 bits) too small for shift of 8"
	_ = x << 64 // WANT 6 "x (may be 8 bits) too small for shift of 64"
	_ = x << 70 // WANT 6 "x (may be 8 bits) too small for shift of 70"
}

const big = false

func ruledOut() {
	var i8 int8
	if big {
		_ = i8 << 9
	} else {
		_ = i8 << 10 // WANT 7 "i8 (8 bits) too small for shift of 10"
	}
	if !big {
		_ = i8 << 9 // WANT 7 "i8 (8 bits) too small for shift of 9"
	} else {
		_ = i8 << 10
	}
	switch {
	case big:
		_ = i8 << 11
	case true:
		_ = i8 << 12 // WANT 7 "i8 (8 bits) too small for shift of 12"
	default:
		_ = i8 << 13 // WANT 7 "i8 (8 bits) too small for shift of 13"
	}
	switch 3 {
	case 4:
		_ = i8 << 14
	case 3:
		_ = i8 << 15 // WANT 7 "i8 (8 bits) too small for shift of 15"
	default:
		_ = i8 << 16 // WANT 7 "i8 (8 bits) too small for shift of 16"
	}
	for big {
		_ = i8 << 17 // WANT 7 "i8 (8 bits) too small for shift of 17"
	}
	_ = big && i8<<18 == 0 // WANT 13 "i8 (8 bits) too small for shift of 18"
	if x := 1; big {
		_ = i8 << x << 19
	} else if true {
		_ = i8 << 20 // WANT 7 "i8 (8 bits) too small for shift of 20"
	} else {
		_ = i8 << 21
	}
}
