// Package utf8 encodes and decodes UTF-8.
package utf8

const (
	RuneError = '\uFFFD'     // what an invalid encoding decodes to
	RuneSelf  = 0x80         // smaller bytes are characters by themselves
	MaxRune   = '\U0010FFFF' // the largest code point
	UTFMax    = 4            // the longest encoding, in bytes
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// FullRune reports whether p begins with the whole encoding of a rune. An invalid encoding counts as whole,
// since it decodes to an error of width 1.
func FullRune(p []byte) bool

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool

// DecodeRune returns the first rune of p and its width in bytes: (RuneError, 0) if p is empty,
// (RuneError, 1) if the encoding is invalid.
func DecodeRune(p []byte) (r rune, size int)

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (r rune, size int)

// DecodeLastRune returns the last rune of p and its width in bytes, with the same errors as DecodeRune.
func DecodeLastRune(p []byte) (r rune, size int)

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (r rune, size int)

// RuneLen returns the number of bytes in the encoding of r, or -1 if r cannot be encoded.
func RuneLen(r rune) int {
	if r < 0 {
		return -1
	}
	if r < 0x80 {
		return 1
	}
	if r < 0x800 {
		return 2
	}
	if r >= surrogateMin && r <= surrogateMax || r > MaxRune {
		return -1
	}
	if r < 0x10000 {
		return 3
	}
	return 4
}

// EncodeRune writes the encoding of r into p, which must have room for it, and returns its length. A rune
// that cannot be encoded is written as RuneError.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < 0x80 {
		p[0] = byte(r)
		return 1
	}
	switch n := RuneLen(r); n {
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < 0x80 {
		return append(p, byte(r))
	}
	var enc [UTFMax]byte
	n := EncodeRune(enc[:], r)
	return append(p, enc[:n]...)
}

// RuneCount returns the number of runes in p; every byte of an invalid encoding counts as one.
func RuneCount(p []byte) int

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int)

// RuneStart reports whether b can be the first byte of an encoding.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p consists of valid encodings only.
func Valid(p []byte) bool

// ValidString is Valid for a string.
func ValidString(s string) bool

// ValidRune reports whether r can be encoded: it is in range and no surrogate half.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
