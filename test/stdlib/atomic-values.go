// Functions and types of sync/atomic.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"math"
	"sync"
	"sync/atomic"
)

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	var i8wide int32 = math.MaxInt32
	fmt.Println(atomic.AddInt32(&i8wide, 1), atomic.LoadInt32(&i8wide)) // CHECK: -2147483648 -2147483648
	var u uint32
	fmt.Println(atomic.AddUint32(&u, ^uint32(0)), atomic.SwapUint32(&u, 7), atomic.CompareAndSwapUint32(&u, 7, 8), u) // CHECK-NEXT: 4294967295 4294967295 true 8
	fmt.Println(atomic.AndUint32(&u, 12), atomic.OrUint32(&u, 3), u)                                                  // CHECK-NEXT: 8 8 11

	var n atomic.Int64
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			for range 100 {
				n.Add(int64(i))
			}
		})
	}
	wg.Wait()
	fmt.Println(n.Load(), n.CompareAndSwap(1, 2), n.Swap(-1), n.Load()) // CHECK-NEXT: 495000 false 495000 -1

	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.CompareAndSwap(true, false), b.Load()) // CHECK-NEXT: false false true false

	var v atomic.Value
	fmt.Println(v.Load()) // CHECK-NEXT: <nil>
	v.Store("a")
	fmt.Println(v.Swap("b"), v.CompareAndSwap("x", "y"), v.CompareAndSwap("b", "c"), v.Load()) // CHECK-NEXT: a false true c
	try(func() { v.Store(1) })                                                                 // CHECK-NEXT: panic: sync/atomic: store of inconsistently typed value into Value
	try(func() { v.Store(nil) })                                                               // CHECK-NEXT: panic: sync/atomic: store of nil value into Value
	try(func() { v.CompareAndSwap(1, "d") })                                                   // CHECK-NEXT: panic: sync/atomic: compare and swap of inconsistently typed values
	try(func() { new(atomic.Value).CompareAndSwap(nil, nil) })                                 // CHECK-NEXT: panic: sync/atomic: compare and swap of nil value into Value
	try(func() { atomic.AddInt64(nil, 1) })                                                    // CHECK-NEXT: panic: runtime error: invalid memory address or nil pointer dereference
}
