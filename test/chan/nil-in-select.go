// A nil channel never becomes ready.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	var never chan int
	ready := make(chan int, 1)
	ready <- 3
	for range 50 {
		select {
		case <-never:
			fmt.Println("impossible")
		case never <- 1:
			fmt.Println("impossible")
		case v := <-ready:
			ready <- v
		}
	}
	fmt.Println(<-ready) // CHECK: 3
	// CHECK-NOT: impossible
}
