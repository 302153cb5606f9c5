// RUN: %errorcheck %s
package main

type A struct{ x int }
type B struct{ x int }
type C struct{ y int }

func main() {
	var a A
	_ = B(a)
	_ = C(a) // ERROR "cannot convert a \\(variable of struct type A\\) to type C"
	_ = string(65)
	_ = []byte("abc")
	_ = []int("abc") // ERROR "cannot convert \"abc\" \\(untyped string constant\\) to type \\[\\]int"
	_ = int("1") // ERROR "cannot convert \"1\" \\(untyped string constant\\) to type int"
	_ = string(1.5) // ERROR "cannot convert 1\\.5 \\(untyped float constant\\) to type string"
	_ = (*B)(&a)
	_ = (*C)(&a) // ERROR "cannot convert &a \\(value of type \\*A\\) to type \\*C"
	_ = bool(1) // ERROR "cannot convert 1 \\(untyped int constant\\) to type bool"
	_ = [3]int([]int{1, 2, 3})
	_ = [3]int([]string{}) // ERROR "cannot convert \\[\\]string\\{\\} \\(value of type \\[\\]string\\) to type \\[3\\]int"
	_ = error(a) // ERROR "cannot convert a \\(variable of struct type A\\) to type error: A does not implement error \\(missing method Error\\)"
	_ = func(int)(nil) // ERROR "func\\(int\\) nil \\(type\\) is not an expression" "nil \\(untyped nil\\) is not a type"
	_ = uintptr("x") // ERROR "cannot convert \"x\" \\(untyped string constant\\) to type uintptr"
}
