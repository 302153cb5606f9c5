package fmt

import (
	"io"
	"os"
)

// ScanState is what a Scanner gets.
type ScanState interface {
	// ReadRune reads the next rune; under Scanln and friends it returns EOF after a newline, and when the
	// width is used up.
	ReadRune() (r rune, size int, err error)
	// UnreadRune makes the next ReadRune return the same rune again.
	UnreadRune() error
	// SkipSpace skips spaces, and newlines where the operation treats them as spaces.
	SkipSpace()
	// Token skips spaces if asked and returns the runes that satisfy f (by default those that are no
	// spaces). The result is overwritten by the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width tells the width, and whether one was given.
	Width() (wid int, ok bool)
	// Read exists so that a ScanState is an io.Reader; it fails: use ReadRune.
	Read(buf []byte) (n int, err error)
}

// Scanner is implemented by operands that scan themselves. Scan's receiver is the value to be set.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values separated by spaces from standard input into what the operands point at. It returns how
// many were set, and an error if that is not all. Newlines count as spaces.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan that stops at a newline, which must follow the last value.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values as the format says; newlines in the input must match those of the format.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) {
	return scanAll(&textReader{text: str}, a, false)
}

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) {
	return scanAll(&textReader{text: str}, a, true)
}

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return scanFormat(&textReader{text: str}, format, a)
}

// Fscan is Scan from r.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	return scanAll(runesOf(r), a, false)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	return scanAll(runesOf(r), a, true)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return scanFormat(runesOf(r), format, a)
}

func scanAll(r io.RuneScanner, a []any, line bool) (n int, err error) {
	s := &scanState{runes: r, limit: unlimited, newlineIsSpace: !line}
	for _, arg := range a {
		s.scanOperand('v', arg)
		if s.err != nil {
			return n, s.err
		}
		n++
	}
	if line {
		for {
			r := s.next()
			if r == '\n' || r == eof {
				break
			}
			if !isSpace(r) {
				s.fail("expected newline")
				break
			}
		}
	}
	return n, s.err
}

func scanFormat(r io.RuneScanner, format string, a []any) (n int, err error) {
	s := &scanState{runes: r, limit: unlimited}
	for pos := 0; pos < len(format); {
		length, matched := s.match(format[pos:])
		if s.err != nil {
			return n, s.err
		}
		pos += length
		if !matched {
			s.fail("input does not match format")
			return n, s.err
		}
		if pos == len(format) {
			break
		}
		directive := pos
		s.width, s.hasWidth, pos = number(format, pos+1, len(format))
		if pos == len(format) {
			s.fail("too few operands for format '%" + format[directive+1:] + "'")
			return n, s.err
		}
		verb, size := decode(format[pos:])
		pos += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if s.hasWidth {
			s.limit = s.count + s.width
		}
		switch {
		case verb == '%':
			s.needInput()
			if !s.accept("%") {
				s.fail("missing literal %")
			}
		case n >= len(a):
			s.fail("too few operands for format '%" + format[pos-size:] + "'")
		default:
			s.scanOperand(verb, a[n])
			if s.err == nil {
				n++
			}
		}
		if s.err != nil {
			return n, s.err
		}
		s.limit = unlimited
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return n, s.err
}

// match consumes the input that the format's spaces and ordinary characters demand, up to a verb or the end.
// It returns how much of the format that was, and whether the characters were there.
func (s *scanState) match(format string) (length int, matched bool) {
	for length < len(format) {
		c, size := decode(format[length:])
		if isSpace(c) {
			length += s.matchSpace(format[length:])
			if s.err != nil {
				return length, true
			}
			continue
		}
		if c == '%' {
			if length+1 == len(format) {
				s.fail("missing verb: % at end of format string")
				return length, true
			}
			if format[length+1] != '%' {
				return length, true
			}
			size = 2
		}
		r := s.next()
		if r == eof {
			s.failWith(io.ErrUnexpectedEOF)
			return length, true
		}
		if r != c {
			s.UnreadRune()
			// At the beginning, "%%" gets a second chance as a verb, which skips spaces.
			return length, c == '%' && length == 0
		}
		length += size
	}
	return length, true
}

// matchSpace deals with a run of spaces and newlines in the format.
func (s *scanState) matchSpace(format string) (length int) {
	newlines := 0
	trailing := false // spaces after the last newline, or without any
	for length < len(format) {
		c, size := decode(format[length:])
		if !isSpace(c) {
			break
		}
		if c == '\n' {
			newlines++
			trailing = false
		} else {
			trailing = true
		}
		length += size
	}
	for i := 0; i < newlines; i++ {
		r := s.nextVisible()
		if r != '\n' && r != eof {
			s.fail("newline in format does not match input")
			return length
		}
	}
	if !trailing {
		return length
	}
	if newlines == 0 {
		switch r := s.next(); {
		case r == eof:
			return length
		case r == '\n':
			s.fail("newline in input does not match format")
			return length
		case !isSpace(r):
			s.fail("expected space in input to match format")
			return length
		}
	}
	if s.nextVisible() != eof {
		s.UnreadRune()
	}
	return length
}

// nextVisible skips spaces that are no newlines and returns the rune after them.
func (s *scanState) nextVisible() rune {
	r := s.next()
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	return r
}
