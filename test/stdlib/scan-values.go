// Sscan, Sscanln and Sscanf of many inputs, chosen by a generator of its own: values, counts and errors.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: f7b974a9eaf9d80a68b80f6ccad220979f3a41ec1915e5ec3b1c68dab889b7c7
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

type (
	myInt    int8
	myFloat  float32
	myString string
	myBytes  []byte
	myBool   bool
)

type point struct{ x, y int }

func (p *point) Scan(state fmt.ScanState, verb rune) error {
	if _, err := fmt.Fscanf(state, "(%d,%d)", &p.x, &p.y); err != nil {
		return err
	}
	return nil
}

type word string

func (w *word) Scan(state fmt.ScanState, verb rune) error {
	width, ok := state.Width()
	token, err := state.Token(true, func(r rune) bool { return r != ',' && r != ' ' && r != '\n' })
	if err != nil {
		return err
	}
	if len(token) == 0 {
		return errors.New("no word")
	}
	*w = word(fmt.Sprint(string(token), width, ok, string(verb)))
	return nil
}

var seed uint64 = 99

func pick(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int(seed>>33) % n
}

var pieces = []string{"1", "23", "-4", "+5", "0x1f", "0b101", "0o17", "017", "1_000", "3.5", "-1e3", "1e400", "inf", "nan", "0x1p4",
	"(1+2i)", "3-4i", "true", "false", "T", "0", "abc", "héllo", "\"q s\"", "`raw`", "'c'", "U+1F600", "616263", "zz", "999999999999999999999",
	"300", "-129", "(3,4)", "a,b", "%", ".", "x", "\n", "\n", "\r\n", "\t", "é", "\"a\\n", "1p3", "tru", "fals"}

var formats = []string{"%d", "%v", "%s", "%x", "%q", "%c", "%t", "%f", "%g", "%o", "%b", "%U", "%3d", "%2s", "%5v", "%%", "x", ",", " ", "\n", " \n ", "abc", "%z", "%1c", "%e", "%X"}

func input() string {
	var b strings.Builder
	for n := 1 + pick(5); n > 0; n-- {
		b.WriteString(pieces[pick(len(pieces))])
		for pick(3) > 0 {
			b.WriteByte(' ')
			if pick(2) == 0 {
				break
			}
		}
	}
	return b.String()
}

type all struct {
	i   int
	i8  int8
	i32 rune
	u   uint
	u8  uint8
	f   float64
	f32 float32
	c   complex128
	b   bool
	s   string
	bs  []byte
	mi  myInt
	mf  myFloat
	ms  myString
	mb  myBytes
	mo  myBool
	p   point
	w   word
	up  uintptr
}

func (a *all) pointer() any {
	list := []any{&a.i, &a.i, &a.s, &a.s, &a.i8, &a.i32, &a.u, &a.u8, &a.f, &a.f32, &a.c, &a.b, &a.bs, &a.mi, &a.mf, &a.ms, &a.mb, &a.mo, &a.p, &a.w, &a.up,
		7, &struct{}{}, "str"}
	return list[pick(len(list))]
}

// slow is a reader without ReadRune that returns a byte at a time.
type slow struct{ s string }

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	p[0] = r.s[0]
	r.s = r.s[1:]
	return 1, nil
}

func main() {
	cases := 3000
	if len(os.Args) > 1 {
		cases, _ = strconv.Atoi(os.Args[1])
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := 0; i < cases; i++ {
		in := input()
		var a all
		var args []any
		for n := 1 + pick(3); n > 0; n-- {
			args = append(args, a.pointer())
		}
		var n int
		var err error
		format := ""
		switch pick(7) {
		case 0:
			n, err = fmt.Sscan(in, args...)
		case 1:
			n, err = fmt.Sscanln(in, args...)
		case 2:
			n, err = fmt.Fscan(strings.NewReader(in), args...)
		case 3:
			r := &slow{in}
			n, err = fmt.Fscan(r, args...)
			format = "left " + r.s
		default:
			for n := 1 + pick(5); n > 0; n-- {
				format += formats[pick(len(formats))]
			}
			n, err = fmt.Sscanf(in, format, args...)
		}
		types := ""
		for _, arg := range args {
			types += fmt.Sprintf(" %T", arg)
		}
		fmt.Fprintf(out, "%q %q%s: %d %v %+v\n", in, format, types, n, err, a)
	}
}
