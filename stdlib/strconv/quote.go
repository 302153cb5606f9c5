package strconv

import "unicode/utf8"

// Which characters appendQuoted leaves as they are.
const (
	keepPrintable = iota // those of IsPrint
	keepASCII            // printable ASCII
	keepGraphic          // those of IsGraphic
)

// appendQuoted appends s as a Go literal between quote characters.
func appendQuoted(dst []byte, s string, quote byte, keep int) []byte

// appendQuotedRune appends r as a Go rune literal, an invalid one as U+FFFD.
func appendQuotedRune(dst []byte, r rune, keep int) []byte

func quoted(s string, keep int) string
func quotedRune(r rune, keep int) string

// Quote returns s as a double-quoted Go literal, what IsPrint denies being escaped.
func Quote(s string) string { return quoted(s, keepPrintable) }

// QuoteToASCII is Quote with everything but printable ASCII escaped.
func QuoteToASCII(s string) string { return quoted(s, keepASCII) }

// QuoteToGraphic is Quote with what IsGraphic denies escaped.
func QuoteToGraphic(s string) string { return quoted(s, keepGraphic) }

// QuoteRune returns r as a single-quoted Go literal, as Quote would.
func QuoteRune(r rune) string { return quotedRune(r, keepPrintable) }

// QuoteRuneToASCII is QuoteRune with everything but printable ASCII escaped.
func QuoteRuneToASCII(r rune) string { return quotedRune(r, keepASCII) }

// QuoteRuneToGraphic is QuoteRune with what IsGraphic denies escaped.
func QuoteRuneToGraphic(r rune) string { return quotedRune(r, keepGraphic) }

// AppendQuote appends Quote's result to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', keepPrintable) }

// AppendQuoteToASCII appends QuoteToASCII's result to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', keepASCII) }

// AppendQuoteToGraphic appends QuoteToGraphic's result to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, '"', keepGraphic)
}

// AppendQuoteRune appends QuoteRune's result to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, keepPrintable) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII's result to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, keepASCII) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic's result to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, keepGraphic)
}

// CanBackquote reports whether s can stand unchanged between backquotes on one line.
func CanBackquote(s string) bool

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool

// IsGraphic is IsPrint with all space characters of Unicode.
func IsGraphic(r rune) bool

// UnquoteChar decodes the first character or escape of s, which stands between quotes of the given kind:
// that quote must be escaped and no other may be (0: neither may be escaped, both may stand). multibyte
// tells whether the character needs more than a byte in UTF-8.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	first := s[0]
	switch {
	case first == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case first >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case first != '\\':
		return rune(first), false, s[1:], nil
	}
	value, multibyte, length := unescape(s, quote)
	if length == 0 {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[length:], nil
}

// unescape decodes the escape sequence at the start of s; length is 0 if there is no valid one.
func unescape(s string, quote byte) (value rune, multibyte bool, length int)

// QuotedPrefix returns the Go string or rune literal at the start of s, quotes included.
func QuotedPrefix(s string) (string, error) {
	n := literalLength(s)
	if n == 0 {
		return "", ErrSyntax
	}
	return s[:n], nil
}

// Unquote returns what the Go string or rune literal s stands for.
func Unquote(s string) (string, error) {
	text, ok := unquoted(s)
	if !ok {
		return "", ErrSyntax
	}
	return text, nil
}

// literalLength returns the length of the literal at the start of s, 0 if there is none.
func literalLength(s string) int

func unquoted(s string) (text string, ok bool)
