// Sleepers wake in the order of their times, ties in the order they lay down.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"time"
)

func main() {
	out := make(chan int, 10)
	for _, d := range []int{30, 10, 20, 50, 40} {
		go func() {
			time.Sleep(time.Duration(d) * time.Millisecond)
			out <- d
		}()
	}
	for range 5 {
		fmt.Print(<-out, " ")
	}
	fmt.Println() // CHECK: 10 20 30 40 50
}
