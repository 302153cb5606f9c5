// A panic in any goroutine ends the program and says where the goroutine came from.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

import "time"

func work() {
	panic("in a goroutine")
}

func main() {
	go work()
	time.Sleep(time.Hour)
}

// CHECK: panic: in a goroutine
// CHECK-EMPTY:
// CHECK-NEXT: goroutine {{[0-9]+}} [running]:
// CHECK-NEXT: main.work(
// CHECK: created by main.main in goroutine 1
