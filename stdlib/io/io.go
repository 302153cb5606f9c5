// Package io has the interfaces of input and output that other packages share, and helpers over them.
package io

import "errors"

// Values of whence for Seek.
const (
	SeekStart   = 0 // from the start of the file
	SeekCurrent = 1 // from the current offset
	SeekEnd     = 2 // from the end
)

// EOF says that there is no more input, at a place where input may end. Read returns EOF itself, never an
// error wrapping it.
var EOF = errors.New("EOF")

// ErrUnexpectedEOF says that the input ended inside something of known size or structure.
var ErrUnexpectedEOF = errors.New("unexpected EOF")

// ErrShortWrite says that a Write took fewer bytes than given without giving an error.
var ErrShortWrite = errors.New("short write")

// ErrShortBuffer says that a read needs a longer buffer.
var ErrShortBuffer = errors.New("short buffer")

// ErrNoProgress says that many calls of Read returned neither data nor an error.
var ErrNoProgress = errors.New("multiple Read calls return no data or error")

var errInvalidWrite = errors.New("invalid write result")
var errWhence = errors.New("Seek: invalid whence")
var errOffset = errors.New("Seek: invalid offset")

// Reader reads up to len(p) bytes into p and returns how many, with an error if there were fewer for a
// reason. A caller uses the n bytes before it looks at the error.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// Writer writes the bytes of p. It returns an error if n < len(p), and neither changes nor keeps p.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// Closer releases something. What a second Close does is up to the implementation.
type Closer interface {
	Close() error
}

// Seeker sets the offset of the next Read or Write and returns it, counted from the start.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

// ReadWriter joins Reader and Writer.
type ReadWriter interface {
	Reader
	Writer
}

// ReadCloser joins Reader and Closer.
type ReadCloser interface {
	Reader
	Closer
}

// WriteCloser joins Writer and Closer.
type WriteCloser interface {
	Writer
	Closer
}

// ReadWriteCloser joins Reader, Writer and Closer.
type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

// ReadSeeker joins Reader and Seeker.
type ReadSeeker interface {
	Reader
	Seeker
}

// ReadSeekCloser joins Reader, Seeker and Closer.
type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

// WriteSeeker joins Writer and Seeker.
type WriteSeeker interface {
	Writer
	Seeker
}

// ReadWriteSeeker joins Reader, Writer and Seeker.
type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// ReaderFrom reads from r until EOF or an error; EOF is not reported as one.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// WriterTo writes to w until there is nothing left or an error occurs.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// ReaderAt reads len(p) bytes at the given offset, or fewer with an error. Calls may run in parallel.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// WriterAt writes p at the given offset.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

// ByteReader reads the next byte.
type ByteReader interface {
	ReadByte() (byte, error)
}

// ByteScanner is a ByteReader that can take back the last byte read.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

// ByteWriter writes a byte.
type ByteWriter interface {
	WriteByte(c byte) error
}

// RuneReader reads the next UTF-8 encoded rune and tells its width.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// RuneScanner is a RuneReader that can take back the last rune read.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

// StringWriter writes a string.
type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriteString writes s to w, by w's own WriteString if it has one.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads into buf until it has at least min bytes. The error is EOF only if nothing was read,
// ErrUnexpectedEOF if the input ended before min bytes, ErrShortBuffer if buf is shorter than min.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var got int
		got, err = r.Read(buf[n:])
		n += got
	}
	switch {
	case n >= min:
		err = nil
	case n > 0 && err == EOF:
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull reads exactly len(buf) bytes, with the errors of ReadAtLeast.
func ReadFull(r Reader, buf []byte) (n int, err error) {
	return ReadAtLeast(r, buf, len(buf))
}

// ReadAll reads from r until EOF, which is not an error here.
func ReadAll(r Reader) ([]byte, error) {
	data := make([]byte, 0, 512)
	for {
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// CopyN copies n bytes from src to dst; written == n exactly if the error is nil.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written == n {
		return n, nil
	}
	if written < n && err == nil {
		err = EOF
	}
	return written, err
}

// Copy copies from src to dst until EOF, which is not an error here. It leaves the work to src.WriteTo or
// else dst.ReadFrom if there is one.
func Copy(dst Writer, src Reader) (written int64, err error) {
	return transfer(dst, src, nil)
}

// CopyBuffer is Copy through the given buffer, where it needs one. An empty buffer that is not nil panics.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return transfer(dst, src, buf)
}

const copyBufferSize = 32 * 1024

func transfer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if wt, ok := src.(WriterTo); ok {
		return wt.WriteTo(dst)
	}
	if rf, ok := dst.(ReaderFrom); ok {
		return rf.ReadFrom(src)
	}
	if buf == nil {
		size := copyBufferSize
		if l, ok := src.(*LimitedReader); ok && l.N < int64(size) {
			size = int(max(l.N, 1))
		}
		buf = make([]byte, size)
	}
	for {
		got, readErr := src.Read(buf)
		if got > 0 {
			put, writeErr := dst.Write(buf[:got])
			if put < 0 || put > got {
				put = 0
				if writeErr == nil {
					writeErr = errInvalidWrite
				}
			}
			written += int64(put)
			if writeErr != nil {
				return written, writeErr
			}
			if put != got {
				return written, ErrShortWrite
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}
