// Elements of every size pass unharmed, handed over or buffered.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type small struct {
	a int8
	b bool
}
type big struct {
	name string
	list []int
	any  interface{}
	sub  small
}

func pass(buffer int) {
	bigs, smalls, bytes := make(chan big, buffer), make(chan small, buffer), make(chan int8, buffer)
	empties, floats := make(chan struct{}, buffer), make(chan float32, buffer)
	go func() {
		for i := range 3 {
			bigs <- big{fmt.Sprint("n", i), []int{i, i * i}, i, small{int8(-i), i == 1}}
			smalls <- small{int8(-i), i == 2}
			bytes <- int8(-i)
			empties <- struct{}{}
			floats <- float32(i) / 3
		}
		close(bigs)
	}()
	for b := range bigs {
		fmt.Println(b, <-smalls, <-bytes, <-empties, <-floats)
	}
}

func main() {
	pass(0)
	pass(2)
}

// CHECK: {n0 [0 0] 0 {0 false}} {0 false} 0 {} 0
// CHECK-NEXT: {n1 [1 1] 1 {-1 true}} {-1 false} -1 {} 0.33333334
// CHECK-NEXT: {n2 [2 4] 2 {-2 false}} {-2 true} -2 {} 0.6666667
// CHECK-NEXT: {n0 [0 0] 0 {0 false}} {0 false} 0 {} 0
// CHECK-NEXT: {n1 [1 1] 1 {-1 true}} {-1 false} -1 {} 0.33333334
// CHECK-NEXT: {n2 [2 4] 2 {-2 false}} {-2 true} -2 {} 0.6666667
