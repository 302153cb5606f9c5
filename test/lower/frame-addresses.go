// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

import (
	"strings"
	"sync"
)

type counter struct{ n int }

//go:noinline
func (c *counter) add(d int) { c.n += d }

//go:noinline
func set(p *int) { *p = 3 }

var kept *int

//go:noinline
func keep(p *int) { kept = p }

// Methods with pointer receivers, of our own and of the library, and functions that do not keep their argument leave a
// variable in the frame.
// CHECK-LABEL: func main.stays
// CHECK-NOT: New
// CHECK: main.(*counter).add
// CHECK: main.set
// CHECK: sync.(*Mutex).Lock
// CHECK: strings.(*Builder).WriteString
// CHECK-LABEL: func main.leaves
func stays() int {
	var c counter
	c.add(2)
	x := 1
	set(&x)
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	var b strings.Builder
	b.WriteString("ab")
	return c.n + x + b.Len()
}

// CHECK: New {{.*}}<int>
// CHECK: main.keep
// CHECK-LABEL: func main.goroutine
func leaves() int {
	y := 1
	keep(&y)
	return y
}

// What a goroutine shares with its maker is in the heap.
// CHECK: New {{.*}}<sync.WaitGroup>
// CHECK: Go
func goroutine() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { wg.Done() }()
	wg.Wait()
}

func main() {
	println(stays(), leaves())
	goroutine()
}
