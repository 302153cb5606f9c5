// Unlocking an unlocked mutex is fatal, not a panic.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	var mu sync.Mutex
	mu.Unlock()
}

// CHECK-NOT: recovered
// CHECK: fatal error: sync: unlock of unlocked mutex
