// Operands, calls and assignments happen in the order gc gives them.
// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

var trace []string

func f(name string, v int) int {
	trace = append(trace, name)
	return v
}

func show() {
	fmt.Println(trace)
	trace = nil
}

func main() {
	a := []int{1, 2, 3}
	i := 0
	i, a[i] = 1, 9
	fmt.Println(i, a) // CHECK: 1 [9 2 3]
	a[f("i", 0)], a[f("j", 1)] = f("x", 5), f("y", 6)
	show() // CHECK-NEXT: [i j x y]
	m := map[int]int{f("k", 1): f("v", 2), f("k2", 3): f("v2", 4)}
	_ = m
	show() // CHECK-NEXT: [k v k2 v2]
	_ = f("a", 1) + f("b", 2)*f("c", 3)
	show() // CHECK-NEXT: [a b c]
	_ = f("l", 0) == 1 && f("r", 1) == 1 || f("o", 1) == 1
	show() // CHECK-NEXT: [l o]
	x, y := 1, 2
	x, y = y, x
	fmt.Println(x, y) // CHECK-NEXT: 2 1
	p := &x
	*p, x = 7, 8
	fmt.Println(x) // CHECK-NEXT: 8
	get := func() *int { trace = append(trace, "get"); return &y }
	*get() += f("add", 10)
	show() // CHECK-NEXT: [get add]
	fmt.Println(y) // CHECK-NEXT: 11
	defer func() { fmt.Println(recover(), trace) }() // CHECK-NEXT: assignment to entry in nil map [nilmap value]
	nilmap := func() map[string]int { trace = append(trace, "nilmap"); return nil }
	nilmap()["k"] = f("value", 1)
}
