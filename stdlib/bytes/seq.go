package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Sequences of the parts of a slice of bytes, found as they are asked for.

// Lines is the sequence of the lines of s, each with the newline that ends it; the last may have none. The parts share
// the memory of s but have no room behind them.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for rest := s; len(rest) > 0; {
			end := IndexByte(rest, '\n') + 1
			if end == 0 {
				end = len(rest)
			}
			if !yield(rest[:end:end]) {
				return
			}
			rest = rest[end:]
		}
	}
}

// SplitSeq is the sequence of the parts of s between the occurrences of sep: the elements of Split.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return parts(s, sep, 0) }

// SplitAfterSeq is SplitSeq with sep left at the end of the parts.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return parts(s, sep, len(sep)) }

// parts leaves keep bytes of sep at the end of each part.
func parts(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		if len(sep) == 0 { // the parts are the runes
			for len(rest) > 0 {
				_, size := utf8.DecodeRune(rest)
				if !yield(rest[:size:size]) {
					return
				}
				rest = rest[size:]
			}
			return
		}
		for {
			i := Index(rest, sep)
			if i < 0 {
				yield(rest[:len(rest):len(rest)])
				return
			}
			if !yield(rest[: i+keep : i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
	}
}

// FieldsSeq is the sequence of the parts of s between runs of white space: the elements of Fields.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq is the sequence of the parts of s between runs of runes that satisfy f: the elements of FieldsFunc.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start := -1
		for i := 0; i < len(s); {
			r, size := utf8.DecodeRune(s[i:])
			switch {
			case !f(r):
				if start < 0 {
					start = i
				}
			case start >= 0:
				if !yield(s[start:i:i]) {
					return
				}
				start = -1
			}
			i += size
		}
		if start >= 0 {
			yield(s[start:len(s):len(s)])
		}
	}
}
