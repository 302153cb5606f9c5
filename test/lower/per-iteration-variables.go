// RUN: %gossamer dump --bytecode %s | FileCheck %s
// RUN: %gossamer run %s 2>&1 | FileCheck --check-prefix=OUT %s
package main

var fs []func() int

// Only a variable that escapes is made anew in each iteration.
// CHECK-LABEL: func main.escaping
// CHECK: New {{.*}}<int>
// CHECK: MakeClosure
// CHECK: New {{.*}}<int>
// CHECK: Loop
// CHECK-LABEL: func main.plain
func escaping() {
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
}

// CHECK-NOT: New
// CHECK: CountLtI
// CHECK: Return
func plain() int {
	t := 0
	for i := 0; i < 3; i++ {
		func() { t += i }()
	}
	return t
}

func main() {
	escaping()
	for _, f := range fs {
		println(f())
	}
	println(plain())
}

// OUT: 10
// OUT-NEXT: 11
// OUT-NEXT: 12
// OUT-NEXT: 3
