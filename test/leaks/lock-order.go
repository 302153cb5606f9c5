// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// Two goroutines that take two locks in opposite orders; a third wants one of them.
package main

import (
	"sync"
	"time"
)

var a, b sync.Mutex

func both(first, second *sync.Mutex) {
	first.Lock()
	time.Sleep(10 * time.Millisecond)
	second.Lock()
	second.Unlock()
	first.Unlock()
}

func main() {
	go both(&a, &b)
	go both(&b, &a)
	time.Sleep(30 * time.Millisecond)
	go a.Lock()
	time.Sleep(10 * time.Millisecond)
}

// CHECK: gossamer: 3 goroutines are blocked for ever
// CHECK: goroutine [[X:[0-9]+]] [sync.Mutex.Lock]:
// CHECK: It waits for a sync.Mutex that goroutine [[Y:[0-9]+]] has locked.
// CHECK: They wait in a circle: goroutine {{[0-9]+}} for goroutine {{[0-9]+}} for goroutine {{[0-9]+}}.
