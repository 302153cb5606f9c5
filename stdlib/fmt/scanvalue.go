package fmt

import (
	"io"
	"math"
	"reflect"
	"strconv"
)

const (
	signs         = "+-"
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789aAbBcCdDeEfF"
	floatVerbs    = "beEfFgGv"
)

// scanOperand reads one value into what arg points at.
func (s *scanState) scanOperand(verb rune, arg any) {
	s.token = s.token[:0]
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.failWith(err)
		}
		return
	}
	switch v := arg.(type) {
	case *int:
		if i := s.scanInt(verb, 64); s.err == nil {
			*v = int(i)
		}
	case *string:
		if text := s.scanString(verb); s.err == nil {
			*v = text
		}
	case *float64:
		if s.verbIn(verb, floatVerbs, "float64") {
			if f := s.scanFloat(64); s.err == nil {
				*v = f
			}
		}
	case *float32:
		if s.verbIn(verb, floatVerbs, "float32") {
			if f := s.scanFloat(32); s.err == nil {
				*v = float32(f)
			}
		}
	default:
		s.scanReflected(verb, reflect.ValueOf(arg))
	}
}

// scanReflected reads the value that pointer points at.
func (s *scanState) scanReflected(verb rune, pointer reflect.Value) {
	if pointer.Kind() != reflect.Pointer {
		s.fail("type not a pointer: " + pointer.Type().String())
		return
	}
	v := pointer.Elem()
	switch v.Kind() {
	case reflect.Bool:
		if b := s.scanBool(verb); s.err == nil {
			v.SetBool(b)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if i := s.scanInt(verb, v.Type().Bits()); s.err == nil {
			v.SetInt(i)
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if u := s.scanUint(verb, v.Type().Bits()); s.err == nil {
			v.SetUint(u)
		}
	case reflect.String:
		if text := s.scanString(verb); s.err == nil {
			v.SetString(text)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			s.fail("can't scan type: " + pointer.Type().String())
			return
		}
		if text := s.scanString(verb); s.err == nil {
			v.SetBytes([]byte(text))
		}
	case reflect.Float32, reflect.Float64:
		if f := s.scanFloat(v.Type().Bits()); s.err == nil {
			v.SetFloat(f)
		}
	case reflect.Complex64, reflect.Complex128:
		if c := s.scanComplex(verb, v.Type().Bits()/2); s.err == nil {
			v.SetComplex(c)
		}
	default:
		s.fail("can't scan type: " + pointer.Type().String())
	}
}

// verbIn reports whether the verb is one of verbs, and fails if not.
func (s *scanState) verbIn(verb rune, verbs, typeName string) bool {
	if contains(verbs, verb) {
		return true
	}
	s.fail("bad verb '%" + string(verb) + "' for " + typeName)
	return false
}

// begin skips spaces and fails if nothing follows.
func (s *scanState) begin() {
	s.SkipSpace()
	s.needInput()
}

func (s *scanState) scanBool(verb rune) bool {
	s.begin()
	if s.err != nil || !s.verbIn(verb, "tv", "boolean") {
		return false
	}
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
	}
	return false
}

// integerBase returns the base that the verb stands for and its digits.
func (s *scanState) integerBase(verb rune) (base int, digits string) {
	s.verbIn(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binaryDigits
	case 'o':
		return 8, octalDigits
	case 'x', 'X', 'U':
		return 16, hexDigits
	}
	return 10, decimalDigits
}

// integerToken reads the digits of an integer, its sign having been read; base 0 says that the token carries
// a prefix.
func (s *scanState) integerToken(verb rune, base int, digits string) (string, int) {
	started := false
	if verb == 'v' {
		digits += "_"
		base = 0
		if s.accept("0") {
			switch {
			case s.accept("bB"):
				digits = binaryDigits + "_"
			case s.accept("oO"):
				digits = octalDigits + "_"
			case s.accept("xX"):
				digits = hexDigits + "_"
			default:
				digits = octalDigits + "_"
			}
			started = true
		}
	}
	if !started {
		s.needInput()
		if !s.accept(digits) {
			s.fail("expected integer")
		}
	}
	s.acceptAll(digits)
	return string(s.token), base
}

// codePointPrefix reads the "U+" that %U demands.
func (s *scanState) codePointPrefix() {
	if _, ok := s.consume("U"); ok {
		if _, ok = s.consume("+"); ok {
			return
		}
	}
	s.fail("bad unicode format ")
}

// scanCharacter reads a rune for %c, which must fit the given number of bits.
func (s *scanState) scanCharacter(bits int) int64 {
	s.needInput()
	r := int64(s.next())
	if s.err == nil && r<<(64-bits)>>(64-bits) != r {
		s.fail("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scanState) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.scanCharacter(bits)
	}
	s.begin()
	if s.err != nil {
		return 0
	}
	base, digits := s.integerBase(verb)
	if verb == 'U' {
		s.codePointPrefix()
	} else {
		s.accept(signs)
	}
	token, base := s.integerToken(verb, base, digits)
	if s.err != nil {
		return 0
	}
	i, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		s.failWith(err)
	} else if i<<(64-bits)>>(64-bits) != i {
		s.fail("integer overflow on token " + token)
	}
	return i
}

func (s *scanState) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanCharacter(bits))
	}
	s.begin()
	if s.err != nil {
		return 0
	}
	base, digits := s.integerBase(verb)
	if verb == 'U' {
		s.codePointPrefix()
	}
	token, base := s.integerToken(verb, base, digits)
	if s.err != nil {
		return 0
	}
	u, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		s.failWith(err)
	} else if u<<(64-bits)>>(64-bits) != u {
		s.fail("unsigned integer overflow on token " + token)
	}
	return u
}

