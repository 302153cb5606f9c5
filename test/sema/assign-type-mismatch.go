// RUN: %errorcheck %s
package main

var s string = 1 // ERROR "cannot use 1 \\(untyped int constant\\) as string value in variable declaration"
var f float64 = "x" // ERROR "cannot use \"x\" \\(untyped string constant\\) as float64 value in variable declaration"

type Celsius float64

func main() {
	var c Celsius = 1.5
	var k float64 = 2
	c = k // ERROR "cannot use k \\(variable of type float64\\) as Celsius value in assignment"
	var n int = 3.7 // ERROR "cannot use 3\\.7 \\(untyped float constant\\) as int value in variable declaration \\(truncated\\)"
	var b byte = 256 // ERROR "cannot use 256 \\(untyped int constant\\) as byte value in variable declaration \\(overflows\\)"
	b = -1 // ERROR "cannot use -1 \\(untyped int constant\\) as byte value in assignment \\(overflows\\)"
	_, _, _ = c, n, b
	var e error = "text" // ERROR "cannot use \"text\" \\(constant of type string\\) as error value in variable declaration: string does not implement error \\(missing method Error\\)"
	_ = e
	x := nil // ERROR "use of untyped nil in assignment"
	_ = x
}
