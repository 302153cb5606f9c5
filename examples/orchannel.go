// The or-channel: one channel that closes as soon as any of several does, whatever their number.
package main

import (
	"fmt"
	"time"
)

func or(channels ...<-chan struct{}) <-chan struct{} {
	switch len(channels) {
	case 0:
		return nil
	case 1:
		return channels[0]
	}
	first := make(chan struct{})
	go func() {
		defer close(first)
		half := len(channels) / 2
		select {
		case <-or(channels[:half]...):
		case <-or(channels[half:]...):
		}
	}()
	return first
}

func after(d time.Duration) <-chan struct{} {
	c := make(chan struct{})
	go func() {
		defer close(c)
		time.Sleep(d)
	}()
	return c
}

func main() {
	start := time.Now()
	<-or(after(2*time.Hour), after(5*time.Minute), after(time.Second), after(time.Hour), after(time.Minute))
	fmt.Println("done after", time.Since(start).Round(100*time.Millisecond))
}

// Output:
// done after 1s
