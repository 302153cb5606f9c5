// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// Waiting for a condition that was signalled before, and for a select whose channels have been dropped.
package main

import (
	"sync"
)

func wait() {
	cond := sync.NewCond(new(sync.Mutex))
	cond.Signal()
	go func() {
		cond.L.Lock()
		cond.Wait()
		cond.L.Unlock()
	}()
}

func choose() {
	a, b := make(chan int), make(chan string, 1)
	go func() {
		select {
		case <-a:
		case <-b:
		}
	}()
}

func main() {
	wait()
	choose()
}

// CHECK: gossamer: 2 goroutines are blocked for ever
// CHECK: [sync.Cond.Wait]:
// CHECK: It waits for a sync.Cond that nobody else can reach any more.
// CHECK: [select]:
// CHECK: It waits in a select on 2 channels that nobody else can reach any more.
