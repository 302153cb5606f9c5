package regexp

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// A program is a network of instructions: threads go through it side by side over the text, those found first having
// priority. natives.cpp has the same numbers and layout.

type opcode uint32

const (
	opMatch  opcode = iota
	opRune          // if the next rune is arg, go on at out behind it
	opClass         // if the next rune is in the count pairs of ranges from arg on, go on at out behind it
	opSplit         // go on at out, and with less priority at arg
	opSave          // note the position in slot arg
	opAssert        // go on if the conditions arg hold here
	opFail
)

// Conditions of opAssert.
const (
	atBeginLine = 1 << iota
	atEndLine
	atBeginText
	atEndText
	atWordBoundary
	atNoWordBoundary
)

type instruction struct {
	op         opcode
	out        uint32
	arg, count uint32
}

type program struct {
	code           []instruction
	ranges         []rune
	start          uint32
	prefix         string // what every match begins with
	prefixComplete bool   // and ends with
	anchored       bool   // a match begins at the beginning of the text
}

// emit appends an instruction and returns its place.
func (p *program) emit(op opcode, out, arg, count uint32) uint32 {
	p.code = append(p.code, instruction{op, out, arg, count})
	return uint32(len(p.code) - 1)
}

func compile(re *syntax.Regexp) *program {
	p := new(program)
	p.start = p.compile(re, p.emit(opMatch, 0, 0, 0))
	first := p.skipSaves(p.start)
	if in := p.code[first]; in.op == opAssert && in.arg&atBeginText != 0 {
		p.anchored = true
	}
	var prefix []byte
	for in := p.code[first]; ; in = p.code[first] {
		if in.op != opRune || in.arg == utf8.RuneError {
			p.prefixComplete = in.op == opMatch && !p.anchored
			break
		}
		prefix = utf8.AppendRune(prefix, rune(in.arg))
		first = p.skipSaves(in.out)
	}
	p.prefix = string(prefix)
	return p
}

func (p *program) skipSaves(at uint32) uint32 {
	for p.code[at].op == opSave {
		at = p.code[at].out
	}
	return at
}

// compile appends what matches re and goes on at next; it returns where that begins.
func (p *program) compile(re *syntax.Regexp, next uint32) uint32 {
	greedy := re.Flags&syntax.NonGreedy == 0
	switch re.Op {
	case syntax.OpNoMatch:
		return p.emit(opFail, 0, 0, 0)
	case syntax.OpEmptyMatch:
		return next
	case syntax.OpLiteral:
		for i := len(re.Rune) - 1; i >= 0; i-- {
			next = p.literal(re.Rune[i], re.Flags&syntax.FoldCase != 0, next)
		}
		return next
	case syntax.OpCharClass:
		return p.class(re.Rune, next)
	case syntax.OpAnyCharNotNL:
		return p.class([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}, next)
	case syntax.OpAnyChar:
		return p.class([]rune{0, unicode.MaxRune}, next)
	case syntax.OpBeginLine:
		return p.emit(opAssert, next, atBeginLine, 0)
	case syntax.OpEndLine:
		return p.emit(opAssert, next, atEndLine, 0)
	case syntax.OpBeginText:
		return p.emit(opAssert, next, atBeginText, 0)
	case syntax.OpEndText:
		return p.emit(opAssert, next, atEndText, 0)
	case syntax.OpWordBoundary:
		return p.emit(opAssert, next, atWordBoundary, 0)
	case syntax.OpNoWordBoundary:
		return p.emit(opAssert, next, atNoWordBoundary, 0)
	case syntax.OpCapture:
		end := p.emit(opSave, next, uint32(2*re.Cap+1), 0)
		return p.emit(opSave, p.compile(re.Sub[0], end), uint32(2*re.Cap), 0)
	case syntax.OpStar:
		return p.star(re.Sub[0], greedy, next)
	case syntax.OpPlus:
		return p.plus(re.Sub[0], greedy, next)
	case syntax.OpQuest:
		return p.split(greedy, p.compile(re.Sub[0], next), next)
	case syntax.OpRepeat:
		return p.repeat(re, greedy, next)
	case syntax.OpConcat:
		for i := len(re.Sub) - 1; i >= 0; i-- {
			next = p.compile(re.Sub[i], next)
		}
		return next
	case syntax.OpAlternate:
		last := len(re.Sub) - 1
		start := p.compile(re.Sub[last], next)
		for i := last - 1; i >= 0; i-- {
			start = p.split(true, p.compile(re.Sub[i], next), start)
		}
		return start
	}
	panic("regexp: unknown operator")
}

func (p *program) literal(r rune, fold bool, next uint32) uint32 {
	if fold && unicode.SimpleFold(r) != r {
		pairs := []rune{r, r}
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			pairs = append(pairs, other, other)
		}
		return p.class(pairs, next)
	}
	return p.emit(opRune, next, uint32(r), 0)
}

func (p *program) class(pairs []rune, next uint32) uint32 {
	at := uint32(len(p.ranges))
	p.ranges = append(p.ranges, pairs...)
	return p.emit(opClass, next, at, uint32(len(pairs)/2))
}

func (p *program) split(greedy bool, more, enough uint32) uint32 {
	if !greedy {
		more, enough = enough, more
	}
	return p.emit(opSplit, more, enough, 0)
}

// loop makes a split whose greater priority, if greedy, is the body that goes on at it, and returns both.
func (p *program) loop(sub *syntax.Regexp, greedy bool, next uint32) (split, body uint32) {
	split = p.emit(opSplit, 0, 0, 0)
	body = p.compile(sub, split)
	if greedy {
		p.code[split].out, p.code[split].arg = body, next
	} else {
		p.code[split].out, p.code[split].arg = next, body
	}
	return split, body
}

func (p *program) star(sub *syntax.Regexp, greedy bool, next uint32) uint32 {
	if matchesEmpty(sub) { // a single split would give an empty iteration the wrong priority
		return p.split(greedy, p.plus(sub, greedy, next), next)
	}
	split, _ := p.loop(sub, greedy, next)
	return split
}

func (p *program) plus(sub *syntax.Regexp, greedy bool, next uint32) uint32 {
	_, body := p.loop(sub, greedy, next)
	return body
}

func (p *program) repeat(re *syntax.Regexp, greedy bool, next uint32) uint32 {
	sub, copies := re.Sub[0], re.Min
	switch {
	case re.Max < 0 && re.Min == 0:
		next = p.star(sub, greedy, next)
	case re.Max < 0:
		next = p.plus(sub, greedy, next)
		copies--
	default:
		// x{0,3} is (x(x(x)?)?)?.
		after := next
		for range re.Max - re.Min {
			next = p.split(greedy, p.compile(sub, next), after)
		}
	}
	for range copies {
		next = p.compile(sub, next)
	}
	return next
}

func matchesEmpty(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpNoMatch, syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false
	case syntax.OpLiteral:
		return len(re.Rune) == 0
	case syntax.OpCapture, syntax.OpPlus:
		return matchesEmpty(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || matchesEmpty(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if !matchesEmpty(sub) {
				return false
			}
		}
		return true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if matchesEmpty(sub) {
				return true
			}
		}
		return false
	}
	return true
}
