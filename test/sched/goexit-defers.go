// Goexit runs the deferred calls and is not a panic.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recovered:", recover()) }()
		func() {
			defer fmt.Println("inner")
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	}()
	<-done
}

// CHECK: inner
// CHECK-NEXT: recovered: <nil>
// CHECK-NOT: not reached
