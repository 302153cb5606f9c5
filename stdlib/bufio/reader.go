// Package bufio adds buffers to readers and writers, and scans input piece by piece.
package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")
)

var errNegativeRead = errors.New("bufio: reader returned negative count from Read")
var errNegativeWrite = errors.New("bufio: writer returned negative count from Write")

const (
	defaultSize = 4096
	leastSize   = 16

	// How often a Read may return nothing and no error before we give up.
	patience = 100
)

// Reader reads from another reader through a buffer.
type Reader struct {
	buf  []byte
	r, w int // buf[r:w] is read but not handed out
	rd   io.Reader
	err  error // of rd, to be reported when the buffer is empty

	lastByte int // the last byte handed out, for UnreadByte, or -1
	lastRune int // the width of the last rune, if ReadRune was the last operation, or -1
}

// NewReader returns a Reader with a buffer of the default size.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }

// NewReaderSize returns a Reader with a buffer of at least size bytes: rd itself if it is such a one.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	return &Reader{buf: make([]byte, max(size, leastSize)), rd: rd, lastByte: -1, lastRune: -1}
}

// Size returns the size of the buffer.
func (b *Reader) Size() int { return len(b.buf) }

// Reset drops what is buffered and goes on with r.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	buf := b.buf
	if buf == nil {
		buf = make([]byte, defaultSize)
	}
	*b = Reader{buf: buf, rd: r, lastByte: -1, lastRune: -1}
}

// Buffered returns the number of bytes that can be read without touching the underlying reader.
func (b *Reader) Buffered() int { return b.w - b.r }

// takeError returns the pending error once.
func (b *Reader) takeError() error {
	err := b.err
	b.err = nil
	return err
}

// fill reads more into the buffer, which is not full.
func (b *Reader) fill() {
	if b.r > 0 {
		copy(b.buf, b.buf[b.r:b.w])
		b.w -= b.r
		b.r = 0
	}
	for tries := patience; tries > 0; tries-- {
		n, err := b.rd.Read(b.buf[b.w:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.w += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// Peek returns the next n bytes without reading them, good until the next read. Fewer come with an error:
// ErrBufferFull if n is larger than the buffer.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.lastByte, b.lastRune = -1, -1
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.r:b.w], ErrBufferFull
	}
	if have := b.Buffered(); have < n {
		err := b.takeError()
		if err == nil {
			err = ErrBufferFull
		}
		return b.buf[b.r : b.r+have], err
	}
	return b.buf[b.r : b.r+n], nil
}

// Discard skips the next n bytes and returns how many it did, with an error if fewer.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.lastByte, b.lastRune = -1, -1
	for {
		if b.Buffered() == 0 {
			b.fill()
		}
		skip := min(b.Buffered(), n-discarded)
		b.r += skip
		discarded += skip
		if discarded == n {
			return n, nil
		}
		if b.err != nil {
			return discarded, b.takeError()
		}
	}
}

// Read reads with at most one Read of the underlying reader, so n may be less than len(p).
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.takeError()
	}
	if b.r == b.w {
		if b.err != nil {
			return 0, b.takeError()
		}
		if len(p) >= len(b.buf) {
			// A large read goes past the buffer.
			n, b.err = b.rd.Read(p)
			if n < 0 {
				panic(errNegativeRead)
			}
			if n > 0 {
				b.lastByte, b.lastRune = int(p[n-1]), -1
			}
			return n, b.takeError()
		}
		b.r, b.w = 0, 0
		n, b.err = b.rd.Read(b.buf)
		if n < 0 {
			panic(errNegativeRead)
		}
		if n == 0 {
			return 0, b.takeError()
		}
		b.w = n
	}
	n = copy(p, b.buf[b.r:b.w])
	b.r += n
	b.lastByte, b.lastRune = int(b.buf[b.r-1]), -1
	return n, nil
}

