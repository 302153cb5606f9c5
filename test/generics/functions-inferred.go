// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

import "fmt"

type Number interface {
	~int | ~int8 | ~uint8 | ~float32 | ~float64
}

func Sum[T Number](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type celsius float32

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[celsius](0.5, 2))                       // CHECK: 6 4 2.5
	fmt.Println(Sum[uint8](200, 100), Sum[int8](100, 100))                               // CHECK-NEXT: 44 -56
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint("<", i, ">") })) // CHECK-NEXT: [<1> <2>]
	var f func(...float64) float64 = Sum
	g := Sum[int]
	fmt.Println(f(1, 2), g(3, 4)) // CHECK-NEXT: 3 7
}
