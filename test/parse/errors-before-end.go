// RUN: %errorcheck %s
package main

func main() {
	if x; y // ERROR "syntax error: unexpected newline, expected \\{ after if clause"
	z
