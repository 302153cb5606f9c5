// A mutex makes increments of many goroutines add up.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				mu.Lock()
				old := n
				runtime.Gosched()
				n = old + 1
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(n) // CHECK: 5000
}
