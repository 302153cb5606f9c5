// Channels travel through channels, with their direction.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type request struct {
	n     int
	reply chan<- int
}

func main() {
	requests := make(chan request)
	go func() {
		for r := range requests {
			r.reply <- r.n * r.n
		}
	}()
	reply := make(chan int)
	for i := range 4 {
		requests <- request{i, reply}
		fmt.Print(<-reply, " ")
	}
	fmt.Println() // CHECK: 0 1 4 9
}
