// RUN: %vetcheck -printf %s
package main

import "fmt"

const constant = "%d\n"

func main() {
	x, s, f := 1, "s", 1.5
	fmt.Printf("%d")          // WANT 14 "fmt.Printf format %d reads arg #1, but call has 0 args"
	fmt.Printf("%d\n", 1, 2)  // WANT 2 "fmt.Printf call needs 1 arg but has 2 args"
	fmt.Printf("%d %s %f", 1) // WANT 17 "fmt.Printf format %s reads arg #2, but call has 1 arg"
	fmt.Printf("%z\n", 1)     // WANT 14 "fmt.Printf format %z has unknown verb z"
	fmt.Printf("%世 %!", 1)    // WANT 14 "fmt.Printf format %世 has unknown verb 世"
	fmt.Printf("hello\n", 1)  // WANT 24 "fmt.Printf call has arguments but no formatting directives"
	fmt.Printf("%d%%\n", x)
	fmt.Printf("%*d\n", s, 1)    // WANT 14 "fmt.Printf format %*d uses non-int s as argument of *"
	fmt.Printf("%.*f\n", f, 1.0) // WANT 14 "fmt.Printf format %.*f uses non-int f as argument of *"
	fmt.Printf("%[1]*d %[2]*[1]d", 1, 2)
	fmt.Printf("%.[2]*[1]f", 1, 2) // WANT 14 "fmt.Printf format %.[2]*[1]f has arg 1 of wrong type int"
	fmt.Printf("%[3]d\n", 1)       // WANT 14 "fmt.Printf format %[3]d reads arg #3, but call has 1 arg"
	fmt.Printf("%[x]d\n", 1)       // WANT 13 "fmt.Printf format has invalid argument index [x]"
	fmt.Printf("%[0]d\n", 1)       // WANT 13 "fmt.Printf format has invalid argument index [0]"
	fmt.Printf("%[1d", 1)          // WANT 13 "fmt.Printf format %[1d is missing closing ]"
	fmt.Printf("%[1][1]d", 1)      // WANT 14 "fmt.Printf format %[1][ has unknown verb ["
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[1]d\n", 1, 2)
	fmt.Printf("%s %[1]s %d", x, 1) // WANT 14 "fmt.Printf format %s has arg x of wrong type int"
	fmt.Printf("%#[1]x %[1]#x", 1)  // WANT 21 "fmt.Printf format %[1]# has unknown verb #"
	fmt.Printf("%")                 // WANT 13 "fmt.Printf format % is missing verb at end of string"
	fmt.Printf("%d %-", 1)          // WANT 13 "fmt.Printf format %- is missing verb at end of string"
	fmt.Printf("%-010d % d %+.2d", 1, 1, 1)
	fmt.Printf("%#d", 1)    // WANT 14 "fmt.Printf format %#d has unrecognized flag #"
	fmt.Printf("% t", true) // WANT 14 "fmt.Printf format % t has unrecognized flag  "
	fmt.Printf("%+p", &x)   // WANT 14 "fmt.Printf format %+p has unrecognized flag +"
	fmt.Printf("%d %d\n", []any{1, 2}...)

	// Places within the format: escapes, raw strings, what is not a literal.
	fmt.Printf("\t\x41%d\u00e9\101\n", s) // WANT 20 "fmt.Printf format %d has arg s of wrong type string"
	fmt.Printf("é\u00e9%d", s)            // WANT 22 "fmt.Printf format %d has arg s of wrong type string"
	fmt.Printf(`%d
	%d`, 1, s) // WANT 2 "fmt.Printf format %d has arg s of wrong type string"
	fmt.Printf("a"+"%d\n", s) // WANT 13 "fmt.Printf format %d has arg s of wrong type string"
	fmt.Printf(constant, s)   // WANT 13 "fmt.Printf format %d has arg s of wrong type string"
	fmt.Printf(s)             // WANT 13 "non-constant format string in call to fmt.Printf"
	fmt.Printf(s, x)
	fmt.Printf("%s %s", fmt.Sprintf("%d", "a"), 1) // WANT 17 "fmt.Printf format %s has arg 1 of wrong type int" 35 "fmt.Sprintf format %d has arg \"a\" of wrong type string"
}
