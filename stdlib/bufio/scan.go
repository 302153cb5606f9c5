package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

// MaxScanTokenSize is the longest token of a Scanner whose Buffer was not set.
const MaxScanTokenSize = 64 * 1024

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken, returned by a SplitFunc, ends the scan without an error; the token that comes with it is
// delivered, unless it is nil.
var ErrFinalToken = errors.New("final token")

// SplitFunc cuts a token off the front of data: it returns how far to advance and the token, nil for none yet.
// With atEOF, data is all there is. An error ends the scan.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner delivers input token by token, lines unless Split says otherwise. It stops for good at EOF, at an
// error, or at a token too long for its buffer.
type Scanner struct {
	r          io.Reader
	split      SplitFunc
	longest    int
	token      []byte
	buf        []byte
	start, end int // buf[start:end] is to be scanned
	err        error
	empties    int // empty tokens in a row without progress
	started    bool
	done       bool
}

// NewScanner returns a Scanner of r's lines.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, longest: MaxScanTokenSize}
}

// Err returns the error that ended the scan, nil if that was EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the token; the next Scan may overwrite it.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token as a string.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the initial buffer and the size it may grow to, before the first Scan.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[0:cap(buf)]
	s.longest = max
}

// Split sets what cuts the input, before the first Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// Scan goes to the next token and reports whether there is one. It panics if the split function keeps
// returning empty tokens without advancing.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.started = true
	for {
		if s.end > s.start || s.err != nil {
			if found, over := s.cut(); found || over {
				return found
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			return s.none()
		}
		if !s.makeRoom() {
			return s.none()
		}
		s.read()
	}
}

func (s *Scanner) none() bool {
	s.token = nil
	return false
}

func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// cut tries to get a token from what is buffered: found says that there is one, over that the scan has ended.
func (s *Scanner) cut() (found, over bool) {
	advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
	if err == ErrFinalToken {
		s.token = token
		s.done = true
		return token != nil, true
	}
	if err == nil && advance < 0 {
		err = ErrNegativeAdvance
	}
	if err == nil && advance > s.end-s.start {
		err = ErrAdvanceTooFar
	}
	if err != nil {
		s.fail(err)
		return s.none(), true
	}
	s.start += advance
	s.token = token
	if token == nil {
		return false, false
	}
	if s.err == nil || advance > 0 {
		s.empties = 0
	} else if s.empties++; s.empties > patience {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
	return true, false
}

// makeRoom moves the data down or enlarges the buffer, so that more can be read.
func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.longest {
		s.fail(ErrTooLong)
		return false
	}
	size := 2 * len(s.buf)
	if size == 0 {
		size = defaultSize
	}
	larger := make([]byte, min(size, s.longest))
	s.end = copy(larger, s.buf[s.start:s.end])
	s.start = 0
	s.buf = larger
	return true
}

func (s *Scanner) read() {
	for tries := 0; ; tries++ {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fail(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
		if tries == patience {
			s.fail(io.ErrNoProgress)
			return
		}
	}
}

// ScanBytes delivers single bytes.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes delivers runes in UTF-8, U+FFFD for every invalid byte.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if data[0] < utf8.RuneSelf {
		return 1, data[:1], nil
	}
	_, size := utf8.DecodeRune(data)
	if size > 1 {
		return size, data[:size], nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	return 1, []byte("\uFFFD"), nil
}

// ScanLines delivers lines without their ends, "\n" or "\r\n"; the last needs none.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, withoutReturn(data[:i]), nil
	}
	if atEOF && len(data) > 0 {
		return len(data), withoutReturn(data), nil
	}
	return 0, nil, nil
}

func withoutReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanWords delivers words between white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
