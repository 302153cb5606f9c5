package syntax

import (
	"strings"
	"unicode/utf8"
)

const (
	maxDepth  = 1000
	maxRepeat = 1000
)

// A parser goes over an expression from left to right. It panics with an *Error.
type parser struct {
	whole string
	rest  string
	flags Flags
	caps  int
	depth int
}

// Parse parses an expression.
func Parse(s string, flags Flags) (re *Regexp, err error) {
	p := &parser{whole: s, rest: s, flags: flags}
	defer func() {
		if e := recover(); e != nil {
			failure, ok := e.(*Error)
			if !ok {
				panic(e)
			}
			re, err = nil, failure
		}
	}()
	if flags&Literal != 0 {
		p.mustBeUTF8(s)
		return p.literal([]rune(s)...), nil
	}
	re = p.alternatives()
	if p.rest != "" { // only a parenthesis ends alternatives early
		p.fail(ErrUnexpectedParen, s)
	}
	if size(re) > maxSize {
		return nil, &Error{ErrLarge, s}
	}
	return re, nil
}

// maxSize is the number of instructions that an expression may come to.
const maxSize = 1 << 20

func size(re *Regexp) int {
	n := 1 + len(re.Rune)
	for _, sub := range re.Sub {
		n += size(sub)
	}
	if re.Op == OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return min(n, 2*maxSize)
}

func (p *parser) fail(code ErrorCode, expr string) { panic(&Error{code, expr}) }

func (p *parser) next() rune {
	r, size := utf8.DecodeRuneInString(p.rest)
	if r == utf8.RuneError && size == 1 {
		p.fail(ErrInvalidUTF8, p.rest)
	}
	p.rest = p.rest[size:]
	return r
}

func (p *parser) mustBeUTF8(s string) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				p.fail(ErrInvalidUTF8, s[i:])
			}
		}
	}
}

func (p *parser) skip(prefix string) bool {
	rest, ok := strings.CutPrefix(p.rest, prefix)
	p.rest = rest
	return ok
}

// since returns the expression from a former rest up to here.
func (p *parser) since(from string) string { return from[:len(from)-len(p.rest)] }

func (p *parser) node(op Op) *Regexp { return &Regexp{Op: op, Flags: p.flags} }

func (p *parser) literal(runes ...rune) *Regexp {
	re := p.node(OpLiteral)
	if len(runes) == 0 {
		re.Op = OpEmptyMatch
	}
	re.Rune = runes
	return re
}

func (p *parser) class(c class) *Regexp {
	re := p.node(OpCharClass)
	re.Rune = c
	return re
}

// alternatives parses up to the end or to a closing parenthesis.
func (p *parser) alternatives() *Regexp {
	if p.depth++; p.depth > maxDepth {
		p.fail(ErrNestingDepth, p.whole)
	}
	subs := []*Regexp{p.sequence()}
	for p.skip("|") {
		subs = append(subs, p.sequence())
	}
	p.depth--
	if len(subs) == 1 {
		return subs[0]
	}
	re := p.node(OpAlternate)
	re.Sub = subs
	return re
}

func (p *parser) sequence() *Regexp {
	var subs []*Regexp
	repeated := "" // the operators behind the last element
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		from := p.rest
		switch c := p.rest[0]; c {
		case '*', '+', '?', '{':
			min, max, ok := 0, -1, true
			if c == '{' {
				if min, max, ok = p.counts(); ok && (min > maxRepeat || max > maxRepeat || max >= 0 && min > max) {
					p.fail(ErrInvalidRepeatSize, p.since(from))
				}
			} else {
				p.next()
			}
			if !ok { // a brace that counts nothing
				p.next()
				subs = append(subs, p.literal('{'))
				repeated = ""
				continue
			}
			repeated = p.repeat(subs, c, min, max, from, repeated)
			continue
		case '(':
			if p.flags&PerlX != 0 && strings.HasPrefix(p.rest, "(?") {
				if sub := p.perlGroup(); sub != nil {
					subs = append(subs, sub)
				}
			} else {
				p.next()
				subs = append(subs, p.group(from, true, ""))
			}
		default:
			if p.flags&PerlX != 0 && p.skip(`\Q`) {
				subs = append(subs, p.quoted()...)
			} else {
				subs = append(subs, p.element())
			}
		}
		repeated = ""
	}
	switch len(subs) {
	case 0:
		return p.node(OpEmptyMatch)
	case 1:
		return subs[0]
	}
	re := p.node(OpConcat)
	re.Sub = subs
	return re
}

