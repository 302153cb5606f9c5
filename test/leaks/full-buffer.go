// RUN: %gossamer run --leaks %s 2>&1 | FileCheck %s
// Replicated requests where the losers' answers find no room: many goroutines at one place.
package main

import "fmt"

func fastest(n int) int {
	answers := make(chan int, 1)
	for i := range n {
		go func() { answers <- i * i }()
	}
	return <-answers
}

func main() {
	fmt.Println(fastest(20) >= 0)
}

// CHECK: true
// CHECK: gossamer: 18 goroutines are blocked for ever
// CHECK: [chan send]:
// CHECK: It waits to send on a full chan int of capacity 1
// CHECK-NEXT: So do goroutines {{[0-9]+}}, {{.*}} and {{[0-9]+}} more.
