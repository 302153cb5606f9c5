// A queue between a fast and a slow stage: the buffer frees the fast one early, the total time stays the slow one's.
package main

import (
	"fmt"
	"time"
)

func run(buffer int) (producer, total time.Duration) {
	start := time.Now()
	queue := make(chan int, buffer)
	freed := make(chan time.Duration, 1)
	go func() {
		for n := range 5 {
			time.Sleep(time.Millisecond)
			queue <- n
		}
		close(queue)
		freed <- time.Since(start)
	}()
	for range queue {
		time.Sleep(20 * time.Millisecond)
	}
	return <-freed, time.Since(start)
}

func main() {
	for _, buffer := range []int{0, 5} {
		producer, total := run(buffer)
		fmt.Printf("buffer %d: producer free early: %t, total about 100ms: %t\n",
			buffer, producer < total/2, total.Round(50*time.Millisecond) == 100*time.Millisecond)
	}
}

// Output:
// buffer 0: producer free early: false, total about 100ms: true
// buffer 5: producer free early: true, total about 100ms: true
