// Package weak: equality, interior pointers, what collections find. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: b49df723a1cbfa66308679d72d6b43a2fc0741821e5776163bb9b116280e350c
package main

import (
	"fmt"
	"runtime"
	"weak"
)

type node struct {
	next  *node
	value [4]int
}

func make1(n int) (weak.Pointer[node], weak.Pointer[int]) {
	x := &node{value: [4]int{n}}
	return weak.Make(x), weak.Make(&x.value[0])
}

func main() {
	a := &node{value: [4]int{1, 2, 3, 4}}
	p, q := weak.Make(a), weak.Make(a)
	inner := weak.Make(&a.value[2])
	fmt.Println(p == q, p.Value() == a, *inner.Value(), weak.Make[node](nil) == weak.Pointer[node]{}, weak.Make[node](nil).Value())
	runtime.GC()
	fmt.Println(p.Value() == a, *inner.Value())
	var lost []weak.Pointer[node]
	var parts []weak.Pointer[int]
	for i := range 100 {
		x, y := make1(i)
		lost, parts = append(lost, x), append(parts, y)
	}
	runtime.GC()
	runtime.GC()
	gone := 0
	for i := range lost {
		if lost[i].Value() == nil && parts[i].Value() == nil {
			gone++
		}
	}
	fmt.Println(gone > 90, p.Value().value, p == weak.Make(a))
	runtime.KeepAlive(a)
	a = nil
	runtime.GC()
	runtime.GC()
	fmt.Println(p == q, q.Value() == nil)
}
