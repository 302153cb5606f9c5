// Package strconv converts between basic values and their texts.
package strconv

import "errors"

// IntSize is the number of bits in an int.
const IntSize = 64

// ErrRange says that a value is out of range for the type asked for.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text does not have the right form.
var ErrSyntax = errors.New("invalid syntax")

// NumError is the error of a failed conversion.
type NumError struct {
	Func string // the function: ParseBool, ParseInt, ParseUint, ParseFloat, ParseComplex, Atoi
	Num  string // its input
	Err  error  // the reason: ErrRange, ErrSyntax, …
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// What the native parsers report.
const (
	parsedWell = iota
	badSyntax
	outOfRange
	badBase
	badBitSize
)

func numError(function, text string, verdict, base, bitSize int) error {
	var reason error
	switch verdict {
	case badSyntax:
		reason = ErrSyntax
	case outOfRange:
		reason = ErrRange
	case badBase:
		reason = errors.New("invalid base " + Itoa(base))
	case badBitSize:
		reason = errors.New("invalid bit size " + Itoa(bitSize))
	}
	return &NumError{function, text, reason}
}

// ParseBool understands 1, t, T, TRUE, true, True and 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, numError("ParseBool", str, badSyntax, 0, 0)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte {
	return append(dst, FormatBool(b)...)
}

// Atoi is ParseInt(s, 10, 0) with an int result.
func Atoi(s string) (int, error) {
	n, verdict := parseInt(s, 10, 0)
	if verdict != parsedWell {
		return int(n), numError("Atoi", s, verdict, 10, 0)
	}
	return int(n), nil
}

// ParseInt reads an integer in the given base, 2 to 36, with an optional sign. Base 0 takes the base from a
// prefix (0b, 0o or 0, 0x, else 10) and allows underscores as Go's literals do. The value must fit bitSize
// bits (0 means those of int); if it does not, the error is ErrRange and the result the nearest that does.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	i, verdict := parseInt(s, base, bitSize)
	if verdict != parsedWell {
		return i, numError("ParseInt", s, verdict, base, bitSize)
	}
	return i, nil
}

// ParseUint is ParseInt without a sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	u, verdict := parseUint(s, base, bitSize)
	if verdict != parsedWell {
		return u, numError("ParseUint", s, verdict, base, bitSize)
	}
	return u, nil
}

// ParseFloat reads a decimal or hexadecimal floating-point number, or an infinity or NaN in words, and
// returns the nearest float64 (or float32, if bitSize is 32). Too large a number gives ±Inf and ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, length, verdict := parseFloatPrefix(s, bitSize)
	if verdict != badSyntax && length != len(s) {
		f, verdict = 0, badSyntax
	}
	if verdict != parsedWell {
		return f, numError("ParseFloat", s, verdict, 0, 0)
	}
	return f, nil
}

// ParseComplex reads N, Ni or N±Ni, in parentheses or not, N being as in ParseFloat.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	text := s
	if n := len(text); n >= 2 && text[0] == '(' && text[n-1] == ')' {
		text = text[1 : n-1]
	}
	wrong := func() (complex128, error) {
		return 0, numError("ParseComplex", s, badSyntax, 0, 0)
	}
	done := func(re, im float64, ranged bool) (complex128, error) {
		if ranged {
			return complex(re, im), numError("ParseComplex", s, outOfRange, 0, 0)
		}
		return complex(re, im), nil
	}

	re, length, verdict := parseFloatPrefix(text, size)
	if verdict == badSyntax {
		return wrong()
	}
	ranged := verdict == outOfRange
	text = text[length:]
	if text == "" {
		return done(re, 0, ranged)
	}
	switch text[0] {
	case 'i':
		if text != "i" {
			return wrong()
		}
		return done(0, re, ranged)
	case '+':
		if len(text) > 1 && text[1] != '+' {
			text = text[1:] // not part of the number, or "1+NaNi" would be wrong
		}
	case '-':
	default:
		return wrong()
	}
	im, length, verdict := parseFloatPrefix(text, size)
	if verdict == badSyntax || text[length:] != "i" {
		return wrong()
	}
	return done(re, im, ranged || verdict == outOfRange)
}

// FormatComplex returns "(a+bi)", its parts formatted by FormatFloat with half of bitSize.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	half := bitSize / 2
	text := append([]byte(nil), '(')
	text = AppendFloat(text, real(c), fmt, prec, half)
	imag := FormatFloat(imag(c), fmt, prec, half)
	if imag[0] != '+' && imag[0] != '-' {
		text = append(text, '+')
	}
	text = append(text, imag...)
	return string(append(text, "i)"...))
}

// Itoa returns i in decimal.
func Itoa(i int) string

// FormatInt returns i in the given base, 2 to 36, with lower-case letters.
func FormatInt(i int64, base int) string {
	checkBase(base)
	return formatInt(i, base)
}

// FormatUint returns i in the given base, 2 to 36, with lower-case letters.
func FormatUint(i uint64, base int) string {
	checkBase(base)
	return formatUint(i, base)
}

// AppendInt appends FormatInt's result to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	checkBase(base)
	return appendInt(dst, i, base)
}

// AppendUint appends FormatUint's result to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	checkBase(base)
	return appendUint(dst, i, base)
}

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// FormatFloat returns f, a value of bitSize (32 or 64) bits, in one of the forms
//
//	'b' -ddddp±ddd     'e' -d.dddde±dd   'f' -ddd.dddd     'g' 'e' for large exponents, else 'f'
//	'x' -0xd.ddddp±dd  'E' -d.ddddE±dd   'G' 'E' for large exponents, else 'f'   'X' -0Xd.ddddP±dd
//
// prec counts the digits after the point, for 'g' and 'G' all digits; -1 means as few as identify f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	checkBitSize(bitSize)
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends FormatFloat's result to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	checkBitSize(bitSize)
	return appendFloat(dst, f, fmt, prec, bitSize)
}

func checkBitSize(bitSize int) {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
}

func parseInt(s string, base, bitSize int) (i int64, verdict int)
func parseUint(s string, base, bitSize int) (u uint64, verdict int)

// parseFloatPrefix reads the longest number at the start of s and tells its length.
func parseFloatPrefix(s string, bitSize int) (f float64, length, verdict int)

func formatInt(i int64, base int) string
func formatUint(i uint64, base int) string
func appendInt(dst []byte, i int64, base int) []byte
func appendUint(dst []byte, i uint64, base int) []byte
func formatFloat(f float64, fmt byte, prec, bitSize int) string
func appendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte
