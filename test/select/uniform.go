// Among ready cases each is chosen about as often.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	var c [4]chan int
	for i := range c {
		c[i] = make(chan int, 1)
	}
	var count [4]int
	const rounds = 8000
	for range rounds {
		for i := range c {
			select {
			case c[i] <- i:
			default:
			}
		}
		select {
		case <-c[0]:
			count[0]++
		case <-c[1]:
			count[1]++
		case <-c[2]:
			count[2]++
		case <-c[3]:
			count[3]++
		}
	}
	fair := true
	for _, n := range count {
		fair = fair && n > rounds/4*8/10 && n < rounds/4*12/10
	}
	fmt.Println(fair) // CHECK: true
}
