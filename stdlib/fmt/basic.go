package fmt

import (
	"strconv"
	"unicode/utf8"
)

// pad writes b, filled up to the width.
func (p *printer) pad(b []byte) {
	if !p.hasWidth || p.width == 0 {
		p.buf = append(p.buf, b...)
		return
	}
	missing := p.width - utf8.RuneCount(b)
	if p.minus {
		p.buf = append(p.buf, b...)
		p.fill(missing)
	} else {
		p.fill(missing)
		p.buf = append(p.buf, b...)
	}
}

// padString is pad for a string.
func (p *printer) padString(s string) {
	if !p.hasWidth || p.width == 0 {
		p.buf = append(p.buf, s...)
		return
	}
	missing := p.width - utf8.RuneCountInString(s)
	if p.minus {
		p.buf = append(p.buf, s...)
		p.fill(missing)
	} else {
		p.fill(missing)
		p.buf = append(p.buf, s...)
	}
}

const spaces = "                                                                "
const zeros = "0000000000000000000000000000000000000000000000000000000000000000"

// fill writes n characters of padding.
func (p *printer) fill(n int) {
	filler := spaces
	if p.zero && !p.minus {
		filler = zeros
	}
	for ; n > len(filler); n -= len(filler) {
		p.buf = append(p.buf, filler...)
	}
	if n > 0 {
		p.buf = append(p.buf, filler[:n]...)
	}
}

// padPlain is pad with spaces whatever the flags.
func (p *printer) padPlain(b []byte) {
	zero := p.zero
	p.zero = false
	p.pad(b)
	p.zero = zero
}

func (p *printer) printBool(b bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb)
		return
	}
	p.padString(strconv.FormatBool(b))
}

func (p *printer) printInt(i int64, verb rune) {
	if verb == 'd' || verb == 'v' {
		if !p.hasWidth && !p.hasPrec && !p.plus && !p.space {
			p.buf = strconv.AppendInt(p.buf, i, 10)
			return
		}
	}
	p.printInteger(uint64(i), i < 0, true, verb)
}

func (p *printer) printUint(u uint64, verb rune) { p.printInteger(u, false, false, verb) }

// printInteger prints the integer whose 64 bits are u; negative can only be set if it is signed.
func (p *printer) printInteger(u uint64, negative, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.printHex(u, true)
		} else {
			p.printDigits(u, negative, 10, verb)
		}
	case 'd':
		p.printDigits(u, negative, 10, verb)
	case 'b':
		p.printDigits(u, negative, 2, verb)
	case 'o', 'O':
		p.printDigits(u, negative, 8, verb)
	case 'x', 'X':
		p.printDigits(u, negative, 16, verb)
	case 'c':
		p.pad(utf8.AppendRune(nil, toRune(u)))
	case 'q':
		if p.plus {
			p.pad(strconv.AppendQuoteRuneToASCII(nil, toRune(u)))
		} else {
			p.pad(strconv.AppendQuoteRune(nil, toRune(u)))
		}
	case 'U':
		p.printCodePoint(u)
	default:
		p.badVerb(verb)
	}
}

func toRune(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

// printHex prints u in base 16, with 0x if prefixed.
func (p *printer) printHex(u uint64, prefixed bool) {
	sharp := p.sharp
	p.sharp = prefixed
	p.printDigits(u, false, 16, 'v')
	p.sharp = sharp
}

// printDigits prints an integer in the given base with sign, prefix, precision and padding.
func (p *printer) printDigits(u uint64, negative bool, base int, verb rune) {
	if negative {
		u = -u
	}
	// The least number of digits: the precision, or what zero padding asks for.
	least := 0
	if p.hasPrec {
		least = p.prec
		if least == 0 && u == 0 {
			p.padPlain(nil)
			return
		}
	} else if p.zero && !p.minus && p.hasWidth {
		least = p.width
		if negative || p.plus || p.space {
			least--
		}
	}
	var scratch [68]byte
	digits := strconv.AppendUint(scratch[:0], u, base)
	if verb == 'X' {
		for i, c := range digits {
			if c >= 'a' {
				digits[i] = c - 'a' + 'A'
			}
		}
	}

	num := make([]byte, 0, max(least, len(digits))+4)
	switch {
	case negative:
		num = append(num, '-')
	case p.plus:
		num = append(num, '+')
	case p.space:
		num = append(num, ' ')
	}
	if verb == 'O' {
		num = append(num, "0o"...)
	}
	if p.sharp {
		switch {
		case base == 2:
			num = append(num, "0b"...)
		case base == 8 && len(digits) >= least && digits[0] != '0':
			num = append(num, '0') // enough unless there are leading zeros anyway
		case base == 16 && verb == 'X':
			num = append(num, "0X"...)
		case base == 16:
			num = append(num, "0x"...)
		}
	}
	for n := least - len(digits); n > 0; n-- {
		num = append(num, '0')
	}
	num = append(num, digits...)
	p.padPlain(num)
}

// printCodePoint prints U+1234, and the character too with the flag #.
func (p *printer) printCodePoint(u uint64) {
	least := 4
	if p.hasPrec && p.prec > least {
		least = p.prec
	}
	var scratch [16]byte
	digits := strconv.AppendUint(scratch[:0], u, 16)
	text := append(make([]byte, 0, least+8), "U+"...)
	for n := least - len(digits); n > 0; n-- {
		text = append(text, '0')
	}
	for _, c := range digits {
		if c >= 'a' {
			c = c - 'a' + 'A'
		}
		text = append(text, c)
	}
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		text = append(text, " '"...)
		text = utf8.AppendRune(text, rune(u))
		text = append(text, '\'')
	}
	p.padPlain(text)
}