// quoted parses text up to \E or the end: a literal for each rune, since an operator behind it applies to the last.
func (p *parser) quoted() (subs []*Regexp) {
	text, rest, _ := strings.Cut(p.rest, `\E`)
	p.mustBeUTF8(text)
	p.rest = rest
	for _, r := range text {
		subs = append(subs, p.literal(r))
	}
	return subs
}

// counts parses {n}, {n,} or {n,m}; not ok if it is none of these.
func (p *parser) counts() (min, max int, ok bool) {
	end := strings.IndexByte(p.rest, '}')
	if end < 0 {
		return 0, 0, false
	}
	low, high, two := strings.Cut(p.rest[1:end], ",")
	if min, ok = number(low); !ok {
		return 0, 0, false
	}
	switch {
	case !two:
		max = min
	case high == "":
		max = -1
	default:
		if max, ok = number(high); !ok {
			return 0, 0, false
		}
	}
	p.rest = p.rest[end+1:]
	return min, max, true
}

// number reads digits without leading zeros. What is too large counts as just that.
func number(s string) (int, bool) {
	if s == "" || len(s) > 1 && s[0] == '0' {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = min(n*10+int(s[i]-'0'), maxRepeat+1)
	}
	return n, true
}

// repeat applies an operator, of which a ? that makes it prefer less may follow, to the last element. It returns the text
// of the operator.
func (p *parser) repeat(subs []*Regexp, operator byte, min, max int, from, before string) string {
	flags := p.flags
	if flags&PerlX != 0 {
		if p.skip("?") {
			flags ^= NonGreedy
		}
		if before != "" {
			p.fail(ErrInvalidRepeatOp, before[:len(before)-len(p.rest)])
		}
	}
	text := p.since(from)
	if len(subs) == 0 {
		p.fail(ErrMissingRepeatArgument, text)
	}
	last := len(subs) - 1
	re := &Regexp{Flags: flags, Sub: []*Regexp{subs[last]}, Min: min, Max: max}
	switch operator {
	case '*':
		re.Op = OpStar
	case '+':
		re.Op = OpPlus
	case '?':
		re.Op = OpQuest
	default:
		re.Op = OpRepeat
		if repeatDepth(re, maxRepeat) < 0 {
			p.fail(ErrInvalidRepeatSize, text)
		}
	}
	re.Min, re.Max = 0, 0
	if re.Op == OpRepeat {
		re.Min, re.Max = min, max
	}
	subs[last] = re
	return from
}

// repeatDepth divides n by the counts nested in a tree; it is negative if they come to more.
func repeatDepth(re *Regexp, n int) int {
	if re.Op == OpRepeat {
		m := max(re.Min, re.Max)
		if m > n {
			return -1
		}
		if m > 0 {
			n /= m
		}
	}
	least := n
	for _, sub := range re.Sub {
		least = min(least, repeatDepth(sub, n))
	}
	return least
}

// group parses the inside of a group and its closing parenthesis.
func (p *parser) group(from string, captures bool, name string) *Regexp {
	flags := p.flags
	number := 0
	if captures {
		p.caps++
		number = p.caps
	}
	re := p.alternatives()
	if !p.skip(")") {
		p.fail(ErrMissingParen, p.whole)
	}
	p.flags = flags
	if !captures {
		return re
	}
	group := p.node(OpCapture)
	group.Sub, group.Cap, group.Name = []*Regexp{re}, number, name
	return group
}

