// Readers share, a writer excludes, a waiting writer holds new readers back.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	log := make(chan string, 10)
	mu.RLock()
	mu.RLock()
	go func() {
		mu.Lock()
		log <- "writer"
		mu.Unlock()
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(mu.TryRLock()) // CHECK: false
	go func() {
		mu.RLock()
		log <- "reader"
		mu.RUnlock()
	}()
	time.Sleep(10 * time.Millisecond)
	mu.RUnlock()
	mu.RUnlock()
	fmt.Println(<-log, <-log) // CHECK-NEXT: writer reader
}
