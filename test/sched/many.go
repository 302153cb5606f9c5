// A hundred thousand goroutines at once. Every collection scans them all: not under gc-stress.
// RUN: %matrix --without gc-stress %s | FileCheck %s
package main

import "fmt"

func main() {
	const n = 100000
	start, sum := make(chan int), make(chan int)
	for range n {
		go func() { sum <- <-start }()
	}
	go func() {
		for i := range n {
			start <- i
		}
	}()
	total := 0
	for range n {
		total += <-sum
	}
	fmt.Println(total) // CHECK: 4999950000
}
