// Sending on a closed channel panics.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	defer func() { fmt.Println(recover()) }()
	c := make(chan int, 1)
	close(c)
	c <- 1
}

// CHECK: send on closed channel
