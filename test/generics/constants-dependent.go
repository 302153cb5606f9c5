// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import (
	"fmt"
	"unsafe"
)

type number interface {
	~int8 | ~uint8 | ~int64 | ~float32 | ~complex64
}

// T(100) is not a constant: each instance converts it to its own type.
func hundred[T number]() T { return T(100) + 100 }

func fraction[T ~float32 | ~complex128]() T { return T(0.5) * 3.0 }

func whole[T ~int8 | ~uint16]() T { x := T(2.0); x += 3.0; return x << 6 }

func bytes[T ~string | ~[]byte](x T) (n int) {
	for i := 0; i < len(x); i++ {
		n += int(x[i])
	}
	return n + len(x[1:])
}

func size[T any]() (uintptr, int) {
	var x struct {
		b byte
		v T
	}
	var a [3]T
	return unsafe.Offsetof(x.v) + unsafe.Sizeof(x), len(a)
}

func overflow[T ~uint8 | ~int16 | ~uint64](x T) (T, T, T) { return x + 1, x * x, -x }

func shifts[T ~int8 | ~uint8 | ~int32](x T) (T, T, T) { return x << 4, x >> 1, ^x }

func main() {
	fmt.Println(hundred[int8](), hundred[uint8](), hundred[int64](), hundred[float32](), hundred[complex64]())
	// CHECK: -56 200 200 200 (200+0i)
	fmt.Println(fraction[float32](), fraction[complex128](), whole[int8](), whole[uint16]()) // CHECK-NEXT: 1.5 (1.5+0i) 64 320
	fmt.Println(bytes("abc"), bytes([]byte("abc")))                                          // CHECK-NEXT: 296 296
	fmt.Println(size[byte]())                                                                // CHECK-NEXT: 3 3
	fmt.Println(size[string]())                                                              // CHECK-NEXT: 32 3
	fmt.Println(overflow(uint8(255)))                                                        // CHECK-NEXT: 0 1 1
	fmt.Println(overflow(int16(-32768)))                                                     // CHECK-NEXT: -32767 0 -32768
	fmt.Println(overflow(uint64(1)))                                                         // CHECK-NEXT: 2 1 18446744073709551615
	fmt.Println(shifts(int8(-100)))                                                          // CHECK-NEXT: -64 -50 99
	fmt.Println(shifts(uint8(200)))                                                          // CHECK-NEXT: 128 100 55
}
