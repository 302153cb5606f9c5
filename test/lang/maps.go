// Maps: all operations, iteration under change, keys of many kinds, NaN.
// RUN: %matrix %s | FileCheck %s
package main

import (
	"fmt"
	"math"
)

type key struct {
	s string
	n [2]int8
	i any
}

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"]++
	delete(m, "a")
	v, ok := m["a"]
	fmt.Println(m, len(m), v, ok) // CHECK: map[b:2 c:1] 2 0 false
	big := map[int]int{}
	for i := range 10000 {
		big[i*7] = i
	}
	seen := 0
	for k := range big {
		delete(big, k)
		delete(big, k+7)
		seen++
		if k%2 == 0 {
			big[k] = 1
			delete(big, k)
		}
	}
	fmt.Println(len(big), seen >= 5000 && seen <= 10000) // CHECK-NEXT: 0 true
	keys := map[key]string{{"x", [2]int8{1, 2}, 3}: "three", {"x", [2]int8{1, 2}, "3"}: "text"}
	fmt.Println(keys[key{"x", [2]int8{1, 2}, 3}], keys[key{"x", [2]int8{1, 2}, "3"}], len(keys)) // CHECK-NEXT: three text 2
	nan := map[float64]int{math.NaN(): 1}
	nan[math.NaN()] = 2
	nan[0.0] = 3
	negative := 0.0
	nan[-negative]++
	fmt.Println(len(nan), nan[0], nan[math.NaN()]) // CHECK-NEXT: 3 4 0
	clear(nan)
	fmt.Println(len(nan)) // CHECK-NEXT: 0
	var none map[string][]int
	fmt.Println(none["x"] == nil, len(none)) // CHECK-NEXT: true 0
	delete(none, "x")
	lists := map[string][]int{}
	lists["a"] = append(lists["a"], 1)
	lists["a"] = append(lists["a"], 2)
	fmt.Println(lists) // CHECK-NEXT: map[a:[1 2]]
	structs := map[int]struct{ x, y int }{1: {2, 3}}
	fmt.Println(structs[1].y, structs[2].x) // CHECK-NEXT: 3 0
	orders := map[string]bool{}
	for range 200 {
		order := ""
		for k := range map[int]bool{1: true, 2: true, 3: true, 4: true} {
			order += fmt.Sprint(k)
		}
		orders[order] = true
	}
	fmt.Println(len(orders) > 1) // CHECK-NEXT: true
}
