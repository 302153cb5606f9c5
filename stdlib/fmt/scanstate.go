package fmt

import (
	"errors"
	"io"
	"unicode/utf8"
)

const (
	eof       = -1
	unlimited = 1 << 30
)

// scanState is one scanning in progress. Its first error sticks: from then on there is no more input, so that
// the functions that read need not look at every step whether the one before failed.
type scanState struct {
	runes io.RuneScanner
	err   error
	atEOF bool

	token []byte // the runes taken by accept
	count int    // runes read
	limit int    // what count may not exceed, by the width of the verb at hand

	width    int
	hasWidth bool

	newlineIsSpace bool
}

func (s *scanState) fail(text string) { s.failWith(errors.New(text)) }

func (s *scanState) failWith(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *scanState) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanState) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.limit || s.err != nil {
		return 0, 0, io.EOF
	}
	r, size, err = s.runes.ReadRune()
	if err == nil {
		s.count++
	} else if err == io.EOF {
		s.atEOF = true
	}
	return r, size, err
}

func (s *scanState) UnreadRune() error {
	s.runes.UnreadRune()
	s.atEOF = false
	s.count--
	return nil
}

func (s *scanState) Width() (wid int, ok bool) { return s.width, s.hasWidth }

func (s *scanState) SkipSpace() {
	for {
		r := s.next()
		if r == eof {
			return
		}
		if r == '\r' && s.peek("\n") {
			continue
		}
		if r == '\n' {
			if s.newlineIsSpace {
				continue
			}
			s.fail("unexpected newline")
			return
		}
		if !isSpace(r) {
			s.UnreadRune()
			return
		}
	}
}

func (s *scanState) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	if f == nil {
		f = func(r rune) bool { return !isSpace(r) }
	}
	outer := s.err
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.take(f)
	if outer == nil {
		err, s.err = s.err, nil // the caller decides what comes of it
	}
	return s.token, err
}

// take adds the runes that satisfy f to the token.
func (s *scanState) take(f func(rune) bool) {
	for {
		r := s.next()
		if r == eof {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

// next reads a rune, eof at the end.
func (s *scanState) next() rune {
	r, _, err := s.ReadRune()
	if err == nil {
		return r
	}
	if err != io.EOF {
		s.failWith(err)
	}
	return eof
}

// must reads a rune and fails at the end.
func (s *scanState) must() rune {
	r := s.next()
	if r == eof {
		s.failWith(io.ErrUnexpectedEOF)
	}
	return r
}

// needInput fails if there is no input left.
func (s *scanState) needInput() {
	if s.next() == eof {
		s.failWith(io.EOF)
		return
	}
	s.UnreadRune()
}

func contains(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// consume reads a rune if it is in the set.
func (s *scanState) consume(set string) (r rune, ok bool) {
	r = s.next()
	if r == eof {
		return r, false
	}
	if contains(set, r) {
		return r, true
	}
	s.UnreadRune()
	return r, false
}

// peek reports whether the next rune is in the set.
func (s *scanState) peek(set string) bool {
	r := s.next()
	if r == eof {
		return false
	}
	s.UnreadRune()
	return contains(set, r)
}

// accept adds the next rune to the token if it is in the set.
func (s *scanState) accept(set string) bool {
	r, ok := s.consume(set)
	if ok {
		s.token = utf8.AppendRune(s.token, r)
	}
	return ok
}

func (s *scanState) acceptAll(set string) {
	for s.accept(set) {
	}
}

// isSpace reports whether r is a space of Unicode.
func isSpace(r rune) bool {
	switch {
	case r == ' ' || '\t' <= r && r <= '\r':
		return true
	case r < 0x85:
		return false
	case 0x2000 <= r && r <= 0x200A:
		return true
	}
	switch r {
	case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return false
}

func decode(s string) (r rune, size int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

// textReader reads the runes of a string.
type textReader struct {
	text      string
	pos, last int
}

func (t *textReader) ReadRune() (r rune, size int, err error) {
	if t.pos >= len(t.text) {
		return 0, 0, io.EOF
	}
	r, size = decode(t.text[t.pos:])
	t.last = t.pos
	t.pos += size
	return r, size, nil
}

func (t *textReader) UnreadRune() error {
	t.pos = t.last
	return nil
}

// runesOf makes an io.RuneScanner of any reader.
func runesOf(r io.Reader) io.RuneScanner {
	if rs, ok := r.(io.RuneScanner); ok {
		return rs
	}
	return &byteRunes{reader: r}
}

// byteRunes reads runes from a plain reader a byte at a time, so as not to take more than is used.
type byteRunes struct {
	reader  io.Reader
	rest    []byte // bytes read that proved not to belong to the rune before
	rune    rune
	size    int
	ungot   bool
	oneByte [1]byte
}

func (b *byteRunes) readByte() (byte, error) {
	if len(b.rest) > 0 {
		c := b.rest[0]
		b.rest = b.rest[1:]
		return c, nil
	}
	_, err := io.ReadFull(b.reader, b.oneByte[:])
	return b.oneByte[0], err
}

func (b *byteRunes) ReadRune() (r rune, size int, err error) {
	if b.ungot {
		b.ungot = false
		return b.rune, b.size, nil
	}
	c, err := b.readByte()
	if err != nil {
		return 0, 0, err
	}
	if c < utf8.RuneSelf {
		b.rune, b.size = rune(c), 1
		return b.rune, 1, nil
	}
	encoding := append(make([]byte, 0, utf8.UTFMax), c)
	for !utf8.FullRune(encoding) {
		c, err = b.readByte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		encoding = append(encoding, c)
	}
	b.rune, b.size = utf8.DecodeRune(encoding)
	if b.size < len(encoding) {
		b.rest = append(encoding[b.size:], b.rest...)
	}
	return b.rune, b.size, nil
}

func (b *byteRunes) UnreadRune() error {
	if b.ungot {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	b.ungot = true
	return nil
}
