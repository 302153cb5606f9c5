// Package strings searches, cuts and builds UTF-8 strings.
//
// A byte that is no part of a valid encoding counts as the rune U+FFFD of width 1.
package strings

import (
	"unicode"
	"unicode/utf8"
)

// Clone returns a copy of s in memory of its own.
func Clone(s string) string

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b, bytewise.
func Compare(a, b string) int

// Contains reports whether substr occurs in s.
func Contains(s, substr string) bool

// ContainsAny reports whether a rune of chars occurs in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r occurs in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether a rune of s satisfies f.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// Count returns how often substr occurs in s without overlapping; an empty substr occurs before every rune and
// at the end.
func Count(s, substr string) int

// Cut splits s around the first sep; without one, before is all of s.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without the prefix and whether it had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without the suffix and whether it had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// EqualFold reports whether s and t are equal but for case.
func EqualFold(s, t string) bool

// Fields returns the parts of s between runs of white space.
func Fields(s string) []string

// FieldsFunc returns the parts of s between runs of runes that satisfy f.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := make([]string, 0, 8)
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool

// Index returns where substr first occurs in s, or -1.
func Index(s, substr string) int

// IndexAny returns where a rune of chars first occurs in s, or -1.
func IndexAny(s, chars string) int

// IndexByte returns where c first occurs in s, or -1.
func IndexByte(s string, c byte) int

// IndexRune returns where r first occurs in s, or -1; U+FFFD is found at any invalid encoding as well.
func IndexRune(s string, r rune) int

// IndexFunc returns where a rune first satisfies f, or -1.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, wanted bool) int {
	for i, r := range s {
		if f(r) == wanted {
			return i
		}
	}
	return -1
}

// Join concatenates elems with sep between them.
func Join(elems []string, sep string) string

// LastIndex returns where substr last occurs in s, or -1.
func LastIndex(s, substr string) int

// LastIndexAny returns where a rune of chars last occurs in s, or -1.
func LastIndexAny(s, chars string) int

// LastIndexByte returns where c last occurs in s, or -1.
func LastIndexByte(s string, c byte) int

// LastIndexFunc returns where a rune last satisfies f, or -1.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func lastIndexFunc(s string, f func(rune) bool, wanted bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == wanted {
			return i
		}
	}
	return -1
}

// Map returns s with every rune replaced by what mapping returns for it, dropped if that is negative.
func Map(mapping func(rune) rune, s string) string {
	for i, c := range s {
		r := mapping(c)
		if r == c && c != utf8.RuneError {
			continue
		}
		width := 1
		if c == utf8.RuneError {
			if _, width = utf8.DecodeRuneInString(s[i:]); width != 1 && r == c {
				continue
			}
		} else {
			width = utf8.RuneLen(c)
		}
		// The first rune that changes: from here on a copy is needed.
		text := make([]byte, 0, len(s)+utf8.UTFMax)
		text = append(text, s[:i]...)
		if r >= 0 {
			text = utf8.AppendRune(text, r)
		}
		for _, c := range s[i+width:] {
			if r := mapping(c); r >= 0 {
				text = utf8.AppendRune(text, r)
			}
		}
		return string(text)
	}
	return s
}

// Repeat returns count copies of s; it panics if count is negative or the result too long.
func Repeat(s string, count int) string

// Replace returns s with the first n occurrences of old, all if n < 0, replaced by new. An empty old occurs
// before every rune and at the end.
func Replace(s, old, new string, n int) string

// ReplaceAll is Replace without a limit.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Split returns the parts of s between occurrences of sep; with an empty sep its characters.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitAfter is Split with sep left at the end of the parts.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitN is Split into at most n parts, the last with all the rest; any number if n < 0, nil if n == 0.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfterN is SplitN with sep left at the end of the parts.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split leaves keep bytes of sep at the end of each part.
func split(s, sep string, keep, n int) []string

// Title returns s with the letters that begin words in title case.
//
// Deprecated: words are more than what stands between spaces and punctuation.
func Title(s string) string {
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

// ToLower returns s in lower case.
func ToLower(s string) string

// ToUpper returns s in upper case.
func ToUpper(s string) string

// ToTitle returns s in title case.
func ToTitle(s string) string

// ToLowerSpecial returns s in lower case by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToUpperSpecial returns s in upper case by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToTitleSpecial returns s in title case by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 returns s with every run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement string) string

// Trim returns s without the runes of cutset at its ends.
func Trim(s, cutset string) string

// TrimLeft returns s without the runes of cutset at its beginning.
func TrimLeft(s, cutset string) string

// TrimRight returns s without the runes of cutset at its end.
func TrimRight(s, cutset string) string

// TrimSpace returns s without the white space at its ends.
func TrimSpace(s string) string

// TrimPrefix returns s without the prefix, if it has it.
func TrimPrefix(s, prefix string) string

// TrimSuffix returns s without the suffix, if it has it.
func TrimSuffix(s, suffix string) string

// TrimFunc returns s without the runes at its ends that satisfy f.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the runes at its beginning that satisfy f.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without the runes at its end that satisfy f.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}
