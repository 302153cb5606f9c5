// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import "fmt"

type seq func(yield func(int) bool)

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func upTo(n int) seq {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// Goes on whatever the body says.
func deaf(n int) seq {
	return func(yield func(int) bool) {
		for i := range n {
			yield(i)
		}
	}
}

// Recovers what the body panics with, and goes on.
func swallows(n int) seq {
	return func(yield func(int) bool) {
		for i := range n {
			func() {
				defer func() { recover() }()
				yield(i)
			}()
		}
	}
}

func main() {
	try("after break:", func() {
		for range deaf(2) {
			break
		}
	}) // CHECK: after break: runtime error: range function continued iteration after function for loop body returned false
	try("after return:", func() {
		for range deaf(2) {
			return
		}
	}) // CHECK-NEXT: after return: runtime error: range function continued iteration after function for loop body returned false
	var keep func(int) bool
	try("after the loop:", func() {
		for range seq(func(yield func(int) bool) { keep = yield }) {
		}
		keep(1)
	}) // CHECK-NEXT: after the loop: runtime error: range function continued iteration after whole loop exit
	try("after a panic:", func() {
		n := 0
		defer func() { fmt.Print(n, " ") }()
		for range swallows(3) {
			n++
			panic("body")
		}
	}) // CHECK-NEXT: 1 after a panic: runtime error: range function recovered a loop body panic and did not resume panicking
	try("body called by itself:", func() {
		var again func(int) bool
		for x := range seq(func(yield func(int) bool) { again = yield; yield(1) }) {
			again(x + 1)
		}
	}) // CHECK-NEXT: body called by itself: runtime error: range function continued iteration after loop body panic
	try("outer after inner break:", func() {
	outer:
		for range deaf(2) {
			for range upTo(2) {
				break outer
			}
		}
	}) // CHECK-NEXT: outer after inner break: runtime error: range function continued iteration after function for loop body returned false
	try("panics:", func() {
		for x := range upTo(5) {
			if x == 2 {
				panic(fmt.Sprint("at ", x))
			}
		}
	}) // CHECK-NEXT: panics: at 2
}
