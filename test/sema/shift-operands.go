// RUN: %errorcheck %s
package main

func main() {
	var s uint = 1
	var i int
	var f float64
	_ = 1<<s + 1.5 // ERROR "invalid operation: shifted operand 1 \\(type float64\\) must be integer"
	_ = 1.0 << s // ERROR "invalid operation: shifted operand 1\\.0 \\(type float64\\) must be integer"
	var a float64 = 1 << s // ERROR "invalid operation: shifted operand 1 \\(type float64\\) must be integer"
	_ = 1<<s+1<<s == 1.0 // ERROR "invalid operation: shifted operand 1 \\(type float64\\) must be integer"
	_ = 1<<s == 1<<s+2.5 // ERROR "invalid operation: shifted operand 1 \\(type float64\\) must be integer"
	f = float64(1 << s) // ERROR "invalid operation: shifted operand 1 \\(type float64\\) must be integer"
	i = 1.0 << s
	_ = f << s // ERROR "invalid operation: shifted operand f \\(variable of type float64\\) must be integer"
	_ = 1.5 << s // ERROR "invalid operation: shifted operand 1\\.5 \\(untyped float constant\\) must be integer"
	_ = 1.5 << 1 // ERROR "invalid operation: shifted operand 1\\.5 \\(untyped float constant\\) must be integer"
	_ = 1 << 1.5 // ERROR "1\\.5 \\(untyped float constant\\) truncated to uint"
	_ = 1 << -1 // ERROR "invalid operation: negative shift count -1 \\(untyped int constant\\)"
	_ = 1 << 2000 // ERROR "invalid operation: invalid shift count 2000 \\(untyped int constant\\)"
	_ = i << f // ERROR "invalid operation: shift count f \\(variable of type float64\\) must be integer"
	_ = i << "a" // ERROR "cannot convert \"a\" \\(untyped string constant\\) to type uint"
	_ = i << 1.0
	_ = "a" << 1 // ERROR "invalid operation: shifted operand \"a\" \\(untyped string constant\\) must be integer"
	_ = make([]int, 1.0<<s)
	var x interface{} = 1 << s
	_ = complex(1<<s, 0) // ERROR "invalid operation: shifted operand 1 \\(type float64\\) must be integer"
	const c float32 = 2
	_ = 1 << c
	_ = a
	_ = x
	var b byte = 1<<s + 300 // ERROR "300 \\(untyped int constant\\) overflows byte"
	_ = b
	_ = []int{}[1.0<<s]
}
