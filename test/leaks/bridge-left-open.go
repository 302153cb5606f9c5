// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// A pipeline without a done channel: each stage waits for the one behind it.
package main

import "fmt"

func generate(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

func double(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- 2 * v
		}
	}()
	return out
}

func main() {
	fmt.Println(<-double(double(generate(100))))
}

// CHECK: 0
// CHECK: gossamer: 3 goroutines are blocked for ever
// CHECK: main.generate.func1()
// CHECK: It waits to send on a chan int that only goroutine [[D:[0-9]+]] can reach, which waits as well.
// CHECK: goroutine [[D]] [chan send]:
// CHECK-NEXT: main.double.func1()
// CHECK: that nobody else can reach any more.
