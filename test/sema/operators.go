// RUN: %errorcheck %s
package main

type T struct{}

func main() {
	a, s, b := 1, "x", true
	var f float64
	_ = a + s // ERROR "invalid operation: a \\+ s \\(mismatched types int and string\\)"
	_ = a + f // ERROR "invalid operation: a \\+ f \\(mismatched types int and float64\\)"
	_ = !a // ERROR "invalid operation: operator ! not defined on a \\(variable of type int\\)"
	_ = -s // ERROR "invalid operation: operator - not defined on s \\(variable of type string\\)"
	_ = a && b // ERROR "invalid operation: a && b \\(mismatched types int and bool\\)"
	_ = s - s // ERROR "invalid operation: operator - not defined on s \\(variable of type string\\)"
	_ = f % f // ERROR "invalid operation: operator % not defined on f \\(variable of type float64\\)"
	_ = a / 0 // ERROR "invalid operation: division by zero"
	_ = a << 1.5 // ERROR "1\\.5 \\(untyped float constant\\) truncated to uint"
	_ = f << 2 // ERROR "invalid operation: shifted operand f \\(variable of type float64\\) must be integer"
	_ = a << -1 // ERROR "invalid operation: negative shift count -1 \\(untyped int constant\\)"
	_ = []int{} == []int{} // ERROR "invalid operation: \\[\\]int\\{\\} == \\[\\]int\\{\\} \\(slice can only be compared to nil\\)"
	_ = T{} < T{} // ERROR "invalid operation: T\\{\\} < T\\{\\} \\(operator < not defined on struct\\)"
	_ = nil == nil // ERROR "invalid operation: nil == nil \\(operator == not defined on untyped nil\\)"
	_ = a == "x" // ERROR "invalid operation: a == \"x\" \\(mismatched types int and untyped string\\)"
	_ = func() {} == nil
	_ = map[string]int{} == nil
	_ = any(a) == a
	_ = any(a) == []int{} // ERROR "invalid operation: any\\(a\\) == \\[\\]int\\{\\} \\(slice can only be compared to nil\\)"
	a += "x" // ERROR "invalid operation: a \\+= \"x\" \\(mismatched types int and untyped string\\)"
	s++ // ERROR "invalid operation: s\\+\\+ \\(non-numeric type string\\)"
	_ = *a // ERROR "invalid operation: cannot indirect a \\(variable of type int\\)"
	_ = <-a // ERROR "invalid operation: cannot receive from non-channel int a \\(variable of type int\\)"
	_ = ^f // ERROR "invalid operation: operator \\^ not defined on f \\(variable of type float64\\)"
}
