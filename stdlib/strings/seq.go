package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Sequences of the parts of a string, found as they are asked for.

// Lines is the sequence of the lines of s, each with the newline that ends it; the last may have none.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := s; rest != ""; {
			end := IndexByte(rest, '\n') + 1
			if end == 0 {
				end = len(rest)
			}
			if !yield(rest[:end]) {
				return
			}
			rest = rest[end:]
		}
	}
}

// SplitSeq is the sequence of the parts of s between the occurrences of sep: the elements of Split.
func SplitSeq(s, sep string) iter.Seq[string] { return parts(s, sep, 0) }

// SplitAfterSeq is SplitSeq with sep left at the end of the parts.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return parts(s, sep, len(sep)) }

// parts leaves keep bytes of sep at the end of each part.
func parts(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		if sep == "" { // the parts are the runes
			for rest != "" {
				_, size := utf8.DecodeRuneInString(rest)
				if !yield(rest[:size]) {
					return
				}
				rest = rest[size:]
			}
			return
		}
		for {
			i := Index(rest, sep)
			if i < 0 {
				yield(rest)
				return
			}
			if !yield(rest[:i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
	}
}

// FieldsSeq is the sequence of the parts of s between runs of white space: the elements of Fields.
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq is the sequence of the parts of s between runs of runes that satisfy f: the elements of FieldsFunc.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			switch {
			case !f(r):
				if start < 0 {
					start = i
				}
			case start >= 0:
				if !yield(s[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
