// Endless recursion ends in gc's fatal error.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

func f(n int) int { return f(n+1) + 1 }

func main() { println(f(0)) }

// CHECK: runtime: goroutine stack exceeds 1000000000-byte limit
// CHECK: fatal error: stack overflow
// CHECK: goroutine 1 {{.*}}[running]:
// CHECK: main.f(
