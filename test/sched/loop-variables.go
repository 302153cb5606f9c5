// Each iteration has its own variable; before Go 1.22 all share one.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	results := make([]int, 3)
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = i * 10
		}()
	}
	wg.Wait()
	fmt.Println(results) // CHECK: [0 10 20]
	var funcs []func() int
	for i := 0; i < 3; i++ {
		funcs = append(funcs, func() int { i += 100; return i })
		i := i
		_ = i
	}
	fmt.Println(funcs[0](), funcs[0](), funcs[1](), funcs[2]()) // CHECK-NEXT: 100 200 101 102
}
