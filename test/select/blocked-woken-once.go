// A blocked select takes one event; the other channels keep theirs.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	out := make(chan string)
	go func() {
		for range 2 {
			select {
			case v := <-a:
				out <- fmt.Sprint("a", v)
			case v := <-b:
				out <- fmt.Sprint("b", v)
			}
		}
	}()
	a <- 1
	fmt.Println(<-out) // CHECK: a1
	b <- 2
	fmt.Println(<-out) // CHECK-NEXT: b2
}
