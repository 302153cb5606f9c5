// Replicated requests: ask several, take the first answer, cancel the rest.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func ask(ctx context.Context, replica int, latency time.Duration, answers chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	select {
	case <-ctx.Done():
		return
	case <-time.After(latency):
	}
	select {
	case <-ctx.Done():
	case answers <- replica:
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	answers := make(chan int)
	start := time.Now()

	var wg sync.WaitGroup
	for replica, latency := range []time.Duration{700, 300, 900, 100, 500} {
		wg.Add(1)
		go ask(ctx, replica, latency*time.Millisecond, answers, &wg)
	}
	first := <-answers
	cancel()
	wg.Wait()
	fmt.Printf("replica %d answered first, after %v\n", first, time.Since(start).Round(50*time.Millisecond))
}

// Output:
// replica 3 answered first, after 100ms
