// Package regexp searches text for regular expressions, in time proportional to the text's length.
//
// There are 16 methods that find: Find(All)?(String)?(Submatch)?(Index)?. With All, matches that do not overlap, at most n
// if n >= 0; with String, in a string; with Submatch, the groups too; with Index, positions in place of text.
package regexp

import (
	"io"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Regexp is a compiled expression. Several goroutines may use it at once.
type Regexp struct {
	expr    string
	program *program
	names   []string // of the groups
	longest bool

	mu       sync.Mutex
	machines []*machine // that nobody uses
}

// Compile parses an expression. Its matches are those that a backtracking search would find first.
func Compile(expr string) (*Regexp, error) { return parse(expr, syntax.Perl, false) }

// CompilePOSIX is Compile for POSIX's syntax (egrep); its matches are the longest.
func CompilePOSIX(expr string) (*Regexp, error) { return parse(expr, syntax.POSIX, true) }

func parse(expr string, flags syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, flags)
	if err != nil {
		return nil, err
	}
	return &Regexp{expr: expr, program: compile(tree), names: tree.CapNames(), longest: longest}, nil
}

// MustCompile is Compile that panics if it fails.
func MustCompile(str string) *Regexp { return must("Compile", str, Compile) }

// MustCompilePOSIX is CompilePOSIX that panics if it fails.
func MustCompilePOSIX(str string) *Regexp { return must("CompilePOSIX", str, CompilePOSIX) }

func must(function, expr string, compile func(string) (*Regexp, error)) *Regexp {
	re, err := compile(expr)
	if err != nil {
		quoted := strconv.Quote(expr)
		if strconv.CanBackquote(expr) {
			quoted = "`" + expr + "`"
		}
		panic("regexp: " + function + "(" + quoted + "): " + err.Error())
	}
	return re
}

// String returns the expression.
func (re *Regexp) String() string { return re.expr }

// Copy returns a copy.
//
// Deprecated: there is no need for one.
func (re *Regexp) Copy() *Regexp {
	return &Regexp{expr: re.expr, program: re.program, names: re.names, longest: re.longest}
}

// Longest makes re prefer longer matches to those found first. No other method may be called meanwhile.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp returns the number of groups.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames returns the names of the groups by number; that of the whole, 0, is "".
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the first group of that name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name == "" {
		return -1
	}
	return slices.Index(re.names, name)
}

// LiteralPrefix returns what every match begins with, and whether that is all of it.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	return re.program.prefix, re.program.prefixComplete
}

// AppendText appends the expression.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText returns the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText compiles an expression.
func (re *Regexp) UnmarshalText(text []byte) error {
	compiled, err := Compile(string(text))
	if err != nil {
		return err
	}
	re.expr, re.program, re.names, re.longest = compiled.expr, compiled.program, compiled.names, compiled.longest
	re.mu.Lock()
	re.machines = nil
	re.mu.Unlock()
	return nil
}

// MatchString reports whether s contains a match.
func (re *Regexp) MatchString(s string) bool { return re.search(s, 0, 0) != nil }

// Match reports whether b contains a match.
func (re *Regexp) Match(b []byte) bool { return re.MatchString(textOf(b)) }

// MatchReader reports whether what r gives contains a match.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.MatchString(readAll(r)) }

// MatchString reports whether s contains a match of pattern.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	return err == nil && re.MatchString(s), err
}

// Match reports whether b contains a match of pattern.
func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, textOf(b))
}

// MatchReader reports whether what r gives contains a match of pattern.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	return err == nil && re.MatchReader(r), err
}

// QuoteMeta returns an expression for the text s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// all calls yield with the positions of at most n matches that do not overlap. An empty match right behind the one before
// does not count.
func (re *Regexp) all(text string, n, slots int, yield func(found []int)) {
	if n < 0 {
		n = len(text) + 1
	}
	before := -1
	for pos := 0; n > 0 && pos <= len(text); {
		found := re.search(text, pos, slots)
		if found == nil {
			return
		}
		accepted := true
		if found[1] == pos {
			accepted = found[0] != before // an empty match next to the last one
			if pos == len(text) {
				pos++
			} else {
				_, size := utf8.DecodeRuneInString(text[pos:])
				pos += size
			}
		} else {
			pos = found[1]
		}
		before = found[1]
		if accepted {
			yield(found)
			n--
		}
	}
}

// Split cuts s at the matches into at most n parts, any number if n < 0; the last has the rest.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.expr != "" && s == "" {
		return []string{""}
	}
	parts := make([]string, 0, 8)
	begin, end := 0, 0
	for _, found := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(parts) == n-1 {
			break
		}
		end = found[0]
		if found[1] != 0 {
			parts = append(parts, s[begin:end])
		}
		begin = found[1]
	}
	if end != len(s) {
		parts = append(parts, s[begin:])
	}
	return parts
}
