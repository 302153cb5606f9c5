// A deadlock names every goroutine, where it waits and who made it.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

func wait(c chan int) {
	<-c
}

func main() {
	c := make(chan int)
	go wait(c)
	var nothing chan int
	nothing <- 1
}

// CHECK: fatal error: all goroutines are asleep - deadlock!
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [chan send (nil chan)]:
// CHECK-NEXT: main.main()
// CHECK-NEXT: deadlock-trace.go:13 +0x
// CHECK-EMPTY:
// CHECK-NEXT: goroutine {{[0-9]+}} [chan receive]:
// CHECK-NEXT: main.wait(
// CHECK-NEXT: deadlock-trace.go:6
// CHECK-NEXT: created by main.main in goroutine 1
// CHECK-NEXT: deadlock-trace.go:11 +0x
