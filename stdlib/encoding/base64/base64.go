// Package base64 turns bytes into text of 64 characters and back (RFC 4648).
package base64

import (
	"io"
	"slices"
	"strconv"
)

// An Encoding is an alphabet of 64 characters with the one that pads.
type Encoding struct {
	alphabet string
	values   [256]uint8 // of characters; invalid for others
	padding  rune
	strict   bool
}

const invalid = 0xFF

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// The encodings of RFC 4648, for text and for URLs and file names, with padding and without.
var (
	StdEncoding    = NewEncoding(lettersAndDigits + "+/")
	URLEncoding    = NewEncoding(lettersAndDigits + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// NewEncoding returns the encoding of an alphabet, which must not contain a newline, nor a character twice.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{alphabet: encoder, padding: StdPadding}
	for i := range e.values {
		e.values[i] = invalid
	}
	for i := range len(encoder) {
		switch c := encoder[i]; {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[c] != invalid:
			panic("encoding alphabet includes duplicate symbols")
		default:
			e.values[c] = uint8(i)
		}
	}
	return e
}

// WithPadding returns the encoding with another padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xFF:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != invalid:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict returns the encoding that wants unused bits of the last character to be zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// EncodedLen returns the length of the text of n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// AppendEncode appends the text of src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	dst = slices.Grow(dst, enc.EncodedLen(len(src)))
	for ; len(src) >= 3; src = src[3:] {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		dst = append(dst, enc.alphabet[v>>18], enc.alphabet[v>>12&63], enc.alphabet[v>>6&63], enc.alphabet[v&63])
	}
	if len(src) == 0 {
		return dst
	}
	v := uint(src[0]) << 16
	if len(src) == 2 {
		v |= uint(src[1]) << 8
	}
	dst = append(dst, enc.alphabet[v>>18], enc.alphabet[v>>12&63])
	if len(src) == 2 {
		dst = append(dst, enc.alphabet[v>>6&63])
	}
	if enc.padding != NoPadding {
		for range 3 - len(src) {
			dst = append(dst, byte(enc.padding))
		}
	}
	return dst
}

// Encode writes the text of src into dst, which has room for EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	if len(src) == 0 {
		return
	}
	_ = dst[enc.EncodedLen(len(src))-1]
	enc.AppendEncode(dst[:0], src)
}

// EncodeToString returns the text of src.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// CorruptInputError is the place of the first byte that does not fit.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// DecodedLen returns the greatest number of bytes that n characters stand for.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// quantum reads up to four characters of src from i on, newlines aside, and what they stand for: at most three bytes. done
// says that nothing may follow.
func (enc *Encoding) quantum(dst []byte, src []byte, i int) (n, next int, done bool, err error) {
	var digits [4]uint8
	count := 0
	for count < 4 {
		if i == len(src) {
			switch {
			case count == 0:
				return 0, i, true, nil
			case count == 1 || enc.padding != NoPadding:
				return 0, i, false, CorruptInputError(i - count)
			}
			break
		}
		c := src[i]
		i++
		if v := enc.values[c]; v != invalid {
			digits[count] = v
			count++
			continue
		}
		if c == '\n' || c == '\r' {
			continue
		}
		if rune(c) != enc.padding || count < 2 {
			return 0, i, false, CorruptInputError(i - 1)
		}
		if count == 2 { // a second one must follow
			i = skipNewlines(src, i)
			if i == len(src) {
				return 0, i, false, CorruptInputError(len(src))
			}
			if rune(src[i]) != enc.padding {
				return 0, i, false, CorruptInputError(i - 1)
			}
			i++
		}
		if i = skipNewlines(src, i); i < len(src) {
			err = CorruptInputError(i)
		}
		done = true
		break
	}
	v := uint(digits[0])<<18 | uint(digits[1])<<12 | uint(digits[2])<<6 | uint(digits[3])
	bytes := [3]byte{byte(v >> 16), byte(v >> 8), byte(v)}
	if unused := bytes[count-1:]; enc.strict && slices.ContainsFunc(unused, func(b byte) bool { return b != 0 }) {
		return 0, i, true, CorruptInputError(i - len(unused))
	}
	copy(dst[:count-1], bytes[:])
	return count - 1, i, done || count < 4, err
}

func skipNewlines(src []byte, i int) int {
	for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
		i++
	}
	return i
}

// Decode writes the bytes whose text src is into dst, which has room for DecodedLen(len(src)) bytes, and returns their
// number. Newlines are ignored.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	for i, done := 0, false; !done && err == nil && i < len(src); {
		var count int
		count, i, done, err = enc.quantum(dst[n:], src, i)
		n += count
	}
	return n, err
}

// AppendDecode appends the bytes whose text src is to dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	decoded := make([]byte, len(src)/4*3+3)
	n, err := enc.Decode(decoded, src)
	return append(dst, decoded[:n]...), err
}

// DecodeString returns the bytes whose text s is.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	decoded := make([]byte, len(s)/4*3+3)
	n, err := enc.Decode(decoded, []byte(s))
	return decoded[:n], err
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	held []byte // less than three bytes
	err  error
}

// NewEncoder returns a Writer that writes text to w. Close writes what is left of the last characters.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	all := append(e.held, p...)
	whole := len(all) / 3 * 3
	if whole > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, all[:whole]))
	}
	e.held = append([]byte(nil), all[whole:]...)
	if e.err != nil {
		return 0, e.err
	}
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.held) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.held))
		e.held = nil
	}
	return e.err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	text []byte // characters read, newlines left out
	out  []byte // bytes decoded
	read int64  // characters decoded
	err  error
}

// NewDecoder returns a Reader of the bytes whose text r gives.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 && d.err == nil {
		d.fill()
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	if len(d.out) == 0 && n == 0 {
		return 0, d.err
	}
	return n, nil
}

// fill reads more text and decodes what is complete of it.
func (d *decoder) fill() {
	buf := make([]byte, 1024)
	n, err := d.r.Read(buf)
	for _, c := range buf[:n] {
		if c != '\n' && c != '\r' {
			d.text = append(d.text, c)
		}
	}
	ready := len(d.text) / 4 * 4
	if err != nil {
		if err == io.EOF && len(d.text)%4 != 0 {
			if d.enc.padding == NoPadding {
				ready = len(d.text)
			} else {
				err = io.ErrUnexpectedEOF
			}
		}
		d.err = err
	}
	decoded := make([]byte, ready/4*3+3)
	count, failed := d.enc.Decode(decoded, d.text[:ready])
	if at, ok := failed.(CorruptInputError); ok {
		d.err = at + CorruptInputError(d.read)
	}
	d.out = decoded[:count]
	d.read += int64(ready)
	d.text = append([]byte(nil), d.text[ready:]...)
}
