// Cancellation goes down the tree, values come from above, causes are kept.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key struct{}
type name string

func main() {
	root, cancelRoot := context.WithCancelCause(context.Background())
	valued := context.WithValue(root, key{}, "v")
	child, cancelChild := context.WithCancel(valued)
	timed, cancelTimed := context.WithTimeout(child, time.Hour)
	detached := context.WithoutCancel(timed)
	defer cancelTimed()

	fmt.Println(timed.Value(key{}), timed.Value(name("x")), detached.Value(key{})) // CHECK: v <nil> v
	_, hasDeadline := timed.Deadline()
	_, detachedHas := detached.Deadline()
	fmt.Println(hasDeadline, detachedHas) // CHECK-NEXT: true false

	var wg sync.WaitGroup
	for _, c := range []context.Context{child, timed} {
		wg.Go(func() { <-c.Done() })
	}
	ran := make(chan bool)
	context.AfterFunc(timed, func() { ran <- true })
	stop := context.AfterFunc(timed, func() { fmt.Println("stopped, yet ran") })
	fmt.Println(stop(), stop()) // CHECK-NEXT: true false
	cancelRoot(errors.New("boom"))
	cancelRoot(errors.New("too late"))
	wg.Wait()
	fmt.Println(<-ran)                                         // CHECK-NEXT: true
	fmt.Println(root.Err(), timed.Err(), detached.Err())       // CHECK-NEXT: context canceled context canceled <nil>
	fmt.Println(context.Cause(timed), context.Cause(detached)) // CHECK-NEXT: boom <nil>
	cancelChild()
	late, cancelLate := context.WithCancel(child)
	defer cancelLate()
	fmt.Println(late.Err()) // CHECK-NEXT: context canceled

	short, cancelShort := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("slow"))
	defer cancelShort()
	<-short.Done()
	fmt.Println(short.Err(), context.Cause(short), errors.Is(short.Err(), context.DeadlineExceeded)) // CHECK-NEXT: context deadline exceeded slow true

	fmt.Println(child, context.WithValue(context.TODO(), name("k"), 1)) // CHECK-NEXT: context.Background.WithCancel.WithValue(main.key, v).WithCancel context.TODO.WithValue(main.name, int)
}
