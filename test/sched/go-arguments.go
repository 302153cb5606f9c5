// Arguments and the function value of a go statement are evaluated at the statement.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	results := make([]string, 4)
	wg.Add(4)
	n := 1
	f := func(i, v int) { results[i] = fmt.Sprint("first ", v); wg.Done() }
	go f(0, n)
	n = 2
	go f(1, n)
	f = func(i, v int) { results[i] = fmt.Sprint("second ", v); wg.Done() }
	go f(2, n)
	n = 3
	go f(3, n)
	n = 4
	wg.Wait()
	for _, r := range results {
		fmt.Println(r)
	}
}

// CHECK: first 1
// CHECK-NEXT: first 2
// CHECK-NEXT: second 2
// CHECK-NEXT: second 3
