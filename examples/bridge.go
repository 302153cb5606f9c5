// The bridge: a channel of channels read as one stream, in order.
package main

import "fmt"

func bridge(streams <-chan <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for stream := range streams {
			for v := range stream {
				out <- v
			}
		}
	}()
	return out
}

func batches(n int) <-chan <-chan int {
	streams := make(chan (<-chan int))
	go func() {
		defer close(streams)
		for batch := range n {
			stream := make(chan int, 2)
			stream <- 10 * batch
			stream <- 10*batch + 1
			close(stream)
			streams <- stream
		}
	}()
	return streams
}

func main() {
	for v := range bridge(batches(4)) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Output:
// 0 1 10 11 20 21 30 31
