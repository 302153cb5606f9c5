// RUN: not %gossamer check %s 2>&1 | FileCheck %s
package main

// Fine: the type arguments only change places.
func swap[P, Q any](n int, p P, q Q) {
	if n > 0 {
		swap(n-1, q, p)
	}
}

func ping[P any]() { pong[P]() }

// CHECK: cycle-error.go:[[@LINE+3]]:11: instantiation cycle:
// CHECK-NEXT: cycle-error.go:[[@LINE-3]]:27: Q instantiated as P
// CHECK-NEXT: cycle-error.go:[[@LINE+1]]:27: P instantiated as []Q
func pong[Q any]() { ping[[]Q]() }

func main() {
	swap(3, 1, "s")
	ping[int]()
}
