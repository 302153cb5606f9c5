// RUN: %errorcheck %s
package main

func none()                {}
func two() (int, int)      { return 1, 2 }
func fixed(a int, b string) {}
func dots(a int, b ...int) {}

func main() {
	fixed(1) // ERROR "not enough arguments in call to fixed"
	fixed(none()) // ERROR "none\\(\\) \\(no value\\) used as value" "not enough arguments in call to fixed"
	fixed(1 < "x", "a") // ERROR "invalid operation: 1 < \"x\" \\(mismatched types untyped int and untyped string\\)"
	fixed(1, "a", 1 < "x") // ERROR "too many arguments in call to fixed" "invalid operation: 1 < \"x\" \\(mismatched types untyped int and untyped string\\)"
	fixed(two()) // ERROR "cannot use two\\(\\) \\(value of type int\\) as string value in argument to fixed"
	dots(two())
	dots(two()...) // ERROR "cannot use \\.\\.\\. with 2-valued two\\(\\)"
	dots([]int{}...) // ERROR "not enough arguments in call to dots"
	dots(1, []int{}...)
	dots(1, 2, []int{}...) // ERROR "too many arguments in call to dots"
	fixed(1, []string{}...) // ERROR "cannot use \\.\\.\\. in call to non-variadic fixed"
	fixed(none) // ERROR "not enough arguments in call to fixed"
	len := 1
	len(2) // ERROR "invalid operation: cannot call len \\(variable of type int\\): int is not a function"
	"a"() // ERROR "invalid operation: cannot call \"a\" \\(untyped string constant\\): untyped string is not a function"
	two()() // ERROR "multiple-value two\\(\\) \\(value of type \\(int, int\\)\\) in single-value context"
	a, b := two(), 1 // ERROR "multiple-value two\\(\\) \\(value of type \\(int, int\\)\\) in single-value context"
	c, d, e := two() // ERROR "declared and not used: c" "declared and not used: d" "assignment mismatch: 3 variables but two returns 2 values"
	c, d = e()
	none() = 1 // ERROR "none\\(\\) \\(no value\\) used as value"
	_ = none() // ERROR "none\\(\\) \\(no value\\) used as value"
	_, _ = a, b
	var n int = none // ERROR "cannot use none \\(value of type func\\(\\)\\) as int value in variable declaration"
	_ = n
	_ = append([]int{}, 1, []int{2}...) // ERROR "too many arguments in call to append"
	_ = cap(map[int]int{}) // ERROR "invalid argument: map\\[int\\]int\\{\\} \\(value of type map\\[int\\]int\\) for built-in cap"
	x := cap // ERROR "declared and not used: x" "cap \\(built-in\\) must be called"
	_ = len[0] // ERROR "cannot index len \\(variable of type int\\)"
	_ = cap[0] // ERROR "cannot index cap \\(built-in\\)"
	_ = *cap // ERROR "invalid operation: cannot indirect cap \\(built-in\\)"
	_ = cap.x // ERROR "invalid use of cap \\(built-in\\) in selector expression"
}

func shadow(int int, string int) (error string) { return int } // ERROR "cannot use int \\(variable of type int\\) as string value in return statement"
