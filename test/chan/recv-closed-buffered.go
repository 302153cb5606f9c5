// A closed channel gives what is buffered, then zero values.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	c := make(chan int, 2)
	c <- 7
	close(c)
	fmt.Println(<-c) // CHECK: 7
	v, ok := <-c
	fmt.Println(v, ok) // CHECK-NEXT: 0 false
	fmt.Println(len(c), cap(c)) // CHECK-NEXT: 0 2
}
