// A sender blocked on a channel that is closed panics.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	c := make(chan int)
	done := make(chan any)
	go func() {
		defer func() { done <- recover() }()
		c <- 1
	}()
	for range 100 {
		select {
		case <-done:
		default:
		}
	}
	close(c)
	fmt.Println(<-done) // CHECK: send on closed channel
}
