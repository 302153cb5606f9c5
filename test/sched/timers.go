// Stop, Reset, AfterFunc and tickers.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), len(t.C), cap(t.C)) // CHECK: true false 0 0
	t.Reset(time.Millisecond)
	<-t.C
	fired := make(chan string)
	f := time.AfterFunc(time.Hour, func() { fired <- "func" })
	f.Reset(time.Millisecond)
	fmt.Println(<-fired, f.Stop()) // CHECK-NEXT: func false
	ticker := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-ticker.C
	}
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("ticked after Stop")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("silent") // CHECK-NEXT: silent
	}
	expired := time.NewTimer(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(expired.Reset(time.Hour)) // CHECK-NEXT: {{true|false}}
	select {
	case <-expired.C:
		fmt.Println("stale value")
	default:
		fmt.Println("no stale value") // CHECK-NEXT: no stale value
	}
}
