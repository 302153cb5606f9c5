// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
	"time"
)

type Node struct {
	name string
	next *Node
}

var log = make(chan string, 20)

// settle collects until nothing more is said.
func settle() {
	for quiet := 0; quiet < 3; quiet++ {
		runtime.GC()
		time.Sleep(5 * time.Millisecond)
		for len(log) > 0 {
			fmt.Println(<-log)
			quiet = 0
		}
	}
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

//go:noinline
func attach() *Node {
	a, b := &Node{name: "a"}, &Node{name: "b"}
	runtime.AddCleanup(a, func(s string) { log <- "cleaned " + s }, "a")
	stopped := runtime.AddCleanup(a, func(s string) { log <- "never " + s }, "a")
	stopped.Stop()
	runtime.AddCleanup(&b.next, func(n int) { log <- fmt.Sprint("cleaned inside b ", n) }, 7)
	return b
}

var kept *Node

//go:noinline
func resurrect() {
	n := &Node{name: "n"}
	runtime.AddCleanup(n, func(int) { log <- "cleaned n at last" }, 0)
	runtime.SetFinalizer(n, func(n *Node) { kept = n; log <- "finalized " + n.name })
}

//go:noinline
func chain() {
	last := &Node{name: "last"}
	first := &Node{name: "first", next: last}
	// With results of any size, and an interface for a parameter.
	runtime.SetFinalizer(first, func(n *Node) (x [5]int, y string) { log <- "finalized " + n.name; return })
	runtime.SetFinalizer(last, func(n any) error { log <- "finalized " + n.(*Node).name; return nil })
}

func main() {
	b := attach()
	settle()
	runtime.KeepAlive(b)
	fmt.Println("drop b")
	b = nil
	settle()
	resurrect()
	settle()
	kept = nil
	settle()
	chain()
	settle()

	n := &Node{}
	arg := &n.next
	try(func() { runtime.AddCleanup((*Node)(nil), func(int) {}, 0) })
	try(func() { runtime.AddCleanup(n, func(*Node) {}, n) })
	try(func() { runtime.AddCleanup(n, func(**Node) {}, arg) })
	try(func() { runtime.AddCleanup(n, func(int) { fmt.Println(n) }, 0) })
	var p runtime.Pinner
	p.Pin(n)
	p.Unpin()
	try(func() { p.Pin(nil) })
	try(func() { p.Pin(1) })
}

// CHECK: cleaned a
// CHECK-NEXT: drop b
// CHECK-NEXT: cleaned inside b 7
// CHECK-NEXT: finalized n
// CHECK-NEXT: cleaned n at last
// CHECK-NEXT: finalized first
// CHECK-NEXT: finalized last
// CHECK-NEXT: runtime.AddCleanup: ptr is nil
// CHECK-NEXT: runtime.AddCleanup: ptr is equal to arg, cleanup will never run
// CHECK-NEXT: runtime.AddCleanup: ptr is within arg, cleanup will never run
// CHECK-NEXT: runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run
// CHECK-NEXT: runtime error: runtime.Pinner: argument is nil
// CHECK-NEXT: runtime error: runtime.Pinner: argument is not a pointer: int
