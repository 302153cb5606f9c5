// A chain of goroutines passes a value along.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	const n = 10000
	first := make(chan int)
	in := first
	for range n {
		out := make(chan int)
		go func(left <-chan int, right chan<- int) { right <- 1 + <-left }(in, out)
		in = out
	}
	first <- 0
	fmt.Println(<-in) // CHECK: 10000
}