func (p *printer) printFloat(f float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.formatFloat(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.formatFloat(f, size, byte(verb), -1)
	case 'f', 'e', 'E':
		p.formatFloat(f, size, byte(verb), 6)
	case 'F':
		p.formatFloat(f, size, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

// formatFloat prints f in a format of strconv; the precision is that of the directive if it has one.
func (p *printer) formatFloat(f float64, size int, format byte, prec int) {
	if p.hasPrec {
		prec = p.prec
	}
	if !p.hasWidth && !p.plus && !p.space && !p.sharp && f-f == 0 {
		p.buf = strconv.AppendFloat(p.buf, f, format, prec, size)
		return
	}
	var scratch [40]byte
	num := strconv.AppendFloat(append(scratch[:0], '+'), f, format, prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	}
	if p.space && num[0] == '+' && !p.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		if num[1] == 'N' && !p.space && !p.plus {
			num = num[1:]
		}
		p.padPlain(num)
		return
	}
	if p.sharp && format != 'b' {
		num = withAllDigits(num, format, prec)
	}
	if num[0] == '+' && !p.plus {
		p.pad(num[1:])
		return
	}
	if p.zero && !p.minus && p.hasWidth && p.width > len(num) {
		p.buf = append(p.buf, num[0]) // the zeros come after the sign
		p.fill(p.width - len(num))
		p.buf = append(p.buf, num[1:]...)
		return
	}
	p.pad(num)
}

// withAllDigits gives num, which begins with a sign, a decimal point and for %g the trailing zeros up to the
// precision: the flag #.
func withAllDigits(num []byte, format byte, prec int) []byte {
	wanted := 0 // significant digits to be added
	switch format {
	case 'g', 'G', 'x':
		if wanted = prec; wanted < 0 {
			wanted = 6
		}
	}
	hex := format == 'x' || format == 'X'
	point, significant := false, false
	end := len(num)
	for i := 1; i < len(num) && end == len(num); i++ {
		switch c := num[i]; {
		case c == '.':
			point = true
		case c == 'p' || c == 'P' || !hex && (c == 'e' || c == 'E'):
			end = i
		default:
			if c != '0' {
				significant = true
			}
			if significant {
				wanted--
			}
		}
	}
	if !point && end == 2 && num[1] == '0' {
		wanted-- // a lone zero counts as a digit
	}
	full := append(make([]byte, 0, len(num)+max(wanted, 0)+1), num[:end]...)
	if !point {
		full = append(full, '.')
	}
	for ; wanted > 0; wanted-- {
		full = append(full, '0')
	}
	return append(full, num[end:]...)
}

// printComplex prints a complex number whose parts have the given size.
func (p *printer) printComplex(c complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
	default:
		p.badVerb(verb)
		return
	}
	plus := p.plus
	p.buf = append(p.buf, '(')
	p.printFloat(real(c), size, verb)
	p.plus = true
	p.printFloat(imag(c), size, verb)
	p.buf = append(p.buf, "i)"...)
	p.plus = plus
}

func (p *printer) printString(s string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.printQuoted(s)
		} else {
			p.padString(p.cut(s))
		}
	case 's':
		p.padString(p.cut(s))
	case 'q':
		p.printQuoted(s)
	case 'x', 'X':
		p.printHexBytes(s, verb)
	default:
		p.badVerb(verb)
	}
}

// cut shortens s to the precision, in runes.
func (p *printer) cut(s string) string {
	if !p.hasPrec {
		return s
	}
	n := p.prec
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

func (p *printer) printQuoted(s string) {
	s = p.cut(s)
	switch {
	case p.sharp && strconv.CanBackquote(s):
		p.padString("`" + s + "`")
	case p.plus:
		p.pad(strconv.AppendQuoteToASCII(nil, s))
	case !p.hasWidth:
		p.buf = strconv.AppendQuote(p.buf, s)
	default:
		p.pad(strconv.AppendQuote(nil, s))
	}
}

// printHexBytes prints two digits for each byte of s, up to the precision.
func (p *printer) printHexBytes(s string, verb rune) {
	if p.hasPrec && p.prec < len(s) {
		s = s[:p.prec]
	}
	if len(s) == 0 {
		if p.hasWidth {
			p.fill(p.width)
		}
		return
	}
	digits, prefix := "0123456789abcdef", "0x"
	if verb == 'X' {
		digits, prefix = "0123456789ABCDEF", "0X"
	}
	text := make([]byte, 0, 5*len(s))
	for i := 0; i < len(s); i++ {
		if p.space && i > 0 {
			text = append(text, ' ')
		}
		if p.sharp && (p.space || i == 0) {
			text = append(text, prefix...)
		}
		text = append(text, digits[s[i]>>4], digits[s[i]&15])
	}
	p.pad(text)
}
