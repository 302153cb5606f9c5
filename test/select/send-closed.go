// A send case on a closed channel panics; default does not help.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	defer func() { fmt.Println(recover()) }()
	c := make(chan int, 1)
	close(c)
	select {
	case c <- 1:
	default:
	}
}

// CHECK: send on closed channel
