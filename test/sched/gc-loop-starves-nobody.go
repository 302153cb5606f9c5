// A goroutine that collects all the time leaves the others their turn.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() {
		for {
			runtime.GC()
		}
	}()
	c := make(chan int)
	go func() {
		for i := 0; i < 300; i++ {
			c <- i
		}
		close(c)
	}()
	sum := 0
	for v := range c {
		sum += v
		runtime.Gosched()
	}
	fmt.Println(sum) // CHECK: 44850
}
