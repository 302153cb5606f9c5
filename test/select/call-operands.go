// Channel and value expressions of all cases are evaluated once, in source order.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

var c = make(chan int, 1)

func channel(name string) chan int {
	fmt.Println("channel", name)
	return c
}

func value(n int) int {
	fmt.Println("value", n)
	return n
}

func main() {
	var none chan int
	select {
	case channel("a") <- value(1):
	case none <- value(2):
	case v := <-func() chan int { fmt.Println("literal"); return none }():
		fmt.Println(v)
	}
	fmt.Println(<-c)
}

// CHECK: channel a
// CHECK-NEXT: value 1
// CHECK-NEXT: value 2
// CHECK-NEXT: literal
// CHECK-NEXT: 1
