// RUN: %not 2 %gossamer run --leaks %s 2>&1 | FileCheck %s
// A lock taken twice, in a deadlock of the whole program.
package main

import "sync"

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
	a.report()
}

func (a *account) report() {
	a.mu.Lock()
	defer a.mu.Unlock()
	println(a.balance)
}

func main() {
	new(account).deposit(1)
}

// CHECK: fatal error: all goroutines are asleep - deadlock!
// CHECK: goroutine 1 [sync.Mutex.Lock]:
// CHECK: goroutine 1: It waits for a sync.Mutex that it has locked itself.
