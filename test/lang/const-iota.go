// Untyped constants are exact; iota counts specs.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"math"
)

type weekday int

const (
	sunday weekday = iota
	monday
	_
	wednesday
)
const (
	kb = 1 << (10 * (iota + 1))
	mb
	a, b = iota, iota * 10
	c, d
)

func (d weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed"}[d] }

const huge = 1e1000 / 1e997

func main() {
	fmt.Println(sunday, wednesday, int(wednesday), kb, mb, a, b, c, d) // CHECK: Sun Wed 3 1024 1048576 2 20 3 30
	fmt.Println(huge, math.MaxUint64/3, math.Pi*1e10, 0.1+0.2, 1/3.0) // CHECK-NEXT: 1000 6148914691236517205 3.1415926535897934e+10 0.3 0.3333333333333333
	var f float32 = 0.1
	var x = 0.1
	fmt.Println(float64(f), x+0.2, 'a'+1, 2i*2i, len("const")) // CHECK-NEXT: 0.10000000149011612 0.30000000000000004 98 (-4+0i) 5
	const c complex128 = complex(1, 2)
	fmt.Println(c*c, real(c), imag(c), math.MinInt64, uint64(math.MaxUint64)) // CHECK-NEXT: (-3+4i) 1 2 -9223372036854775808 18446744073709551615
}
