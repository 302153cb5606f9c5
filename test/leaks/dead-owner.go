// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// A lock that its owner has taken along.
package main

import (
	"sync"
	"time"
)

type counter struct {
	sync.RWMutex
	n int
}

func forget() {
	c := new(counter)
	go func() {
		c.Lock()
		c.n++
	}()
	time.Sleep(10 * time.Millisecond)
	go func() {
		c.RLock()
		defer c.RUnlock()
		println(c.n)
	}()
}

func main() {
	forget()
}

// CHECK: gossamer: a goroutine is blocked for ever
// CHECK: [sync.RWMutex.RLock]:
// CHECK: It waits for a sync.RWMutex that goroutine {{[0-9]+}} had locked when it ended.
