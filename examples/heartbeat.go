// A heartbeat: a goroutine that works shows on the side that it lives, so that silence means trouble.
package main

import (
	"fmt"
	"time"
)

func work(done <-chan struct{}, pace time.Duration) (<-chan struct{}, <-chan int) {
	heartbeat := make(chan struct{})
	results := make(chan int)
	go func() {
		pulse := time.NewTicker(pace)
		defer pulse.Stop()
		for n := 1; ; {
			select {
			case <-done:
				return
			case <-pulse.C:
				select {
				case heartbeat <- struct{}{}:
				default: // nobody listens
				}
				if n == 4 {
					select {} // stuck for good
				}
			case results <- n:
				n++
			}
		}
	}()
	return heartbeat, results
}

func main() {
	done := make(chan struct{})
	defer close(done)
	heartbeat, results := work(done, 50*time.Millisecond)
	pulses := 0
	for range 3 {
		fmt.Println("result", <-results)
	}
	for {
		select {
		case <-heartbeat:
			pulses++
		case <-time.After(200 * time.Millisecond):
			fmt.Println("pulses:", pulses)
			fmt.Println("the worker is not healthy")
			return
		}
	}
}

// Output:
// result 1
// result 2
// result 3
// pulses: 1
// the worker is not healthy
