// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

type Node struct {
	id   int
	data [100]int
}

var sink *Node

func drop(done chan int) {
	for i := 0; i < 3; i++ {
		n := &Node{id: i}
		runtime.SetFinalizer(n, func(n *Node) { done <- n.id })
	}
	gone := &Node{id: 99}
	runtime.SetFinalizer(gone, func(n *Node) { done <- n.id })
	runtime.SetFinalizer(gone, nil)
}

func main() {
	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU() > 0)
	before := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(3)
	fmt.Println(before > 0, runtime.GOMAXPROCS(before))
	done := make(chan int, 10)
	drop(done)
	sum := 0
	for i := 0; i < 3; {
		runtime.GC()
		select {
		case id := <-done:
			sum += id
			i++
		case <-time.After(time.Millisecond):
		}
	}
	fmt.Println(sum, runtime.NumGoroutine())

	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := 0; i < 1000; i++ {
		sink = &Node{id: i}
	}
	runtime.ReadMemStats(&b)
	fmt.Println(b.Mallocs-a.Mallocs >= 1000, b.TotalAlloc-a.TotalAlloc >= 800_000, b.NumGC >= a.NumGC, b.HeapAlloc > 0, b.Sys > 0)
	runtime.GC()
	var c runtime.MemStats
	runtime.ReadMemStats(&c)
	fmt.Println(c.NumGC > a.NumGC, c.Frees > a.Frees, c.HeapAlloc < a.HeapAlloc+800_000)
	old := debug.SetGCPercent(50)
	fmt.Println(old, debug.SetGCPercent(old))
	debug.FreeOSMemory()
	runtime.KeepAlive(sink)

	finished := make(chan string)
	go func() {
		defer func() { finished <- "deferred" }()
		func() {
			defer fmt.Println("inner")
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	}()
	fmt.Println(<-finished)
}

// Expected output.
// CHECK: 1 true
// CHECK-NEXT: true 3
// CHECK-NEXT: 3 1
// CHECK-NEXT: true true true true true
// CHECK-NEXT: true true true
// CHECK-NEXT: 100 50
// CHECK-NEXT: inner
// CHECK-NEXT: deferred
