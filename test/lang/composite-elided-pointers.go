// In a composite literal's elements &T may be left out for slices and maps too.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type points []point
type point struct{ x, y int }
type names map[string]int

var global = map[string]*points{"a": {{1, 2}, {3, 4}}}

func main() {
	fmt.Println(*global["a"]) // CHECK: [{1 2} {3 4}]
	slices := [...]*points{{{5, 6}}, {}}
	fmt.Println(*slices[0], *slices[1]) // CHECK-NEXT: [{5 6}] []
	maps := []*names{{"x": 1}, nil, {}}
	fmt.Println(*maps[0], maps[1], *maps[2]) // CHECK-NEXT: map[x:1] <nil> map[]
	(*maps[2])["y"] = 2
	fmt.Println(*maps[2]) // CHECK-NEXT: map[y:2]
	arrays := map[int]*[2]int{1: {7, 8}}
	fmt.Println(*arrays[1]) // CHECK-NEXT: [7 8]
}
