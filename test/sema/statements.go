// RUN: %errorcheck %s
package main

func main() {
	if 1 { // ERROR "non-boolean condition in if statement"
	}
	for "x" { // ERROR "non-boolean condition in for statement"
	}
	if x := 1; x { // ERROR "non-boolean condition in if statement"
	}
	go func() {} // ERROR "expression in go must be function call"
	defer recover // ERROR "expression in defer must be function call"
	var i int
	i := 2 // ERROR "no new variables on left side of :="
	i, j := 1, 2
	i = j
	{
		k := i // ERROR "declared and not used: k"
	}
	switch i := i.(type) { // ERROR "i declared and not used" "i \\(variable of type int\\) is not an interface"
	}
	return 1 // ERROR "too many return values"
}
