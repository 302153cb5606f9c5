// RUN: %errorcheck %s
package main

func f() {}

func main() {
	switch {
	case true: f(); case false: f()
	default:
	}
	switch {
	case true: f() case false: // ERROR "syntax error: unexpected keyword case at end of statement"
	}
	switch {
	case true: f() default: // ERROR "syntax error: unexpected keyword default at end of statement"
	}
	switch { case true: case false: default: }
	select { default: f() }
}
