package strings

import (
	"unicode/utf8"
	"unsafe"
)

// Builder builds a string piece by piece, copying little. The zero value is empty and ready; one that has
// been written to must not be copied.
type Builder struct {
	self *Builder // itself once written to, to notice copies
	buf  []byte
}

// own is called by what writes when b.self is not b: at the first write, or after copying.
func (b *Builder) own() {
	if b.self != nil {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
	b.self = b
}

// String returns what was written so far.
func (b *Builder) String() string {
	return unsafe.String(unsafe.SliceData(b.buf), len(b.buf)) // bytes once written are not changed
}

// Len returns the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns the capacity of the underlying memory.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties the builder.
func (b *Builder) Reset() {
	b.self = nil
	b.buf = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	if b.self != b {
		b.own()
	}
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		grown := append([]byte(nil), make([]byte, 2*cap(b.buf)+n)...)
		b.buf = grown[:copy(grown, b.buf)]
	}
}

// Write appends p; the error is always nil.
func (b *Builder) Write(p []byte) (int, error) {
	if b.self != b {
		b.own()
	}
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c; the error is always nil.
func (b *Builder) WriteByte(c byte) error {
	if b.self != b {
		b.own()
	}
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r in UTF-8 and returns its length; the error is always nil.
func (b *Builder) WriteRune(r rune) (int, error) {
	if b.self != b {
		b.own()
	}
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s; the error is always nil.
func (b *Builder) WriteString(s string) (int, error) {
	if b.self != b {
		b.own()
	}
	b.buf = append(b.buf, s...)
	return len(s), nil
}
