// RUN: %vetcheck -printf %s
package main

import (
	"fmt"
	"log"
	"os"
)

func printf(format string, args ...any)       { fmt.Printf(format, args...) }
func twice(format string, args ...any)        { printf(format, args...) }
func errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }
func print(args ...any)                       { fmt.Print(args...) }
func printTo(name string, args ...any)        { fmt.Fprintln(os.Stdout, args...) }
func inLiteral(format string, args ...any)    { func() { fmt.Printf(format, args...) }() }
func prefixed(format string, args ...any)     { fmt.Printf("x"+format, args...) }
func changed(format string, args ...any)      { format = "x"; fmt.Printf(format, args...) }
func unrelated(format string, args ...any)    {}
func apart(format string, n int, args ...any) { fmt.Printf(format, args...) }
func forgotten(format string, args ...any)    { fmt.Printf(format, args) } // WANT 49 "missing ... in args forwarded to printf-like function"
func forgottenToo(args ...any)                { fmt.Println(args) }        // WANT 49 "missing ... in args forwarded to print-like function"
func generic[T any](f string, args ...any)    { fmt.Printf(f, args...) }

func asOne(args ...any)                 { fmt.Println("all:", args) }
func asOneToo(text string, args ...any) { fmt.Printf("%s %v", text, args) }

type logger struct{ hook, late func(string, ...any) }

func (logger) Infof(format string, args ...any) { log.Printf(format, args...) }
func (*logger) Info(args ...any)                { log.Println(args...) }

type instance[T any] struct{}

func (instance[T]) Logf(format string, args ...any) { fmt.Printf(format, args...) }

var packageLevel = func(format string, args ...any) { fmt.Printf(format, args...) }

func main() {
	printf("%d", "x")             // WANT 10 "main.printf format %d has arg \"x\" of wrong type string"
	twice("%d", "x")              // WANT 9 "main.twice format %d has arg \"x\" of wrong type string"
	twice("%w", nil)              // WANT 9 "main.twice does not support error-wrapping directive %w"
	_ = errorf("%w %d", nil, "x") // WANT 17 "main.errorf format %d has arg \"x\" of wrong type string"
	print("%d", 1)                // WANT 2 "main.print call has possible Printf formatting directive %d"
	printTo("%d", "%d")           // WANT 2 "main.printTo call has possible Printf formatting directive %d"
	inLiteral("%d", "x")          // WANT 13 "main.inLiteral format %d has arg \"x\" of wrong type string"
	prefixed("%d", "x")
	changed("%d", "x")
	unrelated("%d", "x")
	apart("%d", 1, "x")
	generic[int]("%d", "x")         // WANT 16 "main.generic format %d has arg \"x\" of wrong type string"
	logger{}.Infof("%d", "x")       // WANT 18 "(main.logger).Infof format %d has arg \"x\" of wrong type string"
	new(logger).Info("%d")          // WANT 2 "(*main.logger).Info call has possible Printf formatting directive %d"
	instance[int]{}.Logf("%d", "x") // WANT 24 "(main.instance[int]).Logf format %d has arg \"x\" of wrong type string"
	packageLevel("%d", "x")         // WANT 16 "packageLevel format %d has arg \"x\" of wrong type string"
	local := func(format string, args ...any) { fmt.Printf(format, args...) }
	local("%d", "x") // WANT 9 "local format %d has arg \"x\" of wrong type string"
	l := logger{hook: func(format string, args ...any) { fmt.Printf(format, args...) }}
	l.hook("%d", "x")
	l.late = func(format string, args ...any) { fmt.Printf(format, args...) }
	l.late("%d", "x")                           // WANT 10 "late format %d has arg \"x\" of wrong type string"
	log.Fatalf("%d", "x")                       // WANT 14 "log.Fatalf format %d has arg \"x\" of wrong type string"
	log.New(os.Stderr, "", 0).Printf("%d", "x") // WANT 36 "(*log.Logger).Printf format %d has arg \"x\" of wrong type string"
	log.Panicln("x\n")                          // WANT 2 "log.Panicln arg list ends with redundant newline"
}
