// A type assertion, receive or map index whose second value is blank is still of the form that does not panic.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type named interface{ Name() string }

func main() {
	var x any = "text"
	n, _ := x.(int)
	e, _ := x.(error)
	var m named
	m, _ = x.(named)
	fmt.Println(n, e, m) // CHECK: 0 <nil> <nil>
	_, _ = x.(int)
	c := make(chan int)
	close(c)
	v, _ := <-c
	w, _ := map[string]int{"a": 1}["b"]
	fmt.Println(v, w) // CHECK-NEXT: 0 0
}
