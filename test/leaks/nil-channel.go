// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// A worker that was given no channel, and others that wait for nothing.
package main

import "time"

func work(strings <-chan string) {
	for range strings {
	}
}

func main() {
	go work(nil)
	go func() {
		var c chan<- int
		c <- 1
	}()
	go func() { select {} }()
	go func() {
		var a, b chan int
		select {
		case <-a:
		case b <- 1:
		}
	}()
	time.Sleep(10 * time.Millisecond)
}

// CHECK: gossamer: 4 goroutines are blocked for ever
// CHECK: [chan receive (nil chan)]:
// CHECK: It receives from a nil channel, which blocks for ever.
// CHECK: [chan send (nil chan)]:
// CHECK: It sends on a nil channel, which blocks for ever.
// CHECK: [select (no cases)]:
// CHECK: A select without cases blocks for ever.
// CHECK: [select]:
// CHECK: All channels of its select are nil, which blocks for ever.
