// An unrecovered panic shows the panics before it; errors print what Error says.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

import "fmt"

type failure struct{ code int }

func (f failure) Error() string { return fmt.Sprint("failure ", f.code) }

func main() {
	defer func() {
		panic(failure{7})
	}()
	panic("first")
}

// CHECK: panic: first
// CHECK-NEXT: panic: {{(main.failure\{code:7\} - )?}}failure 7
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK-NEXT: main.main.func1()
