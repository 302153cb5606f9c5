// bufio's Scanner, Reader and Writer over inputs chosen by a generator of its own.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: f0a5926f4b2326e858a63d9ee1a1205f7dd634da26505cbf6720e059378db5fc
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

var seed uint64 = 17

func pick(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int(seed>>33) % n
}

// chunks returns its text in pieces, now and then nothing, and at the end an error.
type chunks struct {
	text string
	err  error
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.text == "" {
		return 0, c.err
	}
	n := min(pick(6), len(p), len(c.text))
	copy(p, c.text[:n])
	c.text = c.text[n:]
	if c.text == "" && pick(2) == 0 {
		return n, c.err
	}
	return n, nil
}

// short writes only some of what it is given, from some point on.
type short struct {
	out  bytes.Buffer
	left int
}

func (s *short) Write(p []byte) (int, error) {
	if len(p) <= s.left {
		s.left -= len(p)
		return s.out.Write(p)
	}
	n := s.left
	s.left = 0
	s.out.Write(p[:n])
	if pick(2) == 0 {
		return n, errors.New("full")
	}
	return n, nil
}

func input() string {
	s := ""
	pieces := []string{"a", "word", " ", "  ", "\n", "\r\n", "\r", "é", "世界", "\xff", "\t", "\u2003", "a longer piece of text", "0123456789abcdefghij"}
	for n := pick(14); n > 0; n-- {
		s += pieces[pick(len(pieces))]
	}
	return s
}

func commas(data []byte, atEOF bool) (int, []byte, error) {
	for i, c := range data {
		switch c {
		case 'a':
			return i + 1, data[:i], nil
		case '\t':
			return i + 1, data[:i], bufio.ErrFinalToken
		case '9':
			return 0, nil, errors.New("nine")
		}
	}
	if atEOF {
		return len(data), data, bufio.ErrFinalToken
	}
	return 0, nil, nil
}

func main() {
	cases := 1500
	if len(os.Args) > 1 {
		cases, _ = strconv.Atoi(os.Args[1])
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	errs := []error{io.EOF, io.EOF, io.EOF, errors.New("broken"), io.ErrUnexpectedEOF}
	for i := 0; i < cases; i++ {
		text, err := input(), errs[pick(len(errs))]
		fmt.Fprintf(out, "%q %v\n", text, err)

		s := bufio.NewScanner(&chunks{text, err})
		s.Split([]bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes, commas}[pick(5)])
		if pick(3) == 0 {
			s.Buffer(make([]byte, pick(5)), 5+pick(20))
		}
		for s.Scan() {
			fmt.Fprintf(out, "%q ", s.Text())
		}
		fmt.Fprintln(out, s.Err(), s.Text() == "", s.Scan())

		r := bufio.NewReaderSize(&chunks{text, err}, 16)
		for n := 0; n < 12; n++ {
			switch pick(11) {
			case 0:
				b, e := r.ReadByte()
				fmt.Fprint(out, " byte ", b, e)
			case 1:
				c, n, e := r.ReadRune()
				fmt.Fprint(out, " rune ", c, n, e)
			case 2:
				fmt.Fprint(out, " unbyte ", r.UnreadByte())
			case 3:
				fmt.Fprint(out, " unrune ", r.UnreadRune())
			case 4:
				b, e := r.Peek(pick(20) - 1)
				fmt.Fprintf(out, " peek %q %v", b, e)
			case 5:
				n, e := r.Discard(pick(20) - 1)
				fmt.Fprint(out, " discard ", n, e)
			case 6:
				b, e := r.ReadSlice('\n')
				fmt.Fprintf(out, " slice %q %v", b, e)
			case 7:
				b, prefix, e := r.ReadLine()
				fmt.Fprintf(out, " line %q %t %v", b, prefix, e)
			case 8:
				b, e := r.ReadString(' ')
				fmt.Fprintf(out, " string %q %v", b, e)
			case 9:
				b, e := r.ReadBytes('\n')
				fmt.Fprintf(out, " bytes %q %v", b, e)
			case 10:
				b := make([]byte, pick(24))
				n, e := io.ReadFull(r, b)
				fmt.Fprintf(out, " full %q %v", b[:n], e)
			}
		}
		var rest bytes.Buffer
		n, e := r.WriteTo(&rest)
		fmt.Fprintf(out, " rest %q %d %v %d\n", rest.String(), n, e, r.Buffered())

		sink := &short{left: pick(60)}
		w := bufio.NewWriterSize(sink, 1+pick(20))
		for n := 0; n < 5; n++ {
			switch pick(5) {
			case 0:
				n, e := w.Write([]byte(text))
				fmt.Fprint(out, " ", n, e)
			case 1:
				n, e := w.WriteString(text)
				fmt.Fprint(out, " ", n, e)
			case 2:
				fmt.Fprint(out, " ", w.WriteByte('!'))
			case 3:
				n, e := w.WriteRune('世')
				fmt.Fprint(out, " ", n, e)
			case 4:
				n, e := w.ReadFrom(strings.NewReader(text))
				fmt.Fprint(out, " ", n, e)
			}
			fmt.Fprint(out, " ", w.Buffered(), w.Available(), w.Size())
		}
		fmt.Fprintf(out, " flush %v %q\n", w.Flush(), sink.out.String())

		var b bytes.Buffer
		for n := 0; n < 12; n++ {
			switch pick(10) {
			case 0, 1:
				b.WriteString(input())
			case 2:
				fmt.Fprintf(out, " next %q", b.Next(pick(6)))
			case 3:
				c, e := b.ReadByte()
				fmt.Fprint(out, " byte ", c, e)
			case 4:
				c, n, e := b.ReadRune()
				fmt.Fprint(out, " rune ", c, n, e)
			case 5:
				fmt.Fprint(out, " unread ", b.UnreadByte(), b.UnreadRune())
			case 6:
				s, e := b.ReadString('\n')
				fmt.Fprintf(out, " string %q %v", s, e)
			case 7:
				p := make([]byte, pick(9))
				n, e := b.Read(p)
				fmt.Fprintf(out, " read %q %v", p[:n], e)
			case 8:
				b.WriteRune('é')
				b.WriteByte('b')
				if b.Len() > 3 {
					b.Truncate(b.Len() - pick(3))
				}
			case 9:
				n, e := b.ReadFrom(&chunks{text, err})
				fmt.Fprint(out, " from ", n, e)
			}
		}
		fmt.Fprintf(out, " left %d %q\n", b.Len(), b.String())
	}
	lines := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Fprintln(out, lines.Scan(), lines.Err())
	func() {
		defer func() { fmt.Fprintln(out, recover()) }()
		lines.Split(bufio.ScanWords)
	}()
	stuck := bufio.NewReader(&chunks{"x", nil})
	_, err := stuck.ReadString('y')
	fmt.Fprintln(out, err)
}
