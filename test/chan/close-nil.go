// Closing nil and closing twice panic in gc's words.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var c chan int
	try(func() { close(c) }) // CHECK: close of nil channel
	c = make(chan int)
	close(c)
	try(func() { close(c) }) // CHECK-NEXT: close of closed channel
}
