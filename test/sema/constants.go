// RUN: %errorcheck %s
package main

const big = 1 << 100
const (
	a = iota
	b
	c, d = iota, iota
)
const bad = f() // ERROR "f\\(\\) \\(value of type int\\) is not constant"
const e int8 = 200 // ERROR "cannot use 200 \\(untyped int constant\\) as int8 value in constant declaration \\(overflows\\)"
const neg uint = -1 // ERROR "cannot use -1 \\(untyped int constant\\) as uint value in constant declaration \\(overflows\\)"
const zero = 1 / 0 // ERROR "invalid operation: division by zero"
const str = "a" + 1 // ERROR "invalid operation: \"a\" \\+ 1 \\(mismatched types untyped string and untyped int\\)"
const huge = 1 << 600 // ERROR "constant shift overflow"
const inexact int = 1.5 // ERROR "cannot use 1\\.5 \\(untyped float constant\\) as int value in constant declaration \\(truncated\\)"

func f() int { return 1 }

func main() {
	var i8 int8 = 127 + 1 // ERROR "cannot use 127 \\+ 1 \\(untyped int constant 128\\) as int8 value in variable declaration \\(overflows\\)"
	var x int = big // ERROR "cannot use big \\(untyped int constant 1267650600228229401496703205376\\) as int value in variable declaration \\(overflows\\)"
	var y float32 = 1e40 // ERROR "cannot use 1e40 \\(untyped float constant 1e\\+40\\) as float32 value in variable declaration \\(overflows\\)"
	var z = big // ERROR "cannot use big \\(untyped int constant 1267650600228229401496703205376\\) as int value in variable declaration \\(overflows\\)"
	_ = uint8(256) // ERROR "constant 256 overflows uint8"
	_ = int(1.5) // ERROR "cannot convert 1\\.5 \\(untyped float constant\\) to type int"
	_ = [big]int{} // ERROR "invalid array length big \\(untyped int constant 1267650600228229401496703205376\\)"
	_ = [-1]int{} // ERROR "invalid array length -1 \\(untyped int constant\\)"
	_ = "abc"[3] // ERROR "invalid argument: index 3 out of bounds \\[0:3\\]"
	_ = []int{1, 2, 3}[-1] // ERROR "invalid argument: index -1 \\(constant of type int\\) must not be negative"
	_ = [2]int{1, 2, 3} // ERROR "index 2 is out of bounds \\(>= 2\\)"
	_, _, _, _ = i8, x, y, z
	c = 1 // ERROR "cannot assign to c \\(neither addressable nor a map index expression\\)"
}
