// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

// A closure that is only called, and a variable it changes, stay in the frame.
// CHECK-LABEL: func main.called
// CHECK-NOT: New
// CHECK-NOT: MakeClosure
// CHECK: LoadFunctionWord
// CHECK: CallClosure
// CHECK-LABEL: func main.returned
func called() int {
	n := 0
	add := func(d int) { n += d }
	add(1)
	add(2)
	return n
}

// One that is returned is in the heap, with the variable.
// CHECK: New {{.*}}<int>
// CHECK: MakeClosure
// CHECK-LABEL: func main.byValue
func returned() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

// A variable that is never assigned again is captured by value: no box.
// CHECK-NOT: New
// CHECK: MakeClosure
// CHECK-LABEL: func main.apply
func byValue(n int) func() int {
	return func() int { return n }
}

func apply(f func(int) int, x int) int { return f(x) }

// The callee keeps nothing of its argument.
// CHECK-LABEL: func main.argument
// CHECK-NOT: New
// CHECK-NOT: MakeClosure
// CHECK: Call window {{.*}}, main.apply
// CHECK-LABEL: func main.deferred
func argument(k int) int {
	k++
	return apply(func(x int) int { k += x; return k }, 2)
}

// So with deferred closures outside loops.
// CHECK-NOT: New
// CHECK-NOT: MakeClosure
// CHECK: Defer
// CHECK: RunDefers
func deferred() (n int) {
	defer func() { n *= 2 }()
	n = 21
	return n
}

func main() {
	println(called(), returned()(), byValue(3)(), argument(1), deferred())
}
