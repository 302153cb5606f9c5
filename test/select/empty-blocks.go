// An empty select blocks for ever; alone it is a deadlock.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

func main() {
	select {}
}

// CHECK: fatal error: all goroutines are asleep - deadlock!
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [select (no cases)]:
// CHECK-NEXT: main.main()
