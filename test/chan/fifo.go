// A channel is a queue: order is kept through a buffer and through waiting senders.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	c := make(chan int, 3)
	go func() {
		for i := range 10 {
			c <- i
		}
		close(c)
	}()
	for v := range c {
		fmt.Print(v, " ")
	}
	fmt.Println() // CHECK: 0 1 2 3 4 5 6 7 8 9
}
