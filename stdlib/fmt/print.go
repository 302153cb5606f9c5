// Package fmt formats values into text and scans text into values.
//
// # Printing
//
// The verbs, for values of every kind:
//
//	%v default form   %+v with field names   %#v Go syntax   %T Go syntax of the type   %% a percent sign
//	%t bool
//	%b %d %o %O %x %X %c %q %U   integers: base 2, 10, 8, 8 with 0o, 16, 16; character, quoted, U+1234
//	%b %e %E %f %F %g %G %x %X   floating-point and complex numbers
//	%s %q %x %X                  strings and byte slices: as is, quoted, two hex digits a byte
//	%p                           pointers, and the first element of slices
//
// Between % and the verb may stand flags (+ - # space 0), a width, a precision after a point, and argument
// indexes such as [2]; * takes a width or precision from the arguments.
//
// An operand is asked for its own text: by Formatter, then for %#v by GoStringer, then for verbs that
// suit strings by error and Stringer.
package fmt

import (
	"io"
	"os"
	"reflect"
	"unsafe"
)

// State is what a Formatter gets: where to write, and the flags and options of the verb.
type State interface {
	// Write adds to the output.
	Write(b []byte) (n int, err error)
	// Width tells the width, and whether one was given.
	Width() (wid int, ok bool)
	// Precision tells the precision, and whether one was given.
	Precision() (prec int, ok bool)
	// Flag reports whether the flag c, a character, was given.
	Flag(c int) bool
}

// Formatter is implemented by values that format themselves for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by values that have a text of their own.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that have a Go syntax of their own, for %#v.
type GoStringer interface {
	GoString() string
}

// text returns what was printed. The printer is not used afterwards, so its buffer can become the string.
func (p *printer) text() string {
	return unsafe.String(unsafe.SliceData(p.buf), len(p.buf))
}

// newPrinter returns a printer; it escapes to methods of the operands, so it is not reused.
func newPrinter() *printer {
	return &printer{buf: make([]byte, 0, 64)}
}

// Fprintf writes to w as the format says. It returns the number of bytes written and any error of w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return w.Write(p.buf)
}

// Printf is Fprintf to standard output.
func Printf(format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return os.Stdout.Write(p.buf)
}

// Sprintf returns the text as a string.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	return p.text()
}

// Appendf appends the text to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := &printer{buf: b}
	p.printf(format, a)
	return p.buf
}

// Fprint writes the operands in their default forms to w, with a space between two that are not strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	return w.Write(p.buf)
}

// Print is Fprint to standard output.
func Print(a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	return os.Stdout.Write(p.buf)
}

// Sprint returns the text as a string.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	return p.text()
}

// Append appends the text to b.
func Append(b []byte, a ...any) []byte {
	p := &printer{buf: b}
	p.print(a)
	return p.buf
}

// Fprintln writes the operands in their default forms to w, with spaces between them and a newline at the
// end.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	return w.Write(p.buf)
}

// Println is Fprintln to standard output.
func Println(a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	return os.Stdout.Write(p.buf)
}

// Sprintln returns the text as a string.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	return p.text()
}

// Appendln appends the text to b.
func Appendln(b []byte, a ...any) []byte {
	p := &printer{buf: b}
	p.println(a)
	return p.buf
}

func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
	}
	p.buf = append(p.buf, '\n')
}

func (p *printer) print(a []any) {
	previous := true // whether the operand before is a string, or there is none
	for _, arg := range a {
		text := isString(arg)
		if !text && !previous {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
		previous = text
	}
}

func isString(arg any) bool {
	switch arg.(type) {
	case string:
		return true
	case nil, int, bool, float64, rune, byte:
		return false
	}
	return reflect.TypeOf(arg).Kind() == reflect.String
}

// printer is one formatting in progress. It is the State that a Formatter sees.
type printer struct {
	buf []byte
	directive

	arg   any           // the operand at hand, for complaints
	value reflect.Value // instead of arg where there is only this

	complaining bool // the operand is being printed inside a complaint: its methods are not called
	panicking   bool // a panic value is being printed: its panics are not caught

	wrapping bool  // this is Errorf: %w is a verb
	wrapped  []int // the indexes of the arguments of %w
}

// directive is what stands between % and the verb.
type directive struct {
	width, prec       int
	hasWidth, hasPrec bool

	minus, plus, sharp, space, zero bool

	plusV, sharpV bool // + and # of %v: another form rather than a sign or a prefix
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString spares io.WriteString a conversion.
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool) { return p.width, p.hasWidth }

func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// FormatString puts the directive that state and verb describe together again, "%" included.
func FormatString(state State, verb rune) string {
	text := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			text = append(text, byte(c))
		}
	}
	if width, ok := state.Width(); ok {
		text = Append(text, width)
	}
	if prec, ok := state.Precision(); ok {
		text = append(text, '.')
		text = Append(text, prec)
	}
	return string(text) + string(verb)
}
