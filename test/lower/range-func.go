// RUN: %gossamer run %s 2>&1 | FileCheck %s
package main

func upto(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer println("end", n)
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(yield func(string, int) bool) {
	_ = yield("a", 1) && yield("b", 2)
}

func find(n, want int) (at int, ok bool) {
	for i := range upto(n) {
		for j := range upto(n) {
			if i*n+j == want {
				return i, true
			}
			if j > i {
				break
			}
		}
	}
	return -1, false
}

func deferring() {
	for i := range upto(2) {
		defer println("deferred", i)
	}
	println("leaving")
}

func labelled() (n int) {
outer:
	for i := range upto(3) {
		for j := range upto(3) {
			if j == 1 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			n += 10*i + j + 1
		}
	}
	return n
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func main() {
	for k, v := range pairs {
		println(k, v)
	}
	// CHECK: a 1
	// CHECK-NEXT: b 2
	println(find(2, 2))
	// CHECK-NEXT: end 2
	// CHECK-NEXT: end 2
	// CHECK-NEXT: end 2
	// CHECK-NEXT: 1 true
	deferring()
	// CHECK-NEXT: end 2
	// CHECK-NEXT: leaving
	// CHECK-NEXT: deferred 1
	// CHECK-NEXT: deferred 0
	println(labelled())
	// CHECK: {{^}}12{{$}}
	defer func() { println(recover().(error).Error()) }()
	for range bad {
		break
	}
	// CHECK-NEXT: range function continued iteration after function for loop body returned false
}