// perlGroup parses a group that begins with "(?"; it returns nil if that only sets flags.
func (p *parser) perlGroup() *Regexp {
	from := p.rest
	for _, prefix := range []string{"(?P<", "(?<"} {
		if !p.skip(prefix) {
			continue
		}
		name, rest, ok := strings.Cut(p.rest, ">")
		p.mustBeUTF8(name)
		if !ok {
			p.fail(ErrInvalidNamedCapture, from)
		}
		p.rest = rest
		if !validName(name) {
			p.fail(ErrInvalidNamedCapture, p.since(from))
		}
		return p.group(from, true, name)
	}
	p.rest = p.rest[len("(?"):]
	flags, negative, some := p.flags, false, false
	for p.rest != "" {
		var flag Flags
		switch p.next() {
		case 'i':
			flag = FoldCase
		case 'm':
			flag = OneLine
		case 's':
			flag = DotNL
		case 'U':
			flag = NonGreedy
		case '-':
			if negative {
				p.fail(ErrInvalidPerlOp, p.since(from))
			}
			negative, some = true, false
			continue
		case ':', ')':
			if negative && !some {
				p.fail(ErrInvalidPerlOp, p.since(from))
			}
			if strings.HasSuffix(p.since(from), ")") {
				p.flags = flags
				return nil
			}
			outer := p.flags
			p.flags = flags
			re := p.group(from, false, "")
			p.flags = outer
			return re
		default:
			p.fail(ErrInvalidPerlOp, p.since(from))
		}
		some = true
		if negative != (flag == OneLine) { // (?m) clears OneLine
			flags &^= flag
		} else {
			flags |= flag
		}
	}
	p.fail(ErrInvalidPerlOp, from)
	return nil
}

func validName(name string) bool {
	for _, r := range name {
		if !IsWordChar(r) {
			return false
		}
	}
	return name != ""
}

// element parses what is no operator and no group.
func (p *parser) element() *Regexp {
	from := p.rest
	switch c := p.next(); c {
	case '^':
		if p.flags&OneLine != 0 {
			return p.node(OpBeginText)
		}
		return p.node(OpBeginLine)
	case '$':
		if p.flags&OneLine != 0 {
			re := p.node(OpEndText)
			re.Flags |= WasDollar
			return re
		}
		return p.node(OpEndLine)
	case '.':
		if p.flags&DotNL != 0 {
			return p.node(OpAnyChar)
		}
		return p.node(OpAnyCharNotNL)
	case '[':
		return p.bracket(from)
	case '\\':
		return p.escaped(from)
	default:
		return p.literal(c)
	}
}

// escaped parses what follows a backslash outside of brackets.
func (p *parser) escaped(from string) *Regexp {
	if p.flags&PerlX != 0 && p.rest != "" {
		var op Op
		switch p.rest[0] {
		case 'A':
			op = OpBeginText
		case 'b':
			op = OpWordBoundary
		case 'B':
			op = OpNoWordBoundary
		case 'z':
			op = OpEndText
		case 'C':
			p.fail(ErrInvalidEscape, `\C`)
		}
		if op != 0 {
			p.rest = p.rest[1:]
			return p.node(op)
		}
	}
	if c, ok := p.escapedClass(from); ok {
		return p.class(c)
	}
	return p.literal(p.escape(from))
}

// escapedClass parses \d and its kin and \p{…}.
func (p *parser) escapedClass(from string) (class, bool) {
	if p.rest == "" {
		return nil, false
	}
	c := p.rest[0]
	if p.flags&PerlX != 0 {
		if found, ok := perlClasses[c|0x20]; ok {
			p.rest = p.rest[1:]
			if p.flags&FoldCase != 0 {
				found = found.folded().normal()
			}
			if c&0x20 == 0 {
				found = found.negated()
			}
			return found, true
		}
	}
	if p.flags&UnicodeGroups == 0 || c != 'p' && c != 'P' {
		return nil, false
	}
	p.rest = p.rest[1:]
	negative := c == 'P'
	if p.rest == "" {
		p.fail(ErrInvalidCharRange, p.since(from))
	}
	name := ""
	if p.skip("{") {
		inside, rest, ok := strings.Cut(p.rest, "}")
		p.mustBeUTF8(inside)
		if !ok {
			p.fail(ErrInvalidCharRange, from)
		}
		name, p.rest = inside, rest
	} else {
		name = string(p.next())
	}
	if inverted, ok := strings.CutPrefix(name, "^"); ok {
		name, negative = inverted, !negative
	}
	found, ok := unicodeClass(name)
	if !ok {
		p.fail(ErrInvalidCharRange, p.since(from))
	}
	if p.flags&FoldCase != 0 {
		found = found.folded()
	}
	found = found.normal()
	if negative {
		found = found.negated()
	}
	return found, true
}

