// RUN: %errorcheck %s
package main

type I interface{ M() }
type T struct{}

func main() {
	x := 1
	switch x {
	case 1, 2:
	case 2: // ERROR "duplicate case 2 \\(constant of type int\\) in expression switch"
	case "a": // ERROR "cannot convert \"a\" \\(untyped string constant\\) to type int"
	case 1.5: // ERROR "1\\.5 \\(untyped float constant\\) truncated to int"
	}
	switch {
	case 1: // ERROR "cannot convert 1 \\(untyped int constant\\) to type bool"
	case x > 1:
	}
	var i I
	switch i.(type) {
	case T: // ERROR "impossible type switch case: T"
	case int: // ERROR "impossible type switch case: int"
	case nil, nil: // ERROR "duplicate case nil in type switch"
	case I:
	case error:
	}
	switch y := x.(type) { // ERROR "y declared and not used" "x \\(variable of type int\\) is not an interface"
	}
	switch x {
	case 1:
		fallthrough
	case 2:
		if true {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	case 3:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	switch f := func() {}; f {
	}
	_ = x.(int) // ERROR "invalid operation: x \\(variable of type int\\) is not an interface"
	_ = i.(T) // ERROR "impossible type assertion: i\\.\\(T\\)"
}
