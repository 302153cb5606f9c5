// The for-select loop: one goroutine serves several channels until it is told to stop.
package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan struct{})
	ticks := time.NewTicker(10 * time.Millisecond)
	defer ticks.Stop()
	time.AfterFunc(35*time.Millisecond, func() { close(done) })

	count := 0
	for {
		select {
		case <-ticks.C:
			count++
			fmt.Println("tick", count)
		case <-done:
			fmt.Println("stopped after", count, "ticks")
			return
		}
	}
}

// Output:
// tick 1
// tick 2
// tick 3
// stopped after 3 ticks
