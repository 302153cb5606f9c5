// RUN: %errorcheck %s
package main

func f() int { return 1 }

func main() {
	x := 1
	x + 1 // ERROR "x \\+ 1 \\(value of type int\\) is not used"
	f()
	len("abc") // ERROR "len\\(\"abc\"\\) \\(constant 3 of type int\\) is not used"
	int(3) // ERROR "int\\(3\\) \\(constant 3 of type int\\) is not used"
	"text" // ERROR "\"text\" \\(untyped string constant\\) is not used"
	append([]int{}, 1) // ERROR "append\\(\\[\\]int\\{\\}, 1\\) \\(value of type \\[\\]int\\) is not used"
	f // ERROR "f \\(value of type func\\(\\) int\\) is not used"
	x == 2 // ERROR "x == 2 \\(untyped bool value\\) is not used"
	go len("x") // ERROR "go discards result of len\\(\"x\"\\) \\(constant 1 of type int\\)"
	defer int(3) // ERROR "defer requires function call, not conversion int\\(3\\) \\(constant 3 of type int\\)"
	<-make(chan int)
}
