package strings

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Reader reads from a string, by all the interfaces of package io there are for it.
type Reader struct {
	s        string
	pos      int64
	lastRune int // where the rune that ReadRune returned begins, or -1
}

// NewReader returns a Reader of s.
func NewReader(s string) *Reader { return &Reader{s, 0, -1} }

// Reset makes r read s from the start.
func (r *Reader) Reset(s string) { *r = Reader{s, 0, -1} }

// Len returns the number of bytes not read yet.
func (r *Reader) Len() int { return int(max(int64(len(r.s))-r.pos, 0)) }

// Size returns the length of the whole string.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.pos >= int64(len(r.s)) {
		return 0, io.EOF
	}
	r.lastRune = -1
	n = copy(b, r.s[r.pos:])
	r.pos += int64(n)
	return n, nil
}

func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("strings.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

func (r *Reader) ReadByte() (byte, error) {
	r.lastRune = -1
	if r.pos >= int64(len(r.s)) {
		return 0, io.EOF
	}
	c := r.s[r.pos]
	r.pos++
	return c, nil
}

func (r *Reader) UnreadByte() error {
	if r.pos <= 0 {
		return errors.New("strings.Reader.UnreadByte: at beginning of string")
	}
	r.lastRune = -1
	r.pos--
	return nil
}

func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.pos >= int64(len(r.s)) {
		r.lastRune = -1
		return 0, 0, io.EOF
	}
	r.lastRune = int(r.pos)
	ch, size = utf8.DecodeRuneInString(r.s[r.pos:])
	r.pos += int64(size)
	return ch, size, nil
}

func (r *Reader) UnreadRune() error {
	if r.pos <= 0 {
		return errors.New("strings.Reader.UnreadRune: at beginning of string")
	}
	if r.lastRune < 0 {
		return errors.New("strings.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.pos = int64(r.lastRune)
	r.lastRune = -1
	return nil
}

func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.lastRune = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.pos
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("strings.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("strings.Reader.Seek: negative position")
	}
	r.pos = offset
	return offset, nil
}

func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.lastRune = -1
	if r.pos >= int64(len(r.s)) {
		return 0, nil
	}
	rest := r.s[r.pos:]
	written, err := io.WriteString(w, rest)
	if written > len(rest) {
		panic("strings.Reader.WriteTo: invalid WriteString count")
	}
	r.pos += int64(written)
	if written != len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(written), err
}
