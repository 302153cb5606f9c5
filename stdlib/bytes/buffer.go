package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that Buffer.ReadFrom offers to a Read.
const MinRead = 512

// ErrTooLarge is what a Buffer panics with when it cannot grow.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// What the last operation was, for UnreadByte and UnreadRune.
const (
	notRead   = 0
	readBytes = -1
	// A positive value is the width of the rune read.
)

// Buffer is a byte queue: written at the end, read from the front. The zero value is empty and ready.
type Buffer struct {
	buf  []byte
	off  int // where reading goes on
	last int
}

// NewBuffer returns a Buffer with buf as its content; it takes buf over.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer with s as its content.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what is unread; it stays good until the buffer is changed.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer returns an empty slice over the free room, to be appended to and then written.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String returns what is unread, "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>" // for debugging
	}
	return string(b.buf[b.off:])
}

// Len returns the number of unread bytes.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns the capacity of the underlying memory.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns how many bytes can be written without growing.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Reset empties the buffer but keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = notRead
}

// Truncate drops all but the first n unread bytes; it panics if there are fewer.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = notRead
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// extend makes the buffer n bytes longer and returns where they begin.
func (b *Buffer) extend(n int) int {
	b.last = notRead
	if b.off > 0 && b.off == len(b.buf) {
		b.Reset()
	}
	at := len(b.buf)
	if n <= cap(b.buf)-at {
		b.buf = b.buf[:at+n]
		return at
	}
	unread := at - b.off
	if b.off > 0 && n <= cap(b.buf)/2-unread {
		copy(b.buf, b.buf[b.off:]) // half of it is free: move down rather than allocate
	} else {
		size := max(2*cap(b.buf)+n, 64)
		if size < n {
			panic(ErrTooLarge)
		}
		moved := make([]byte, size)
		copy(moved, b.buf[b.off:])
		b.buf = moved
	}
	b.off = 0
	b.buf = b.buf[:unread+n]
	return unread
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	at := b.extend(n)
	b.buf = b.buf[:at]
}

// Write appends p; the error is always nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	if len(p) <= cap(b.buf)-len(b.buf) {
		b.last = notRead
		b.buf = append(b.buf, p...)
		return len(p), nil
	}
	at := b.extend(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString appends s; the error is always nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	if len(s) <= cap(b.buf)-len(b.buf) {
		b.last = notRead
		b.buf = append(b.buf, s...)
		return len(s), nil
	}
	at := b.extend(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte appends c; the error is always nil.
func (b *Buffer) WriteByte(c byte) error {
	if len(b.buf) < cap(b.buf) {
		b.last = notRead
		b.buf = append(b.buf, c)
		return nil
	}
	at := b.extend(1)
	b.buf[at] = c
	return nil
}

// WriteRune appends r in UTF-8 and returns its length; the error is always nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	at := b.extend(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:at], r)
	return len(b.buf) - at, nil
}

// ReadFrom appends what it reads from r until EOF, which is not reported.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = notRead
	for {
		at := b.extend(MinRead)
		b.buf = b.buf[:at]
		got, err := r.Read(b.buf[at:cap(b.buf)])
		if got < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:at+got]
		n += int64(got)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes what is unread to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = notRead
	if unread := b.Len(); unread > 0 {
		written, err := w.Write(b.buf[b.off:])
		if written > unread {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += written
		n = int64(written)
		if err != nil {
			return n, err
		}
		if written != unread {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read reads up to len(p) bytes; at the end the error is io.EOF.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = notRead
	if b.off >= len(b.buf) {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = readBytes
	}
	return n, nil
}

// Next returns the next n bytes, fewer at the end, as Read would; they stay good until the buffer is changed.
func (b *Buffer) Next(n int) []byte {
	b.last = notRead
	n = min(n, b.Len())
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.last = readBytes
	}
	return data
}

// Peek returns the next n bytes without reading them, fewer with io.EOF at the end.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = readBytes
	return c, nil
}

// ReadRune reads a rune.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.last = size
	return r, size, nil
}

// UnreadRune takes back the rune that ReadRune returned, if that was the last operation.
func (b *Buffer) UnreadRune() error {
	if b.last <= notRead {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= b.last
	b.last = notRead
	return nil
}

// UnreadByte takes back the last byte read, if the last operation read one.
func (b *Buffer) UnreadByte() error {
	if b.last == notRead {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = notRead
	if b.off > 0 {
		b.off--
	}
	return nil
}

// ReadBytes reads up to and including delim, or to the end, with io.EOF.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	part, err := b.readTo(delim)
	return append([]byte(nil), part...), err
}

// ReadString reads up to and including delim, or to the end, with io.EOF.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	part, err := b.readTo(delim)
	return string(part), err
}

func (b *Buffer) readTo(delim byte) (part []byte, err error) {
	end := len(b.buf)
	if i := IndexByte(b.buf[b.off:], delim); i >= 0 {
		end = b.off + i + 1
	} else {
		err = io.EOF
	}
	part = b.buf[b.off:end]
	b.off = end
	b.last = readBytes
	return part, err
}
