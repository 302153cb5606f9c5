// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// A generator whose reader has lost interest.
package main

import "fmt"

func count() <-chan int {
	c := make(chan int)
	go func() {
		for i := 0; ; i++ {
			c <- i
		}
	}()
	return c
}

func main() {
	for n := range count() {
		if n == 2 {
			break
		}
	}
	fmt.Println("done")
}

// CHECK: done
// CHECK-NEXT: gossamer: a goroutine is blocked for ever
// CHECK: goroutine {{[0-9]+}} [chan send]:
// CHECK-NEXT: main.count.func1()
// CHECK-NEXT: abandoned-generator.go:11
// CHECK-NEXT: created by main.count in goroutine 1
// CHECK-NEXT: abandoned-generator.go:9
// CHECK-NEXT: It waits to send on a chan int that nobody else can reach any more.
