// Signal wakes the one that has waited longest, Broadcast all.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready, woke := make(chan bool), make(chan int, 3)
	for i := range 3 {
		go func() {
			mu.Lock()
			ready <- true
			cond.Wait()
			woke <- i
			mu.Unlock()
		}()
		<-ready
		mu.Lock()
		mu.Unlock()
	}
	cond.Signal()
	fmt.Println(<-woke) // CHECK: 0
	cond.Broadcast()
	fmt.Println(<-woke + <-woke) // CHECK-NEXT: 3
}
