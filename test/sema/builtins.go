// RUN: %errorcheck %s
package main

func main() {
	_ = len(1) // ERROR "invalid argument: 1 \\(untyped int constant\\) for built-in len"
	_ = cap("x") // ERROR "invalid argument: \"x\" \\(untyped string constant\\) for built-in cap"
	_ = append(1, 2) // ERROR "invalid append: argument must be a slice; have 1 \\(untyped int constant\\)"
	_ = append([]int{}, "x") // ERROR "cannot use \"x\" \\(untyped string constant\\) as int value in argument to append"
	_ = append([]byte{}, "abc"...)
	_ = make(int) // ERROR "invalid argument: cannot make int: type must be slice, map, or channel"
	_ = make([]int) // ERROR "invalid operation: make\\(\\[\\]int\\) expects 2 or 3 arguments; found 1"
	_ = make([]int, 3, 2) // ERROR "invalid argument: length and capacity swapped"
	_ = make([]int, -1) // ERROR "invalid argument: index -1 \\(constant of type int\\) must not be negative"
	_ = make(chan int, "x") // ERROR "cannot convert \"x\" \\(untyped string constant\\) to type int"
	_ = new(int, 1) // ERROR "invalid operation: too many arguments for new\\(int, 1\\) \\(expected 1, found 2\\)"
	copy([]int{}, []string{}) // ERROR "invalid copy: arguments \\[\\]int\\{\\} \\(value of type \\[\\]int\\) and \\[\\]string\\{\\} \\(value of type \\[\\]string\\) have different element types int and string"
	delete([]int{}, 1) // ERROR "invalid argument: \\[\\]int\\{\\} \\(value of type \\[\\]int\\) is not a map"
	delete(map[string]int{}, 1) // ERROR "cannot use 1 \\(untyped int constant\\) as string value in argument to delete"
	_ = complex(1, "x") // ERROR "invalid operation: complex\\(1, \"x\"\\) \\(mismatched types untyped float and untyped string\\)"
	_ = real(1)
	_ = min(1, "a") // ERROR "invalid argument: mismatched types untyped int \\(previous argument\\) and untyped string \\(type of \"a\"\\)"
	_ = max() // ERROR "invalid operation: not enough arguments for max\\(\\) \\(expected 1, found 0\\)"
	panic() // ERROR "invalid operation: not enough arguments for panic\\(\\) \\(expected 1, found 0\\)"
	print(nil) // ERROR "use of untyped nil in argument to built-in print"
	clear(1) // ERROR "invalid argument: cannot clear 1 \\(untyped int constant\\): argument must be \\(or constrained by\\) map or slice"
	_ = len // ERROR "len \\(built-in\\) must be called"
	x := recover // ERROR "declared and not used: x" "recover \\(built-in\\) must be called"
}
