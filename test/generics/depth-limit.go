// RUN: not %gossamer run %s 2>&1 | FileCheck %s
// ORACLE: skip (gc has no such limit, and takes minutes)
package main

type tens[T any] = [][][][][][][][][][]T

type hundreds[T any] = tens[tens[tens[tens[tens[tens[tens[tens[tens[tens[T]]]]]]]]]]

func count[T any](xs ...T) (n int) {
	for range xs {
		n++
	}
	return
}

func main() {
	var many hundreds[hundreds[hundreds[int]]]
	println(count(many, many)) // CHECK: 2
	var tooMany hundreds[hundreds[hundreds[hundreds[int]]]]
	println(count(tooMany, tooMany))
	// CHECK-NEXT: fatal error: type arguments of main.count[...] nest more than 400 deep
}
