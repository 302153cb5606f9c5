// Cancelling a tree of goroutines with a context: children end when their parent does.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

func worker(ctx context.Context, name string, pace time.Duration, wg *sync.WaitGroup, report chan<- string) {
	defer wg.Done()
	for step := 1; ; step++ {
		select {
		case <-time.After(pace):
		case <-ctx.Done():
			report <- fmt.Sprintf("%s: %d steps, then %v", name, step-1, ctx.Err())
			return
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	child, stopChild := context.WithCancel(ctx)

	report := make(chan string, 2)
	var wg sync.WaitGroup
	wg.Add(2)
	go worker(ctx, "parent's", 30*time.Millisecond, &wg, report)
	go worker(child, "child's", 20*time.Millisecond, &wg, report)

	time.Sleep(50 * time.Millisecond)
	stopChild()
	fmt.Println(<-report)
	fmt.Println(<-report)
	wg.Wait()
	fmt.Println("deadline:", errors.Is(ctx.Err(), context.DeadlineExceeded))
}

// Output:
// child's: 2 steps, then context canceled
// parent's: 3 steps, then context deadline exceeded
// deadline: true
