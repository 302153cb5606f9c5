// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
)

// Two cases that send on one channel are both chosen, whether they find a receiver or it finds them.
func main() {
	for _, size := range []int{0, 1} {
		c := make(chan int, size)
		counts := make(chan [2]int)
		go func() {
			var seen [2]int
			for i := 0; i < 200; i++ {
				runtime.Gosched()
				seen[<-c]++
			}
			counts <- seen
		}()
		for i := 0; i < 200; i++ {
			select {
			case c <- 0:
			case c <- 1:
			}
		}
		seen := <-counts
		fmt.Println(seen[0]+seen[1], seen[0] > 20, seen[1] > 20)
	}
}

// CHECK: 200 true true
// CHECK-NEXT: 200 true true
