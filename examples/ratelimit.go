// A token bucket: bursts up to its depth, then a steady rate.
package main

import (
	"fmt"
	"time"
)

type bucket struct {
	tokens chan struct{}
	ticker *time.Ticker
}

func newBucket(depth int, refill time.Duration) *bucket {
	b := &bucket{make(chan struct{}, depth), time.NewTicker(refill)}
	for range depth {
		b.tokens <- struct{}{}
	}
	go func() {
		for range b.ticker.C {
			select {
			case b.tokens <- struct{}{}:
			default: // full
			}
		}
	}()
	return b
}

func (b *bucket) wait() { <-b.tokens }

func main() {
	limit := newBucket(3, 100*time.Millisecond)
	start := time.Now()
	for request := 1; request <= 6; request++ {
		limit.wait()
		fmt.Printf("request %d at %v\n", request, time.Since(start).Round(10*time.Millisecond))
	}
}

// Output:
// request 1 at 0s
// request 2 at 0s
// request 3 at 0s
// request 4 at 100ms
// request 5 at 200ms
// request 6 at 300ms
