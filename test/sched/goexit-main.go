// Goexit in main lets the others go on, and is a deadlock once they are gone.
// RUN: %matrix --exit 2 %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	defer close(done)
	defer fmt.Println("main deferred")
	go func() {
		<-done
		fmt.Println("other")
	}()
	runtime.Goexit()
}

// CHECK: main deferred
// CHECK-NEXT: other
// CHECK-NEXT: fatal error: no goroutines (main called runtime.Goexit) - deadlock!
