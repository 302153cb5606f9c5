package io

// LimitReader returns a *LimitedReader that reads at most n bytes of r.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// LimitedReader reads from R, but no more than N bytes; N counts down.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// SectionReader reads the bytes [base, end) of a ReaderAt as if they were a file.
type SectionReader struct {
	r              ReaderAt
	base, pos, end int64
	size           int64 // as asked for, for Outer
}

// NewSectionReader returns a reader of the n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	const farthest = 1<<63 - 1
	end := int64(farthest)
	if off <= farthest-n {
		end = off + n
	}
	return &SectionReader{r, off, off, end, n}
}

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.pos >= s.end {
		return 0, EOF
	}
	if rest := s.end - s.pos; int64(len(p)) > rest {
		p = p[:rest]
	}
	n, err = s.r.ReadAt(p, s.pos)
	s.pos += int64(n)
	return n, err
}

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	rest := s.end - off
	if int64(len(p)) <= rest {
		return s.r.ReadAt(p, off)
	}
	n, err = s.r.ReadAt(p[:rest], off)
	if err == nil {
		err = EOF
	}
	return n, err
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.base
	case SeekCurrent:
		offset += s.pos
	case SeekEnd:
		offset += s.end
	default:
		return 0, errWhence
	}
	if offset < s.base {
		return 0, errOffset
	}
	s.pos = offset
	return offset - s.base, nil
}

// Size returns the number of bytes in the section.
func (s *SectionReader) Size() int64 { return s.end - s.base }

// Outer returns what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.size }

// OffsetWriter writes to a WriterAt as if it were a file that begins at base.
type OffsetWriter struct {
	w         WriterAt
	base, pos int64
}

// NewOffsetWriter returns a writer to w from off on.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.pos)
	o.pos += int64(n)
	return n, err
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, off+o.base)
}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += o.base
	case SeekCurrent:
		offset += o.pos
	default:
		return 0, errWhence
	}
	if offset < o.base {
		return 0, errOffset
	}
	o.pos = offset
	return offset - o.base, nil
}

type teeReader struct {
	r Reader
	w Writer
}

// TeeReader returns a Reader that writes to w all that it reads from r, unbuffered; an error of w is
// returned by Read.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if put, writeErr := t.w.Write(p[:n]); writeErr != nil {
			return put, writeErr
		}
	}
	return n, err
}

type multiReader struct {
	left []Reader
}

// MultiReader returns a Reader of the given ones one after another.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.left) > 0 {
		n, err = m.left[0].Read(p)
		if err == EOF {
			m.left[0] = nil // a reader that is done with can be collected
			m.left = m.left[1:]
			if n == 0 {
				continue
			}
			if len(m.left) > 0 {
				err = nil
			}
		}
		if n > 0 || err != nil {
			return n, err
		}
		return 0, nil
	}
	return 0, EOF
}

func (m *multiReader) WriteTo(w Writer) (total int64, err error) {
	buf := make([]byte, copyBufferSize)
	for len(m.left) > 0 {
		n, err := transfer(w, m.left[0], buf)
		total += n
		if err != nil {
			return total, err
		}
		m.left[0] = nil
		m.left = m.left[1:]
	}
	return total, nil
}

type multiWriter struct {
	writers []Writer
}

// MultiWriter returns a Writer that writes to each of the given ones in turn and stops at the first error.
func MultiWriter(writers ...Writer) Writer {
	var all []Writer
	for _, w := range writers {
		if m, ok := w.(*multiWriter); ok {
			all = append(all, m.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		n, err = w.Write(p)
		if err != nil {
			return n, err
		}
		if n != len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	for _, w := range m.writers {
		n, err = WriteString(w, s)
		if err != nil {
			return n, err
		}
		if n != len(s) {
			return n, ErrShortWrite
		}
	}
	return len(s), nil
}

// Discard is a Writer that takes everything and does nothing.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func (discard) WriteString(s string) (int, error) { return len(s), nil }

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := make([]byte, 8192)
	for {
		got, err := r.Read(buf)
		n += int64(got)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

type nopCloser struct {
	Reader
}

func (nopCloser) Close() error { return nil }

type nopCloserWriterTo struct {
	Reader
}

func (nopCloserWriterTo) Close() error { return nil }

func (c nopCloserWriterTo) WriteTo(w Writer) (n int64, err error) {
	return c.Reader.(WriterTo).WriteTo(w)
}

// NopCloser gives r a Close that does nothing. The result has WriteTo if r has.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserWriterTo{r}
	}
	return nopCloser{r}
}
