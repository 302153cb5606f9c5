// Slices: aliasing, append's growth, three-index slices, copy, arrays as values.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	t := append(s, 40)
	fmt.Println(a, s, t, len(s), cap(s)) // CHECK: [1 2 3 40 5] [2 3] [2 3 40] 2 4
	u := append(a[1:3:3], 50)
	u[0] = 99
	fmt.Println(a, u, cap(a[1:3:3])) // CHECK-NEXT: [1 2 3 40 5] [99 3 50] 2
	b := a
	b[0] = 7
	fmt.Println(a[0], b[0], a == b, a == [5]int{1, 2, 3, 40, 5}) // CHECK-NEXT: 1 7 false true
	var n []int
	caps := []int{}
	for i := range 2000 {
		if n = append(n, i); len(caps) == 0 || caps[len(caps)-1] != cap(n) {
			caps = append(caps, cap(n))
		}
	}
	fmt.Println(caps) // CHECK-NEXT: [1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560]
	copy(n[1:], n)
	fmt.Println(n[:4], n[1999]) // CHECK-NEXT: [0 0 1 2] 1998
	grid := [...][2]string{1: {"a", "b"}, 3: {1: "x"}}
	fmt.Printf("%d %q\n", len(grid), grid) // CHECK-NEXT: {{4 \[\["" ""] \["a" "b"] \["" ""] \["" "x"]]}}
	p := (*[2]int)(n)
	p[1] = 77
	fmt.Println(n[1], [2]int(n), len(p)) // CHECK-NEXT: 77 [0 77] 2
	for i, v := range p {
		p[1] = 5
		fmt.Print(i, v, " ")
	}
	for i, v := range [2]int(n) {
		n[1] = 6
		fmt.Print(i, v, " ")
	}
	fmt.Println() // CHECK-NEXT: 0 0 1 5 0 0 1 5
	clear(n[:1999])
	fmt.Println(n[1], n[1999], min(3, 1, 2), max("a", "c", "b")) // CHECK-NEXT: 0 1998 1 c
}
