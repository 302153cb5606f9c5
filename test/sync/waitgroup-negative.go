// A negative WaitGroup counter panics.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Println(recover()) }()
	var wg sync.WaitGroup
	wg.Done()
}

// CHECK: sync: negative WaitGroup counter
