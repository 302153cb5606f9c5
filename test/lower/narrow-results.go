// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

// Results that a deferred closure writes through a pointer come back as values of their type.

func negative() (n int32) {
	defer func() { n = 5 }()
	return -1
}

func wide() (b uint8, ok bool) {
	defer func() { b++; ok = b == 0 }()
	return 255, true
}

func small() (f float32, i int16) {
	p, q := &f, &i
	*p, *q = 1.5, -2
	f *= 2
	i--
	return
}

func main() {
	println(negative() == 5, int64(negative())) // CHECK: true 5
	b, ok := wide()
	println(b, ok, int(b)) // CHECK-NEXT: 0 true 0
	f, i := small()
	println(f == 3, i == -3, int64(i)) // CHECK-NEXT: true true -3
}
