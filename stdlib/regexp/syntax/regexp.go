// Package syntax parses regular expressions into trees.
//
// The syntax is Go's: that of RE2, which is Perl's without what cannot be matched in linear time.
package syntax

import "unicode"

// An Error says what is wrong with an expression, and where.
type Error struct {
	Code ErrorCode
	Expr string
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// An ErrorCode says what is wrong with an expression.
type ErrorCode string

const (
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

func (e ErrorCode) String() string { return string(e) }

// Flags say how an expression is read.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // ignore case
	Literal                         // the expression is plain text
	ClassNL                         // negated classes match newlines
	DotNL                           // so does .
	OneLine                         // ^ and $ only at the ends of the text
	NonGreedy                       // repetitions prefer less
	PerlX                           // Perl's extensions
	UnicodeGroups                   // \p{Greek}
	WasDollar                       // an OpEndText was written $
	Simple                          // there is no counted repetition

	MatchNL       = ClassNL | DotNL
	Perl          = ClassNL | OneLine | PerlX | UnicodeGroups
	POSIX   Flags = 0
)

// An Op is the kind of a node.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota // matches nothing
	OpEmptyMatch                   // matches the empty string
	OpLiteral                      // the runes Rune
	OpCharClass                    // one of the pairs of bounds in Rune
	OpAnyCharNotNL                 // anything but a newline
	OpAnyChar                      // anything
	OpBeginLine                    // the rest match the empty string at a place
	OpEndLine                      //
	OpBeginText                    //
	OpEndText                      //
	OpWordBoundary                 //
	OpNoWordBoundary               //
	OpCapture                      // Sub[0] as group Cap, perhaps with a Name
	OpStar                         // Sub[0] any number of times
	OpPlus                         // Sub[0] at least once
	OpQuest                        // Sub[0] at most once
	OpRepeat                       // Sub[0] from Min to Max times; no bound if Max is -1
	OpConcat                       // one after the other
	OpAlternate                    // one of them
)

// A Regexp is a node of an expression's tree.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp
	Sub0     [1]*Regexp
	Rune     []rune
	Rune0    [2]rune
	Min, Max int
	Cap      int
	Name     string
}

// MaxCap returns the greatest number of a group.
func (re *Regexp) MaxCap() int {
	n := 0
	if re.Op == OpCapture {
		n = re.Cap
	}
	for _, sub := range re.Sub {
		n = max(n, sub.MaxCap())
	}
	return n
}

// CapNames returns the names of the groups by number, "" for those without.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.nameCaptures(names)
	return names
}

func (re *Regexp) nameCaptures(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.nameCaptures(names)
	}
}

// IsWordChar reports whether r counts as part of a word for \b: an ASCII letter, digit or underscore.
func IsWordChar(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
}

const maxRune = unicode.MaxRune
