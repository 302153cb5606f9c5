// A deferred function can set the result of the function it recovers.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"errors"
	"fmt"
)

func safe(f func() int) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = -1, fmt.Errorf("recovered: %v", r)
		}
	}()
	return f(), nil
}

func main() {
	fmt.Println(safe(func() int { return 5 })) // CHECK: 5 <nil>
	fmt.Println(safe(func() int { panic("p") })) // CHECK-NEXT: -1 recovered: p
	fmt.Println(safe(func() int { panic(errors.New("e")) })) // CHECK-NEXT: -1 recovered: e
	fmt.Println(safe(func() int { var z int; return 1 / z })) // CHECK-NEXT: -1 recovered: runtime error: integer divide by zero
	fmt.Println(safe(func() int { var s []int; return s[3] })) // CHECK-NEXT: -1 recovered: runtime error: index out of range [3] with length 0
	fmt.Println(safe(func() int { var p *int; return *p })) // CHECK-NEXT: -1 recovered: runtime error: invalid memory address or nil pointer dereference
	fmt.Println(safe(func() int { var a any = "s"; return a.(int) })) // CHECK-NEXT: -1 recovered: interface conversion: interface {} is string, not int
	fmt.Println(safe(func() int { var m map[int]int; m[1] = 2; return 0 })) // CHECK-NEXT: -1 recovered: assignment to entry in nil map
	fmt.Println(safe(func() int { return len(make([]int, neg())) })) // CHECK-NEXT: -1 recovered: runtime error: makeslice: len out of range
	fmt.Println(safe(func() int { s := []int{1, 2, 3}; i := 5; return len(s[i:]) })) // CHECK-NEXT: -1 recovered: runtime error: slice bounds out of range [5:3]
	fmt.Println(safe(func() int { var f func() int; return f() })) // CHECK-NEXT: -1 recovered: runtime error: invalid memory address or nil pointer dereference
	fmt.Println(safe(func() int { m := map[any]int{1: 1}; return m[[]int{}] })) // CHECK-NEXT: -1 recovered: runtime error: hash of unhashable type []int
	fmt.Println(safe(func() int { var a, b any = []int{}, []int{}; _ = a == b; return 0 })) // CHECK-NEXT: -1 recovered: runtime error: comparing uncomparable type []int
}

func neg() int { return -1 }
