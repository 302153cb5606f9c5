// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// A context whose cancel function nobody keeps.
package main

import (
	"context"
	"fmt"
)

func watch(parent context.Context) {
	ctx, _ := context.WithCancel(parent)
	started := make(chan bool)
	go func() {
		close(started)
		<-ctx.Done()
		fmt.Println("never")
	}()
	<-started
}

func main() {
	watch(context.Background())
	ticks := make(chan int)
	go func() { ticks <- 1 }()
	<-ticks
}

// CHECK: gossamer: a goroutine is blocked for ever
// CHECK: [chan receive]:
// CHECK: main.watch.func1()
// CHECK: It waits to receive from a chan struct {} that nobody else can reach any more.
