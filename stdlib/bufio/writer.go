package bufio

import (
	"io"
	"unicode/utf8"
)

// Writer writes to another writer through a buffer. After an error every further write fails with it. What is
// buffered must be flushed in the end.
type Writer struct {
	err error
	buf []byte
	n   int // bytes buffered
	wr  io.Writer
}

// NewWriter returns a Writer with a buffer of the default size.
func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, defaultSize) }

// NewWriterSize returns a Writer with a buffer of at least size bytes: w itself if it is such a one.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, size), wr: w}
}

// Size returns the size of the buffer.
func (b *Writer) Size() int { return len(b.buf) }

// Reset drops what is buffered and any error, and goes on with w.
func (b *Writer) Reset(w io.Writer) {
	if b == w {
		return
	}
	buf := b.buf
	if buf == nil {
		buf = make([]byte, defaultSize)
	}
	*b = Writer{buf: buf, wr: w}
}

// Flush writes what is buffered to the underlying writer.
func (b *Writer) Flush() error {
	if b.err != nil || b.n == 0 {
		return b.err
	}
	n, err := b.wr.Write(b.buf[:b.n])
	if n < b.n && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		if n > 0 && n < b.n {
			copy(b.buf, b.buf[n:b.n])
		}
		b.n -= n
		b.err = err
		return err
	}
	b.n = 0
	return nil
}

// Available returns the free room in the buffer.
func (b *Writer) Available() int { return len(b.buf) - b.n }

// AvailableBuffer returns an empty slice over the free room, to be appended to and then written.
func (b *Writer) AvailableBuffer() []byte { return b.buf[b.n:][:0] }

// Buffered returns the number of bytes in the buffer.
func (b *Writer) Buffered() int { return b.n }

// Write buffers p; nn < len(p) only with an error.
func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > b.Available() && b.err == nil {
		var n int
		if b.n == 0 {
			n, b.err = b.wr.Write(p) // a large write into an empty buffer goes past it
		} else {
			n = copy(b.buf[b.n:], p)
			b.n += n
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], p)
	b.n += n
	return nn + n, nil
}

// WriteString buffers s.
func (b *Writer) WriteString(s string) (int, error) {
	direct, isDirect := b.wr.(io.StringWriter)
	nn := 0
	for len(s) > b.Available() && b.err == nil {
		var n int
		if b.n == 0 && isDirect {
			n, b.err = direct.WriteString(s)
		} else {
			n = copy(b.buf[b.n:], s)
			b.n += n
			b.Flush()
		}
		nn += n
		s = s[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], s)
	b.n += n
	return nn + n, nil
}

// WriteByte buffers c.
func (b *Writer) WriteByte(c byte) error {
	if b.err != nil {
		return b.err
	}
	if b.Available() <= 0 && b.Flush() != nil {
		return b.err
	}
	b.buf[b.n] = c
	b.n++
	return nil
}

// WriteRune buffers r in UTF-8 and returns its length.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	if uint32(r) < utf8.RuneSelf {
		if err = b.WriteByte(byte(r)); err != nil {
			return 0, err
		}
		return 1, nil
	}
	if b.err != nil {
		return 0, b.err
	}
	if b.Available() < utf8.UTFMax && b.Flush() != nil {
		return 0, b.err // a rune is not cut in two if the buffer can hold it whole
	}
	return b.WriteString(string(r))
}

// ReadFrom writes what it reads from r until EOF, which is not reported.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	to, direct := b.wr.(io.ReaderFrom)
	for {
		if b.Available() == 0 {
			if err := b.Flush(); err != nil {
				return n, err
			}
		}
		if direct && b.n == 0 {
			m, err := to.ReadFrom(r)
			b.err = err
			return n + m, err
		}
		got := 0
		for tries := 0; ; tries++ {
			if tries == patience {
				return n, io.ErrNoProgress
			}
			got, err = r.Read(b.buf[b.n:])
			if got != 0 || err != nil {
				break
			}
		}
		b.n += got
		n += int64(got)
		if err == io.EOF {
			// A buffer that is just full is flushed now rather than at the next write.
			if b.Available() == 0 {
				return n, b.Flush()
			}
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// ReadWriter joins a Reader and a Writer.
type ReadWriter struct {
	*Reader
	*Writer
}

// NewReadWriter joins r and w.
func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
