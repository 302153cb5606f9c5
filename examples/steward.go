// A steward that heals its ward: when the ward's heartbeat stops, it is cancelled and started again.
package main

import (
	"fmt"
	"time"
)

type startFn func(done <-chan struct{}, pulse time.Duration) <-chan struct{}

func steward(timeout time.Duration, start startFn, done <-chan struct{}) <-chan int {
	restarts := make(chan int)
	go func() {
		defer close(restarts)
		for restart := 1; ; restart++ {
			wardDone := make(chan struct{})
			heartbeat := start(wardDone, timeout/2)
			silence := time.NewTimer(timeout)
			for healthy := true; healthy; {
				select {
				case <-heartbeat:
					silence.Reset(timeout)
				case <-silence.C:
					healthy = false
				case <-done:
					close(wardDone)
					return
				}
			}
			close(wardDone)
			restarts <- restart
		}
	}()
	return restarts
}

// irresponsible beats twice and then falls silent.
func irresponsible(done <-chan struct{}, pulse time.Duration) <-chan struct{} {
	heartbeat := make(chan struct{})
	go func() {
		for range 2 {
			select {
			case <-time.After(pulse):
				heartbeat <- struct{}{}
			case <-done:
				return
			}
		}
		<-done
	}()
	return heartbeat
}

func main() {
	done := make(chan struct{})
	time.AfterFunc(900*time.Millisecond, func() { close(done) })
	for restart := range steward(100*time.Millisecond, irresponsible, done) {
		fmt.Println("ward unhealthy; restart", restart)
	}
	fmt.Println("all wards stopped")
}

// Output:
// ward unhealthy; restart 1
// ward unhealthy; restart 2
// ward unhealthy; restart 3
// ward unhealthy; restart 4
// all wards stopped
