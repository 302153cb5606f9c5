// RUN: %errorcheck %s
package main

func f(a int, b string)      {}
func v(a int, rest ...string) {}
func two() (int, string)      { return 1, "" }

func main() {
	f(1) // ERROR "not enough arguments in call to f"
	f() // ERROR "not enough arguments in call to f"
	f(1, "a", 2) // ERROR "too many arguments in call to f"
	f("a", 1) // ERROR "cannot use \"a\" \\(untyped string constant\\) as int value in argument to f" "cannot use 1 \\(untyped int constant\\) as string value in argument to f"
	f(two())
	v() // ERROR "not enough arguments in call to v"
	v(1, "a", 2) // ERROR "cannot use 2 \\(untyped int constant\\) as string value in argument to v"
	v(1, []string{}...)
	v(1, []int{}...) // ERROR "cannot use \\[\\]int\\{\\} \\(value of type \\[\\]int\\) as \\[\\]string value in argument to v"
	f(1, "a"...) // ERROR "cannot use \\.\\.\\. in call to non-variadic f"
	var n int
	n() // ERROR "invalid operation: cannot call n \\(variable of type int\\): int is not a function"
	(func(x int) {})(1.5) // ERROR "cannot use 1\\.5 \\(untyped float constant\\) as int value in argument to \\(func\\(x int\\) \\{\\}\\) \\(truncated\\)"
	_ = string(1, 2) // ERROR "too many arguments in conversion to string"
	_ = int() // ERROR "missing argument in conversion to int"
}
