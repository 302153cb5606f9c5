// OnceFunc repeats its panic; a Pool gives back what was put, or makes one.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	calls := 0
	once := sync.OnceFunc(func() { calls++ })
	once()
	once()
	fmt.Println(calls) // CHECK: 1
	failing := sync.OnceFunc(func() { panic("no") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			failing()
		}()
	}
	// CHECK-NEXT: recovered no
	// CHECK-NEXT: recovered no

	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get()) // CHECK-NEXT: new
	pool.Put("old")
	fmt.Println(pool.Get(), pool.Get()) // CHECK-NEXT: {{old|new}} new
	fmt.Println(new(sync.Pool).Get())   // CHECK-NEXT: <nil>
}
