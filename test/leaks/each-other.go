// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// Two goroutines that each wait for the other to speak first.
package main

import "runtime"

func talk() {
	a, b := make(chan string), make(chan string)
	go func() { b <- <-a }()
	go func() { a <- <-b }()
}

func main() {
	talk()
	for range 10 {
		runtime.Gosched()
	}
}

// CHECK: gossamer: 2 goroutines are blocked for ever
// CHECK: goroutine [[X:[0-9]+]] [chan receive]:
// CHECK: It waits to receive from a chan string that only goroutine [[Y:[0-9]+]] can reach, which waits as well.
// CHECK: goroutine [[Y]] [chan receive]:
// CHECK: that only goroutine [[X]] can reach, which waits as well.
// CHECK: They wait in a circle: goroutine [[X]] for goroutine [[Y]] for goroutine [[X]].
