// A labelled break leaves the loop around a select with default.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	c := make(chan int, 5)
	for i := range 5 {
		c <- i
	}
	sum := 0
loop:
	for {
		select {
		case v := <-c:
			if v == 3 {
				break loop
			}
			if v == 1 {
				continue loop
			}
			sum += v
			break
		default:
			fmt.Println("empty")
			break loop
		}
		sum += 100
	}
	fmt.Println(sum, len(c)) // CHECK: 202 1
}
