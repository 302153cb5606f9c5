// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// A worker that returns early without Done.
package main

import (
	"fmt"
	"sync"
)

func closeWhenDone(results chan int, jobs []int) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			if job < 0 {
				return
			}
			defer wg.Done()
			results <- job
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
}

func main() {
	results := make(chan int, 3)
	closeWhenDone(results, []int{1, -1, 1})
	fmt.Println(<-results + <-results)
}

// CHECK: 2
// CHECK: gossamer: a goroutine is blocked for ever
// CHECK: [sync.WaitGroup.Wait]:
// CHECK: It waits for a sync.WaitGroup whose counter is 1 and that nobody else can reach any more.
