// Package bytes searches, cuts and builds UTF-8 in byte slices.
//
// A byte that is no part of a valid encoding counts as the rune U+FFFD of width 1. Results that are parts of an
// argument share its memory.
package bytes

import (
	"unicode"
	"unicode/utf8"
)

// Clone returns a copy of b, nil if b is nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b []byte) int

// Equal reports whether a and b have the same bytes; nil equals empty.
func Equal(a, b []byte) bool

// Contains reports whether subslice occurs in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a rune of chars occurs in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r occurs in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether a rune of b satisfies f.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count returns how often sep occurs in s without overlapping; an empty sep occurs before every rune and at the
// end.
func Count(s, sep []byte) int

// Cut splits s around the first sep; without one, before is all of s.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without the prefix and whether it had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without the suffix and whether it had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// EqualFold reports whether s and t are equal but for case.
func EqualFold(s, t []byte) bool

// Fields returns the parts of s between runs of white space.
func Fields(s []byte) [][]byte

// FieldsFunc returns the parts of s between runs of runes that satisfy f.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := make([][]byte, 0, 8)
	start := -1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
		i += size
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool

// Index returns where sep first occurs in s, or -1.
func Index(s, sep []byte) int

// IndexAny returns where a rune of chars first occurs in s, or -1.
func IndexAny(s []byte, chars string) int

// IndexByte returns where c first occurs in b, or -1.
func IndexByte(b []byte, c byte) int

// IndexRune returns where r first occurs in s, or -1; U+FFFD is found at any invalid encoding as well.
func IndexRune(s []byte, r rune) int

// IndexFunc returns where a rune first satisfies f, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return indexFunc(s, f, true) }

func indexFunc(s []byte, f func(rune) bool, wanted bool) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if f(r) == wanted {
			return i
		}
		i += size
	}
	return -1
}

// Join concatenates the elements of s with sep between them.
func Join(s [][]byte, sep []byte) []byte

// LastIndex returns where sep last occurs in s, or -1.
func LastIndex(s, sep []byte) int

// LastIndexAny returns where a rune of chars last occurs in s, or -1.
func LastIndexAny(s []byte, chars string) int

// LastIndexByte returns where c last occurs in s, or -1.
func LastIndexByte(s []byte, c byte) int

// LastIndexFunc returns where a rune last satisfies f, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return lastIndexFunc(s, f, true) }

func lastIndexFunc(s []byte, f func(rune) bool, wanted bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRune(s[:i])
		i -= size
		if f(r) == wanted {
			return i
		}
	}
	return -1
}

// Map returns a copy of s with every rune replaced by what mapping returns for it, dropped if that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte {
	mapped := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if r = mapping(r); r >= 0 {
			mapped = utf8.AppendRune(mapped, r)
		}
		i += size
	}
	return mapped
}

// Repeat returns count copies of b; it panics if count is negative or the result too long.
func Repeat(b []byte, count int) []byte

// Replace returns a copy of s with the first n occurrences of old, all if n < 0, replaced by new. An empty old
// occurs before every rune and at the end.
func Replace(s, old, new []byte, n int) []byte

// ReplaceAll is Replace without a limit.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Runes returns the runes of s.
func Runes(s []byte) []rune { return []rune(string(s)) }

// Split returns the parts of s between occurrences of sep; with an empty sep its characters.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitAfter is Split with sep left at the end of the parts.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitN is Split into at most n parts, the last with all the rest; any number if n < 0, nil if n == 0.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfterN is SplitN with sep left at the end of the parts.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// split leaves keep bytes of sep at the end of each part.
func split(s, sep []byte, keep, n int) [][]byte

// Title returns a copy of s with the letters that begin words in title case.
//
// Deprecated: words are more than what stands between spaces and punctuation.
func Title(s []byte) []byte {
	previous := ' '
	return Map(func(r rune) rune {
		begins := separates(previous)
		previous = r
		if begins {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// separates reports whether a word can begin after r.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}

// ToLower returns a copy of s in lower case.
func ToLower(s []byte) []byte

// ToUpper returns a copy of s in upper case.
func ToUpper(s []byte) []byte

// ToTitle returns a copy of s in title case.
func ToTitle(s []byte) []byte

// ToLowerSpecial returns a copy of s in lower case by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToUpperSpecial returns a copy of s in upper case by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToTitleSpecial returns a copy of s in title case by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 returns a copy of s with every run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement []byte) []byte

// trimmed returns where s begins and ends without the runes of cutset, as far as the sides are asked for.
func trimmed(s []byte, cutset string, left, right bool) (start, end int)

// trimmedSpace is trimmed for white space.
func trimmedSpace(s []byte) (start, end int)

// Trim returns s without the runes of cutset at its ends.
func Trim(s []byte, cutset string) []byte {
	start, end := trimmed(s, cutset, true, true)
	if start == end {
		return nil
	}
	return s[start:end]
}

// TrimLeft returns s without the runes of cutset at its beginning.
func TrimLeft(s []byte, cutset string) []byte {
	start, _ := trimmed(s, cutset, true, false)
	if start == len(s) {
		return nil
	}
	return s[start:]
}

// TrimRight returns s without the runes of cutset at its end.
func TrimRight(s []byte, cutset string) []byte {
	_, end := trimmed(s, cutset, false, true)
	return s[:end]
}

// TrimSpace returns s without the white space at its ends, nil if there is nothing else.
func TrimSpace(s []byte) []byte {
	start, end := trimmedSpace(s)
	if start == end {
		return nil
	}
	return s[start:end]
}

// TrimPrefix returns s without the prefix, if it has it.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without the suffix, if it has it.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// TrimFunc returns s without the runes at its ends that satisfy f.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the runes at its beginning that satisfy f, nil if that is all.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := indexFunc(s, f, false)
	if i < 0 {
		return nil
	}
	return s[i:]
}

// TrimRightFunc returns s without the runes at its end that satisfy f.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, size := utf8.DecodeRune(s[i:])
	return s[:i+size]
}
