// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// Goroutines that wait when main returns, all of which somebody can still wake: no report.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

var global = make(chan int)

type pool struct {
	jobs chan int
	mu   sync.Mutex
}

func main() {
	p := &pool{jobs: make(chan int)}
	go func() {
		for range p.jobs {
		}
	}()
	go func() { <-global }()
	go func() { <-time.After(time.Hour) }()
	go func() { time.Sleep(time.Hour) }()
	timer := make(chan bool)
	time.AfterFunc(time.Hour, func() { close(timer) })
	go func() { <-timer }()
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	go func() { <-ctx.Done() }()
	// One goroutine that can be woken can wake another.
	first, second := make(chan int), make(chan int)
	go func() { second <- <-first }()
	go func() { <-second }()
	p.mu.Lock()
	go p.mu.Lock()
	time.Sleep(time.Millisecond)
	fmt.Println("end")
	close(first)
	p.mu.Unlock()
}

// CHECK: end
// CHECK-NOT: gossamer
