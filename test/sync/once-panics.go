// Once counts as done even when its function panicked.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		once.Do(func() { panic("first") })
	}()
	once.Do(func() { fmt.Println("second") })
	fmt.Println("end")
}

// CHECK: recovered first
// CHECK-NEXT: end
