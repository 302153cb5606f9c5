// Package hex turns bytes into hexadecimal digits and back.
package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrLength says that there is an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

const digits = "0123456789abcdef"

// EncodedLen returns the number of digits of n bytes.
func EncodedLen(n int) int { return n * 2 }

// Encode writes the digits of src into dst and returns their number.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i], dst[2*i+1] = digits[b>>4], digits[b&15]
	}
	return len(src) * 2
}

// AppendEncode appends the digits of src to dst.
func AppendEncode(dst, src []byte) []byte {
	for _, b := range src {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string {
	return string(AppendEncode(make([]byte, 0, EncodedLen(len(src))), src))
}

// DecodedLen returns the number of bytes of x digits.
func DecodedLen(x int) int { return x / 2 }

func value(c byte) (v byte, ok bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

// Decode writes the bytes whose digits src is into dst and returns their number, up to the first error.
func Decode(dst, src []byte) (int, error) {
	for i := 0; i < len(src)/2; i++ {
		high, ok := value(src[2*i])
		if !ok {
			return i, InvalidByteError(src[2*i])
		}
		low, ok := value(src[2*i+1])
		if !ok {
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = high<<4 | low
	}
	if len(src)%2 == 1 {
		last := src[len(src)-1]
		if _, ok := value(last); !ok {
			return len(src) / 2, InvalidByteError(last)
		}
		return len(src) / 2, ErrLength
	}
	return len(src) / 2, nil
}

// AppendDecode appends the bytes whose digits src is to dst.
func AppendDecode(dst, src []byte) ([]byte, error) {
	decoded := make([]byte, DecodedLen(len(src)))
	n, err := Decode(decoded, src)
	return append(dst, decoded[:n]...), err
}

// DecodeString returns the bytes whose digits s is.
func DecodeString(s string) ([]byte, error) {
	decoded := make([]byte, DecodedLen(len(s)))
	n, err := Decode(decoded, []byte(s))
	return decoded[:n], err
}

type encoder struct{ w io.Writer }

// NewEncoder returns a Writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return encoder{w} }

func (e encoder) Write(p []byte) (n int, err error) {
	const atOnce = 512
	for len(p) > 0 && err == nil {
		part := p[:min(atOnce, len(p))]
		var wrote int
		wrote, err = e.w.Write(AppendEncode(nil, part))
		n += wrote / 2
		p = p[len(part):]
	}
	return n, err
}

type decoder struct {
	r    io.Reader
	err  error
	left []byte // digits read
	buf  [1024]byte
}

// NewDecoder returns a Reader of the bytes whose digits r gives.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.left) < 2 && d.err == nil {
		kept := copy(d.buf[:], d.left)
		var read int
		read, d.err = d.r.Read(d.buf[kept:])
		d.left = d.buf[:kept+read]
		if d.err == io.EOF && len(d.left)%2 == 1 {
			d.err = io.ErrUnexpectedEOF
			if _, ok := value(d.left[len(d.left)-1]); !ok {
				d.err = InvalidByteError(d.left[len(d.left)-1])
			}
		}
	}
	p = p[:min(len(p), len(d.left)/2)]
	n, err = Decode(p, d.left[:2*len(p)])
	d.left = d.left[2*n:]
	if err != nil {
		d.left, d.err = nil, err
	}
	if len(d.left) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump shows data as the program hexdump -C does.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

const perLine = 16

type dumper struct {
	w      io.Writer
	line   []byte // not yet written
	offset int
	closed bool
}

// Dumper returns a Writer that shows what is written to it as Dump does. Close writes the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for len(data) > 0 {
		taken := min(perLine-len(d.line), len(data))
		d.line = append(d.line, data[:taken]...)
		data = data[taken:]
		n += taken
		if len(d.line) == perLine {
			if err := d.flush(); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if len(d.line) == 0 {
		return nil
	}
	return d.flush()
}

func (d *dumper) flush() error {
	out := fmt.Appendf(nil, "%08x", d.offset)
	for i := range perLine {
		if i%8 == 0 {
			out = append(out, ' ')
		}
		if i < len(d.line) {
			out = fmt.Appendf(out, " %02x", d.line[i])
		} else {
			out = append(out, "   "...)
		}
	}
	out = append(out, "  |"...)
	for _, b := range d.line {
		if b < 32 || b > 126 {
			b = '.'
		}
		out = append(out, b)
	}
	out = append(out, "|\n"...)
	d.offset += len(d.line)
	d.line = d.line[:0]
	_, err := d.w.Write(out)
	return err
}