// escape parses the rest of an escape sequence for one rune.
func (p *parser) escape(from string) rune {
	if p.rest == "" {
		p.fail(ErrTrailingBackslash, "")
	}
	switch c := p.next(); c {
	case '1', '2', '3', '4', '5', '6', '7':
		if p.rest == "" || p.rest[0] < '0' || p.rest[0] > '7' {
			break // a reference back to a group
		}
		return p.octal(c - '0')
	case '0':
		return p.octal(0)
	case 'x':
		if p.rest == "" {
			break
		}
		if p.skip("{") {
			var r rune
			digits := 0
			for p.rest != "" {
				c := p.next()
				if c == '}' {
					if digits == 0 {
						break
					}
					return r
				}
				d := hex(c)
				if d < 0 {
					break
				}
				if r = r*16 + d; r > maxRune {
					break
				}
				digits++
			}
			p.fail(ErrInvalidEscape, p.since(from))
		}
		x := hex(p.next())
		if p.rest == "" {
			break
		}
		y := hex(p.next())
		if x < 0 || y < 0 {
			break
		}
		return x*16 + y
	case 'a':
		return '\a'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'v':
		return '\v'
	default:
		if c < utf8.RuneSelf && !IsWordChar(c) || c == '_' {
			return c // punctuation stands for itself
		}
	}
	p.fail(ErrInvalidEscape, p.since(from))
	return 0
}

// octal reads at most two more octal digits.
func (p *parser) octal(r rune) rune {
	for range 2 {
		if p.rest == "" || p.rest[0] < '0' || p.rest[0] > '7' {
			break
		}
		r = r*8 + p.next() - '0'
	}
	return r
}

func hex(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// bracket parses the rest of a class in brackets.
func (p *parser) bracket(from string) *Regexp {
	negative := p.skip("^")
	var c class
	if negative && p.flags&ClassNL == 0 {
		c.add('\n', '\n')
	}
	for first := true; p.rest == "" || p.rest[0] != ']' || first; first = false {
		if p.rest == "" {
			p.fail(ErrMissingBracket, from)
		}
		// A dash is allowed at the ends, in POSIX's way.
		if p.rest[0] == '-' && p.flags&PerlX == 0 && !first && !strings.HasPrefix(p.rest, "-]") {
			_, size := utf8.DecodeRuneInString(p.rest[1:])
			p.fail(ErrInvalidCharRange, p.rest[:1+size])
		}
		at := p.rest
		if strings.HasPrefix(p.rest, "[:") {
			if end := strings.Index(p.rest, ":]"); end >= 0 {
				name := p.rest[2:end]
				p.rest = p.rest[end+2:]
				inverted, isInverted := strings.CutPrefix(name, "^")
				found, ok := posixClasses[inverted]
				if !ok {
					p.fail(ErrInvalidCharRange, p.since(at))
				}
				if p.flags&FoldCase != 0 {
					found = found.folded()
				}
				found = found.normal()
				if isInverted {
					found = found.negated()
				}
				c.addClass(found)
				continue
			}
		}
		if p.skip(`\`) {
			if found, ok := p.escapedClass(at); ok {
				c.addClass(found)
				continue
			}
			p.rest = at
		}
		lo := p.bracketRune(from)
		hi := lo
		if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			if hi = p.bracketRune(from); hi < lo {
				p.fail(ErrInvalidCharRange, p.since(at))
			}
		}
		if p.flags&FoldCase != 0 {
			c.addClass(class{lo, hi}.folded())
		} else {
			c.add(lo, hi)
		}
	}
	p.rest = p.rest[1:]
	c = c.normal()
	if negative {
		c = c.negated()
	}
	return p.class(c)
}

func (p *parser) bracketRune(from string) rune {
	if p.rest == "" {
		p.fail(ErrMissingBracket, from)
	}
	at := p.rest
	if p.skip(`\`) {
		return p.escape(at)
	}
	return p.next()
}
