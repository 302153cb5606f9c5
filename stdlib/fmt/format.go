package fmt

import (
	"reflect"
	"unicode/utf8"
)

// formatReader walks through a format string and the operands it consumes.
type formatReader struct {
	format string
	pos    int
	args   []any
	next   int // the operand of the next verb or *

	reordered bool // an explicit index occurred: surplus operands are not complained of
	badIndex  bool // an index in this directive was wrong
	indexed   bool // an index was read just now: only * or the verb may follow
}

func (p *printer) printf(format string, args []any) {
	f := formatReader{format: format, args: args}
	for f.pos < len(format) {
		percent := f.pos
		for percent < len(format) && format[percent] != '%' {
			percent++
		}
		p.buf = append(p.buf, format[f.pos:percent]...)
		if percent == len(format) {
			break
		}
		f.pos = percent + 1
		p.directive = directive{}
		f.badIndex, f.indexed = false, false

		if simple := f.flags(&p.directive); simple {
			verb := rune(format[f.pos])
			f.pos++
			p.operand(args[f.next], verb, f.next)
			f.next++
			continue
		}
		f.index()
		f.readWidth(p)
		f.readPrecision(p)
		if !f.indexed {
			f.index()
		}
		if f.pos >= len(format) {
			p.buf = append(p.buf, "%!(NOVERB)"...)
			break
		}
		verb, size := rune(format[f.pos]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[f.pos:])
		}
		f.pos += size
		switch {
		case verb == '%':
			p.buf = append(p.buf, '%')
		case f.badIndex:
			p.complain(verb, "(BADINDEX)")
		case f.next >= len(args):
			p.complain(verb, "(MISSING)")
		default:
			p.operand(args[f.next], verb, f.next)
			f.next++
		}
	}
	if !f.reordered && f.next < len(args) {
		p.directive = directive{}
		p.extra(args[f.next:])
	}
}

// flags reads the flags, and reports whether a plain verb with an operand follows at once.
func (f *formatReader) flags(d *directive) bool {
	for ; f.pos < len(f.format); f.pos++ {
		switch c := f.format[f.pos]; c {
		case '#':
			d.sharp = true
		case '0':
			d.zero = true
		case '+':
			d.plus = true
		case '-':
			d.minus = true
		case ' ':
			d.space = true
		default:
			return 'a' <= c && c <= 'z' && f.next < len(f.args)
		}
	}
	return false
}

// index reads an argument index such as [3], if there is one.
func (f *formatReader) index() {
	f.indexed = false
	if f.pos >= len(f.format) || f.format[f.pos] != '[' {
		return
	}
	f.reordered = true
	for end := f.pos + 1; end < len(f.format); end++ {
		if f.format[end] != ']' {
			continue
		}
		n, _, stop := number(f.format, f.pos+1, end)
		f.pos = end + 1
		if stop != end || n == 0 {
			f.badIndex = true
			return
		}
		f.indexed = true
		if n > len(f.args) {
			f.badIndex = true
			return
		}
		f.next = n - 1
		return
	}
	f.badIndex = true // no closing bracket: what follows '[' is read as the verb
	f.pos++
}

func (f *formatReader) readWidth(p *printer) {
	if f.pos < len(f.format) && f.format[f.pos] == '*' {
		f.pos++
		p.width, p.hasWidth = f.fromArgument()
		if !p.hasWidth {
			p.buf = append(p.buf, "%!(BADWIDTH)"...)
		}
		if p.width < 0 {
			p.width = -p.width
			p.minus = true
			p.zero = false
		}
		f.indexed = false
		return
	}
	p.width, p.hasWidth, f.pos = number(f.format, f.pos, len(f.format))
	if f.indexed && p.hasWidth {
		f.badIndex = true // "%[3]2d"
	}
}

func (f *formatReader) readPrecision(p *printer) {
	if f.pos+1 >= len(f.format) || f.format[f.pos] != '.' { // a point at the very end counts as the verb
		return
	}
	f.pos++
	if f.indexed {
		f.badIndex = true // "%[3].2d"
	}
	f.index()
	if f.pos < len(f.format) && f.format[f.pos] == '*' {
		f.pos++
		p.prec, p.hasPrec = f.fromArgument()
		if p.prec < 0 {
			p.prec, p.hasPrec = 0, false
		}
		if !p.hasPrec {
			p.buf = append(p.buf, "%!(BADPREC)"...)
		}
		f.indexed = false
		return
	}
	p.prec, p.hasPrec, f.pos = number(f.format, f.pos, len(f.format))
	if !p.hasPrec {
		p.prec, p.hasPrec = 0, true // a point alone means zero
	}
}

// limit bounds widths, precisions and indexes.
const limit = 1e6

// number reads a decimal number in s[pos:end]. One that is too large makes the rest unreadable.
func number(s string, pos, end int) (n int, ok bool, next int) {
	for ; pos < end && '0' <= s[pos] && s[pos] <= '9'; pos++ {
		if n > limit {
			return 0, false, end
		}
		n = n*10 + int(s[pos]-'0')
		ok = true
	}
	return n, ok, pos
}

// fromArgument takes a width or precision from the operands.
func (f *formatReader) fromArgument() (n int, ok bool) {
	if f.next >= len(f.args) {
		return 0, false
	}
	arg := f.args[f.next]
	f.next++
	n, ok = arg.(int)
	if !ok {
		switch v := reflect.ValueOf(arg); v.Kind() {
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			n, ok = int(v.Int()), true
		case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
			n = int(v.Uint())
			ok = n >= 0
		}
	}
	if n > limit || n < -limit {
		return 0, false
	}
	return n, ok
}

// operand prints one operand of printf.
func (p *printer) operand(arg any, verb rune, index int) {
	if verb == 'w' {
		p.wrapped = append(p.wrapped, index)
	}
	if verb == 'v' || verb == 'w' {
		p.sharpV, p.sharp = p.sharp, false
		p.plusV, p.plus = p.plus, false
	}
	p.printArg(arg, verb)
}

// complain writes "%!", the verb and what is wrong.
func (p *printer) complain(verb rune, what string) {
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, what...)
}

func (p *printer) extra(args []any) {
	p.buf = append(p.buf, "%!(EXTRA "...)
	for i, arg := range args {
		if i > 0 {
			p.buf = append(p.buf, ", "...)
		}
		if arg == nil {
			p.buf = append(p.buf, "<nil>"...)
			continue
		}
		p.buf = append(p.buf, reflect.TypeOf(arg).String()...)
		p.buf = append(p.buf, '=')
		p.printArg(arg, 'v')
	}
	p.buf = append(p.buf, ')')
}

// badVerb complains that the verb does not suit the operand.
func (p *printer) badVerb(verb rune) {
	p.complaining = true
	p.complain(verb, "(")
	switch {
	case p.arg != nil:
		p.buf = append(p.buf, reflect.TypeOf(p.arg).String()...)
		p.buf = append(p.buf, '=')
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.buf = append(p.buf, p.value.Type().String()...)
		p.buf = append(p.buf, '=')
		p.printValue(p.value, 'v', 0)
	default:
		p.buf = append(p.buf, "<nil>"...)
	}
	p.buf = append(p.buf, ')')
	p.complaining = false
}
