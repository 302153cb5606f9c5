// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"runtime"
)

type T struct{ A int }
type I interface{ Foo() }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, is := r.(runtime.Error)
		_, plain := r.(error)
		fmt.Printf("%s: %T %v runtime.Error=%v error=%v\n", name, r, r, is, plain)
	}()
	f()
}

func main() {
	var a []int
	var m map[string]int
	var p *T
	var i any
	var fi I
	zero, minus := 0, -1
	try("index", func() { _ = a[zero] })
	try("negative index", func() { _ = a[minus] })
	try("slice", func() { _ = a[:5+zero] })
	try("nil map", func() { m["a"] = 1 })
	try("nil pointer", func() { p.A = 1 })
	try("divide", func() { _ = 1 / zero })
	try("assert nil", func() { _ = i.(int) })
	try("assert other", func() { i = "x"; _ = i.(int) })
	try("assert missing", func() { i = "x"; _ = i.(I) })
	try("assert nil interface", func() { _ = fi.(interface{ Bar() }) })
	try("unhashable", func() { i = a; _ = map[any]int{i: 1} })
	try("uncomparable", func() { i = a; fmt.Println(i == i) })
	try("close nil", func() { var c chan int; close(c) })
	try("close closed", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int); close(c); c <- 1 })
	try("make", func() { _ = make([]int, minus) })
	try("make chan", func() { _ = make(chan int, minus) })
	try("shift", func() { _ = 1 << minus })
	try("to array", func() { _ = [4]int(a) })
	try("panic nil", func() { panic(nil) })
}

// Expected output.
// CHECK: index: runtime.boundsError runtime error: index out of range [0] with length 0 runtime.Error=true error=true
// CHECK-NEXT: negative index: runtime.boundsError runtime error: index out of range [-1] runtime.Error=true error=true
// CHECK-NEXT: slice: runtime.boundsError runtime error: slice bounds out of range [:5] with capacity 0 runtime.Error=true error=true
// CHECK-NEXT: nil map: runtime.plainError assignment to entry in nil map runtime.Error=true error=true
// CHECK-NEXT: nil pointer: runtime.errorString runtime error: invalid memory address or nil pointer dereference runtime.Error=true error=true
// CHECK-NEXT: divide: runtime.errorString runtime error: integer divide by zero runtime.Error=true error=true
// CHECK-NEXT: assert nil: *runtime.TypeAssertionError interface conversion: interface {} is nil, not int runtime.Error=true error=true
// CHECK-NEXT: assert other: *runtime.TypeAssertionError interface conversion: interface {} is string, not int runtime.Error=true error=true
// CHECK-NEXT: assert missing: *runtime.TypeAssertionError interface conversion: string is not main.I: missing method Foo runtime.Error=true error=true
// CHECK-NEXT: assert nil interface: *runtime.TypeAssertionError interface conversion: interface is nil, not interface { Bar() } runtime.Error=true error=true
// CHECK-NEXT: unhashable: runtime.errorString runtime error: hash of unhashable type []int runtime.Error=true error=true
// CHECK-NEXT: uncomparable: runtime.errorString runtime error: comparing uncomparable type []int runtime.Error=true error=true
// CHECK-NEXT: close nil: runtime.plainError close of nil channel runtime.Error=true error=true
// CHECK-NEXT: close closed: runtime.plainError close of closed channel runtime.Error=true error=true
// CHECK-NEXT: send closed: runtime.plainError send on closed channel runtime.Error=true error=true
// CHECK-NEXT: make: runtime.errorString runtime error: makeslice: len out of range runtime.Error=true error=true
// CHECK-NEXT: make chan: runtime.plainError makechan: size out of range runtime.Error=true error=true
// CHECK-NEXT: shift: runtime.errorString runtime error: negative shift amount runtime.Error=true error=true
// CHECK-NEXT: to array: runtime.boundsError runtime error: cannot convert slice with length 0 to array or pointer to array with length 4 runtime.Error=true error=true
// CHECK-NEXT: panic nil: *runtime.PanicNilError panic called with nil argument runtime.Error=true error=true