// ReadByte reads a byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.r == b.w {
		if b.err != nil {
			return 0, b.takeError()
		}
		b.fill()
	}
	c := b.buf[b.r]
	b.r++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte takes back the last byte read; not after Peek, Discard or WriteTo.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.r == 0 && b.w > 0 {
		return ErrInvalidUnreadByte
	}
	if b.r > 0 {
		b.r--
	} else {
		b.w = 1 // the buffer is empty: the byte goes back into it
	}
	b.buf[b.r] = byte(b.lastByte)
	b.lastByte, b.lastRune = -1, -1
	return nil
}

// ReadRune reads a rune; an invalid encoding gives U+FFFD of width 1.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.r+utf8.UTFMax > b.w && !utf8.FullRune(b.buf[b.r:b.w]) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.lastRune = -1
	if b.r == b.w {
		return 0, 0, b.takeError()
	}
	r, size = utf8.DecodeRune(b.buf[b.r:b.w])
	b.r += size
	b.lastByte, b.lastRune = int(b.buf[b.r-1]), size
	return r, size, nil
}

// UnreadRune takes back the rune that ReadRune returned, if that was the last operation.
func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.r < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.r -= b.lastRune
	b.lastByte, b.lastRune = -1, -1
	return nil
}

// ReadSlice reads up to and including delim and returns the buffer's own bytes, good until the next read. The
// error says why there is no delim at the end: ErrBufferFull if it did not fit.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	searched := 0
	for {
		if i := bytes.IndexByte(b.buf[b.r+searched:b.w], delim); i >= 0 {
			end := b.r + searched + i + 1
			line = b.buf[b.r:end]
			b.r = end
			break
		}
		if b.err != nil {
			line = b.buf[b.r:b.w]
			b.r = b.w
			err = b.takeError()
			break
		}
		if b.Buffered() >= len(b.buf) {
			b.r = b.w
			line, err = b.buf, ErrBufferFull
			break
		}
		searched = b.Buffered()
		b.fill()
	}
	if n := len(line); n > 0 {
		b.lastByte, b.lastRune = int(line[n-1]), -1
	}
	return line, err
}

// ReadLine reads a line without its end; isPrefix says that it did not fit the buffer and goes on. ReadBytes,
// ReadString or a Scanner are easier to use.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	if err == ErrBufferFull {
		if n := len(line); n > 0 && line[n-1] == '\r' {
			// The '\n' may follow: leave the '\r' for the next call.
			b.r--
			line = line[:n-1]
		}
		return line, true, nil
	}
	if len(line) == 0 {
		if err != nil {
			line = nil
		}
		return line, false, err
	}
	if n := len(line); line[n-1] == '\n' {
		if n > 1 && line[n-2] == '\r' {
			n--
		}
		line = line[:n-1]
	}
	return line, false, nil
}

// ReadBytes reads up to and including delim; the error says why there is no delim at the end.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var all []byte
	for {
		part, err := b.ReadSlice(delim)
		all = append(all, part...)
		if err != ErrBufferFull {
			if all == nil {
				all = []byte{}
			}
			return all, err
		}
	}
}

// ReadString is ReadBytes with a string.
func (b *Reader) ReadString(delim byte) (string, error) {
	part, err := b.ReadSlice(delim)
	if err != ErrBufferFull {
		return string(part), err
	}
	all := append([]byte(nil), part...)
	for err == ErrBufferFull {
		part, err = b.ReadSlice(delim)
		all = append(all, part...)
	}
	return string(all), err
}

// WriteTo writes everything up to EOF to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.lastByte, b.lastRune = -1, -1
	flush := func() error {
		written, err := w.Write(b.buf[b.r:b.w])
		if written < 0 {
			panic(errNegativeWrite)
		}
		b.r += written
		n += int64(written)
		return err
	}
	if b.Buffered() > 0 {
		if err := flush(); err != nil {
			return n, err
		}
	}
	if from, ok := b.rd.(io.WriterTo); ok {
		m, err := from.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.rd)
		return n + m, err
	}
	for b.err == nil {
		if b.Buffered() < len(b.buf) {
			b.fill()
		}
		if b.Buffered() > 0 {
			if err := flush(); err != nil {
				return n, err
			}
		}
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeError()
}
