// Package utf16 encodes and decodes UTF-16.
package utf16

const (
	replacement = '\uFFFD'
	maxRune     = '\U0010FFFF'

	highFirst = 0xD800 // high (leading) surrogates: highFirst up to lowFirst
	lowFirst  = 0xDC00 // low (trailing) surrogates: lowFirst up to pastLow
	pastLow   = 0xE000
	offset    = 0x10000 // the first code point that needs two units
)

// IsSurrogate reports whether r is a surrogate half.
func IsSurrogate(r rune) bool { return highFirst <= r && r < pastLow }

// DecodeRune combines a pair of surrogates, or returns U+FFFD if they are none.
func DecodeRune(r1, r2 rune) rune {
	if highFirst <= r1 && r1 < lowFirst && lowFirst <= r2 && r2 < pastLow {
		return (r1-highFirst)<<10 | (r2 - lowFirst) + offset
	}
	return replacement
}

// EncodeRune splits r into its pair of surrogates, or returns U+FFFD twice if it does not need two.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < offset || r > maxRune {
		return replacement, replacement
	}
	r -= offset
	return highFirst + r>>10&0x3FF, lowFirst + r&0x3FF
}

// RuneLen returns the number of units in the encoding of r, or -1 if it has none.
func RuneLen(r rune) int {
	if 0 <= r && r < highFirst || pastLow <= r && r < offset {
		return 1
	}
	if offset <= r && r <= maxRune {
		return 2
	}
	return -1
}

// AppendRune appends the encoding of r, or of U+FFFD if it has none, to a.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		high, low := EncodeRune(r)
		return append(a, uint16(high), uint16(low))
	}
	return append(a, replacement)
}

// Encode returns the encoding of s.
func Encode(s []rune) []uint16 {
	units := make([]uint16, 0, len(s))
	for _, r := range s {
		units = AppendRune(units, r)
	}
	return units
}

// Decode returns the runes that s encodes; an unpaired surrogate gives U+FFFD.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		runes = append(runes, r)
	}
	return runes
}
