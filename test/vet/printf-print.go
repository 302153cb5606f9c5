// RUN: %vetcheck -printf %s
package main

import (
	"fmt"
	"os"
)

type value struct{ n int }

func (v value) String() string {
	fmt.Println(v)       // WANT 2 "fmt.Println arg v causes recursive call to (main.value).String method"
	fmt.Println(&v, v.n) // WANT 2 "fmt.Println arg &v causes recursive call to (main.value).String method"
	_ = fmt.Sprintf("%d %#v %T", v, v, v)
	_ = func() string { return fmt.Sprint(v) } // WANT 29 "fmt.Sprint arg v causes recursive call to (main.value).String method"
	return fmt.Sprintf("%v", v)                // WANT 22 "fmt.Sprintf format %v with arg v causes recursive (main.value).String method call"
}

type pointer struct{}

func (p *pointer) Error() string { return fmt.Sprint(&p) + fmt.Sprintf("%s %v", p, *p) } // WANT 73 "fmt.Sprintf format %s with arg p causes recursive (*main.pointer).Error method call"

func two() (string, int) { return "%d\n", 1 }

func main() {
	fmt.Println("x %d", 1)  // WANT 2 "fmt.Println call has possible Printf formatting directive %d"
	fmt.Println("x\n")      // WANT 2 "fmt.Println arg list ends with redundant newline"
	fmt.Println("x", "y\n") // WANT 2 "fmt.Println arg list ends with redundant newline"
	fmt.Print("x\n", "%d")
	fmt.Print("%d")                      // WANT 2 "fmt.Print call has possible Printf formatting directive %d"
	fmt.Fprint(os.Stdout, "%5.2f")       // WANT 2 "fmt.Fprint call has possible Printf formatting directive %5.2f"
	fmt.Fprintln(os.Stdout, "x\n")       // WANT 2 "fmt.Fprintln arg list ends with redundant newline"
	fmt.Println("%[1]d %s")              // WANT 2 "fmt.Println call has possible Printf formatting directive %[1]d"
	fmt.Println("50% off, 50%off, 100%") // WANT 2 "fmt.Println call has possible Printf formatting directive %o"
	fmt.Println("100%")
	fmt.Println(os.Stderr, "x") // WANT 2 "fmt.Println does not take io.Writer but has first arg os.Stderr"
	fmt.Println(main)           // WANT 2 "fmt.Println arg main is a func value, not called"
	fmt.Println([]any{"%d"}...)
	fmt.Println(two())
	fmt.Println()
	s := "%d"
	fmt.Println(s)
	fmt.Println("a" + "%d") // WANT 2 "fmt.Println call has possible Printf formatting directive %d"
}
