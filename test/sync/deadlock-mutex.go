// A goroutine that waits for a lock nobody gives back is a deadlock.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}

// CHECK: fatal error: all goroutines are asleep - deadlock!
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [sync.Mutex.Lock]:
