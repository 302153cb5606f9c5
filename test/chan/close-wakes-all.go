// close wakes every receiver.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan string)
	var wg sync.WaitGroup
	var mu sync.Mutex
	woken := 0
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if v, ok := <-c; v == "" && !ok {
				mu.Lock()
				woken++
				mu.Unlock()
			}
		}()
	}
	close(c)
	wg.Wait()
	fmt.Println(woken) // CHECK: 10
}