func (s *scanState) scanFloat(bits int) float64 {
	s.begin()
	if s.err != nil {
		return 0
	}
	return s.parseFloat(s.floatToken(), bits)
}

// floatToken reads what may be a floating-point number.
func (s *scanState) floatToken() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept(signs)
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexDigits+"_", "pP"
	}
	s.acceptAll(digits)
	if s.accept(".") {
		s.acceptAll(digits)
	}
	if s.accept(exponent) {
		s.accept(signs)
		s.acceptAll(decimalDigits + "_")
	}
	return string(s.token)
}

// parseFloat converts a token; a decimal number may have a binary exponent, as %b prints it.
func (s *scanState) parseFloat(token string, bits int) float64 {
	split, hex := -1, false
	for i := 0; i < len(token); i++ {
		switch token[i] {
		case 'p':
			if split < 0 {
				split = i
			}
		case 'x', 'X':
			hex = true
		}
	}
	if split < 0 || hex {
		f, err := strconv.ParseFloat(token, bits)
		if err != nil {
			s.failWith(err)
		}
		return f
	}
	f, err := strconv.ParseFloat(token[:split], bits)
	if err == nil {
		var exponent int
		exponent, err = strconv.Atoi(token[split+1:])
		f = math.Ldexp(f, exponent)
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = token
		}
		s.failWith(err)
	}
	return f
}

func (s *scanState) scanComplex(verb rune, bits int) complex128 {
	if !s.verbIn(verb, floatVerbs, "complex") {
		return 0
	}
	s.begin()
	if s.err != nil {
		return 0
	}
	const wrong = "syntax error scanning complex number"
	parenthesised := s.accept("(")
	re := s.floatToken()
	s.token = s.token[:0]
	if !s.accept(signs) {
		s.fail(wrong)
	}
	sign := string(s.token)
	im := s.floatToken()
	if !s.accept("i") || parenthesised && !s.accept(")") {
		s.fail(wrong)
	}
	if s.err != nil {
		return 0
	}
	x := s.parseFloat(re, bits)
	return complex(x, s.parseFloat(sign+im, bits))
}

func (s *scanState) scanString(verb rune) string {
	if !s.verbIn(verb, "svqxX", "string") {
		return ""
	}
	s.begin()
	if s.err != nil {
		return ""
	}
	switch verb {
	case 'q':
		return s.scanQuoted()
	case 'x', 'X':
		return s.scanHex()
	}
	s.take(func(r rune) bool { return !isSpace(r) })
	return string(s.token)
}

// scanQuoted reads a Go string literal.
func (s *scanState) scanQuoted() string {
	quote := s.next()
	if quote != '"' && quote != '`' {
		s.fail("expected quoted string")
		return ""
	}
	literal := []byte{byte(quote)}
	for s.err == nil {
		r := s.must()
		literal = append(literal, string(r)...)
		if r == quote {
			break
		}
		if r == '\\' && quote == '"' {
			literal = append(literal, string(s.must())...)
		}
	}
	if s.err != nil {
		return ""
	}
	if quote == '`' {
		return string(literal[1 : len(literal)-1])
	}
	text, err := strconv.Unquote(string(literal))
	if err != nil {
		s.failWith(err)
	}
	return text
}

// scanHex reads pairs of hexadecimal digits.
func (s *scanState) scanHex() string {
	var data []byte
	for {
		r := s.next()
		if r == eof {
			break
		}
		high, ok := hexValue(r)
		if !ok {
			s.UnreadRune()
			break
		}
		low, ok := hexValue(s.must())
		if !ok {
			s.fail("illegal hex digit")
			break
		}
		data = append(data, byte(high<<4|low))
	}
	if len(data) == 0 {
		s.fail("no hex data for %x string")
	}
	return string(data)
}

func hexValue(r rune) (value int, ok bool) {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0'), true
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10, true
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10, true
	}
	return 0, false
}
