package log

import (
	"fmt"
	"io"
	"os"
)

// The functions below are the methods of the standard logger.

// Print writes a line as fmt.Print does.
func Print(v ...any) { std.output(2, fmt.Sprint(v...)) }

// Printf writes a line as fmt.Printf does.
func Printf(format string, v ...any) { std.output(2, fmt.Sprintf(format, v...)) }

// Println writes a line as fmt.Println does.
func Println(v ...any) { std.output(2, fmt.Sprintln(v...)) }

// Fatal is Print and os.Exit(1).
func Fatal(v ...any) {
	std.output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and os.Exit(1).
func Fatalf(format string, v ...any) {
	std.output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and os.Exit(1).
func Fatalln(v ...any) {
	std.output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and a panic with the message.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(2, s)
	panic(s)
}

// Panicf is Printf and a panic with the message.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(2, s)
	panic(s)
}

// Panicln is Println and a panic with the message.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(2, s)
	panic(s)
}

// Output writes a line; calldepth tells whose file and line it shows, 1 being the caller of Output.
func Output(calldepth int, s string) error { return std.output(calldepth+1, s) }

// Flags returns the flags.
func Flags() int { return std.Flags() }

// SetFlags sets the flags.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Writer returns where the lines go.
func Writer() io.Writer { return std.Writer() }

// SetOutput sets where the lines go.
func SetOutput(w io.Writer) { std.SetOutput(w) }
