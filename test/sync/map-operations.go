// Every operation of sync.Map.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.Load("a"))                                                                             // CHECK: 1 true
	fmt.Println(m.Load("b"))                                                                             // CHECK-NEXT: <nil> false
	fmt.Println(m.LoadOrStore("a", 2))                                                                   // CHECK-NEXT: 1 true
	fmt.Println(m.LoadOrStore("b", 2))                                                                   // CHECK-NEXT: 2 false
	fmt.Println(m.Swap("b", 3))                                                                          // CHECK-NEXT: 2 true
	fmt.Println(m.CompareAndSwap("b", 2, 4), m.CompareAndSwap("b", 3, 4), m.CompareAndSwap("x", nil, 1)) // CHECK-NEXT: false true false
	fmt.Println(m.CompareAndDelete("b", 3), m.CompareAndDelete("b", 4))                                  // CHECK-NEXT: false true
	fmt.Println(m.LoadAndDelete("a"))                                                                    // CHECK-NEXT: 1 true
	for i := range 5 {
		m.Store(i, i*i)
	}
	sum := 0
	m.Range(func(k, v any) bool {
		sum += v.(int)
		m.Delete(k)
		m.Store(100, 0)
		return true
	})
	fmt.Println(sum) // CHECK-NEXT: 30
	m.Clear()
	m.Range(func(k, v any) bool { panic("not empty") })
	func() {
		defer func() { fmt.Println(recover()) }() // CHECK-NEXT: runtime error: hash of unhashable type []int
		m.Store([]int{1}, 1)
	}()
	m.Store("after", "panic")
	fmt.Println(m.Load("after")) // CHECK-NEXT: panic true
}
