// What is indexed or sliced is read after the calls in the index, as gc does.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type buffer struct {
	data []int
	text string
	at   int
	mark any
}

var b = &buffer{}

// grow replaces everything b holds.
func grow() int {
	b.data = []int{7, 8, 9}
	b.text = "xyz"
	b.at = 1
	return 0
}

func reset() { *b = buffer{data: []int{1, 2, 3}, text: "abc", mark: 4} }

func get() *buffer { return b }

func main() {
	reset()
	fmt.Println(b.data[grow():]) // CHECK: [7 8 9]
	reset()
	fmt.Println(b.data[grow()], b.at) // CHECK-NEXT: 7 1
	reset()
	fmt.Println(b.text[grow():]) // CHECK-NEXT: xyz
	reset()
	fmt.Println(b.data[b.at : grow()+2]) // CHECK-NEXT: [7 8]
	reset()
	fmt.Println(get().data[grow()]) // CHECK-NEXT: 7
	reset()
	b.data[grow()] = 5
	fmt.Println(b.data) // CHECK-NEXT: [5 8 9]
	reset()
	b.data[grow()] += 5
	fmt.Println(b.data) // CHECK-NEXT: [12 8 9]
	reset()
	b.data[2], b.at = grow(), 6
	fmt.Println(b.data, b.at) // CHECK-NEXT: [7 8 0] 6
	reset()
	get().data[grow()], get().at = grow()+4, grow()+5
	fmt.Println(b.data, b.at) // CHECK-NEXT: [4 8 9] 5
	reset()
	var ok bool
	get().data[grow()], ok = b.mark.(int)
	fmt.Println(b.data, ok) // CHECK-NEXT: [4 8 9] true
	local := []int{1, 2, 3}
	swap := func() int { local = []int{4, 5, 6}; return 0 }
	fmt.Println(local[swap()]) // CHECK-NEXT: 4
	// The right side is evaluated before an index is found to be out of range.
	defer func() { fmt.Println(recover(), b.at) }() // CHECK-NEXT: runtime error: index out of range [9] with length 3 1
	reset()
	b.data[b.at+8] = grow()
}
