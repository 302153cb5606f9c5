// RUN: %vetcheck -defers %s
package main

import (
	"fmt"
	"time"
)

func report(d time.Duration) {}

func main() {
	start := time.Now()
	defer report(time.Since(start))              // WANT 15 "call to time.Since is not deferred"
	defer fmt.Println("took", time.Since(start)) // WANT 28 "call to time.Since is not deferred"
	defer func() { report(time.Since(start)) }()
	defer fmt.Println(time.Since(start).Seconds(), func() time.Duration { return time.Since(start) }) // WANT 20 "call to time.Since is not deferred"
	defer time.Since(start)                                                                           // WANT 8 "call to time.Since is not deferred"
	defer report(time.Until(start))
	defer func(d time.Duration) {}(time.Since(start)) // WANT 33 "call to time.Since is not deferred"
	since := time.Since
	defer report(since(start))
	go report(time.Since(start))
	defer fmt.Println(time.Since(start), time.Since(start)) // WANT 20 "call to time.Since is not deferred" 39 "call to time.Since is not deferred"
	defer fmt.Println(func() time.Duration { return time.Since(start) }())
	defer fmt.Println(time.Now().Sub(start))
	defer time.Since(start).String() // WANT 8 "call to time.Since is not deferred"
}
