package fmt

import (
	"reflect"
	"strconv"
	"unsafe"
)

// printArg prints an operand.
func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	p.value = reflect.Value{}
	switch verb {
	case 'T':
		if arg == nil {
			p.padString("<nil>")
		} else {
			p.printString(reflect.TypeOf(arg).String(), 's')
		}
		return
	case 'p':
		if arg == nil {
			p.badVerb(verb)
		} else {
			p.printPointer(reflect.ValueOf(arg), verb)
		}
		return
	}
	switch v := arg.(type) {
	case string:
		p.printString(v, verb)
	case int:
		p.printInt(int64(v), verb)
	case nil:
		if verb == 'v' {
			p.padString("<nil>")
		} else {
			p.badVerb(verb)
		}
	case bool:
		p.printBool(v, verb)
	case float64:
		p.printFloat(v, 64, verb)
	case rune:
		p.printInt(int64(v), verb)
	case int64:
		p.printInt(int64(v), verb)
	case byte:
		p.printUint(uint64(v), verb)
	case []byte:
		p.printBytes(v, verb, "[]byte")
	case uint64:
		p.printUint(v, verb)
	case uint:
		p.printUint(uint64(v), verb)
	case uint32:
		p.printUint(uint64(v), verb)
	case float32:
		p.printFloat(float64(v), 32, verb)
	case int8:
		p.printInt(int64(v), verb)
	case int16:
		p.printInt(int64(v), verb)
	case uint16:
		p.printUint(uint64(v), verb)
	case uintptr:
		p.printUint(uint64(v), verb)
	case complex128:
		p.printComplex(v, 64, verb)
	case complex64:
		p.printComplex(complex128(v), 32, verb)
	case reflect.Value:
		if v.IsValid() {
			if !v.CanInterface() {
				p.arg, p.value = nil, v
			} else if p.arg = v.Interface(); p.byMethod(verb) {
				return
			}
		}
		p.printValue(v, verb, 0)
	default:
		if !p.byMethod(verb) {
			p.printValue(reflect.ValueOf(arg), verb, 0)
		}
	}
}

// byMethod lets p.arg print itself if it has a method for the verb, and reports whether it had.
func (p *printer) byMethod(verb rune) (had bool) {
	if p.complaining {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapping {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		had = true // also if the method panics
		defer p.catch(p.arg, verb, "Format")
		f.Format(p, verb)
		return true
	}
	if p.sharpV {
		s, ok := p.arg.(GoStringer)
		if !ok {
			return false
		}
		had = true
		defer p.catch(p.arg, verb, "GoString")
		p.padString(p.cut(s.GoString()))
		return true
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			had = true
			defer p.catch(p.arg, verb, "Error")
			p.printString(v.Error(), verb)
			return true
		case Stringer:
			had = true
			defer p.catch(p.arg, verb, "String")
			p.printString(v.String(), verb)
			return true
		}
	}
	return false
}

// catch, deferred around a method of arg, prints a panic of that method in its place.
func (p *printer) catch(arg any, verb rune, method string) {
	reason := recover()
	if reason == nil {
		return
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Pointer && v.IsNil() {
		p.buf = append(p.buf, "<nil>"...) // most likely the method just did not expect that
		return
	}
	if p.panicking {
		panic(reason)
	}
	saved := p.directive
	p.directive = directive{}
	p.complain(verb, "(PANIC=")
	p.buf = append(p.buf, method...)
	p.buf = append(p.buf, " method: "...)
	p.panicking = true
	p.printArg(reason, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	p.directive = saved
}

// printValue prints a value of any kind, depth levels below the operand.
func (p *printer) printValue(v reflect.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() {
		if !v.CanInterface() { // an unexported field: its methods are not called
			p.arg, p.value = nil, v
		} else if p.arg = v.Interface(); p.byMethod(verb) {
			return
		}
	}
	switch v.Kind() {
	case reflect.Invalid:
		switch {
		case depth == 0:
			p.buf = append(p.buf, "<invalid reflect.Value>"...)
		case verb == 'v':
			p.buf = append(p.buf, "<nil>"...)
		default:
			p.badVerb(verb)
		}
	case reflect.Bool:
		p.printBool(v.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.printInt(v.Int(), verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.printUint(v.Uint(), verb)
	case reflect.Float32:
		p.printFloat(v.Float(), 32, verb)
	case reflect.Float64:
		p.printFloat(v.Float(), 64, verb)
	case reflect.Complex64:
		p.printComplex(v.Complex(), 32, verb)
	case reflect.Complex128:
		p.printComplex(v.Complex(), 64, verb)
	case reflect.String:
		p.printString(v.String(), verb)
	case reflect.Map:
		p.printMap(v, verb, depth)
	case reflect.Struct:
		p.printStruct(v, verb, depth)
	case reflect.Interface:
		inner := v.Elem()
		switch {
		case inner.IsValid():
			p.printValue(inner, verb, depth+1)
		case p.sharpV:
			p.buf = append(p.buf, v.Type().String()...)
			p.buf = append(p.buf, "(nil)"...)
		default:
			p.buf = append(p.buf, "<nil>"...)
		}
	case reflect.Array, reflect.Slice:
		p.printList(v, verb, depth)
	case reflect.Pointer:
		if depth == 0 && !v.IsNil() {
			switch v.Type().Elem().Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.buf = append(p.buf, '&')
				p.printValue(v.Elem(), verb, depth+1)
				return
			}
		}
		p.printPointer(v, verb)
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		p.printPointer(v, verb)
	}
}

// open begins a composite value: its type and a brace for %#v, else the given bracket. It reports false,
// having printed all, if the value is nil and prints as such.
func (p *printer) open(v reflect.Value, bracket string, isNil bool) bool {
	if !p.sharpV {
		p.buf = append(p.buf, bracket...)
		return true
	}
	p.buf = append(p.buf, v.Type().String()...)
	if isNil {
		p.buf = append(p.buf, "(nil)"...)
		return false
	}
	p.buf = append(p.buf, '{')
	return true
}

// separate stands before element i of a composite value.
func (p *printer) separate(i int) {
	if i == 0 {
		return
	}
	if p.sharpV {
		p.buf = append(p.buf, ',')
	}
	p.buf = append(p.buf, ' ')
}

func (p *printer) close(bracket byte) {
	if p.sharpV {
		bracket = '}'
	}
	p.buf = append(p.buf, bracket)
}

func (p *printer) printMap(v reflect.Value, verb rune, depth int) {
	if !p.open(v, "map[", v.IsNil()) {
		return
	}
	for i, entry := range sortedEntries(v) {
		p.separate(i)
		p.printValue(entry.key, verb, depth+1)
		p.buf = append(p.buf, ':')
		p.printValue(entry.value, verb, depth+1)
	}
	p.close(']')
}

func (p *printer) printStruct(v reflect.Value, verb rune, depth int) {
	p.open(v, "{", false)
	named := p.plusV || p.sharpV
	t := v.Type()
	for i, n := 0, v.NumField(); i < n; i++ {
		p.separate(i)
		if named {
			if name := t.Field(i).Name; name != "" {
				p.buf = append(p.buf, name...)
				p.buf = append(p.buf, ':')
			}
		}
		field := v.Field(i)
		if field.Kind() == reflect.Interface && !field.IsNil() {
			field = field.Elem()
		}
		p.printValue(field, verb, depth+1)
	}
	p.close('}')
}

func (p *printer) printList(v reflect.Value, verb rune, depth int) {
	t := v.Type()
	switch verb {
	case 's', 'q', 'x', 'X':
		if t.Elem().Kind() == reflect.Uint8 {
			p.printBytes(bytesOf(v), verb, t.String())
			return
		}
	}
	if !p.open(v, "[", v.Kind() == reflect.Slice && v.IsNil()) {
		return
	}
	for i, n := 0, v.Len(); i < n; i++ {
		p.separate(i)
		p.printValue(v.Index(i), verb, depth+1)
	}
	p.close(']')
}

// bytesOf returns the elements of a slice or array of bytes.
func bytesOf(v reflect.Value) []byte {
	if v.Kind() == reflect.Slice {
		return v.Bytes()
	}
	b := make([]byte, v.Len())
	for i := range b {
		b[i] = byte(v.Index(i).Uint())
	}
	return b
}

func (p *printer) printBytes(b []byte, verb rune, typeName string) {
	switch verb {
	case 'v', 'd':
		p.printByteList(b, verb, typeName)
	case 's':
		p.padString(p.cut(unsafe.String(unsafe.SliceData(b), len(b))))
	case 'x', 'X':
		p.printHexBytes(unsafe.String(unsafe.SliceData(b), len(b)), verb)
	case 'q':
		p.printQuoted(string(b))
	default:
		p.printValue(reflect.ValueOf(b), verb, 0)
	}
}

func (p *printer) printByteList(b []byte, verb rune, typeName string) {
	if p.sharpV {
		p.buf = append(p.buf, typeName...)
		if b == nil {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		p.buf = append(p.buf, '{')
		for i, c := range b {
			p.separate(i)
			p.printHex(uint64(c), true)
		}
		p.buf = append(p.buf, '}')
		return
	}
	plain := !p.hasWidth && !p.hasPrec && !p.plus && !p.space
	p.buf = append(p.buf, '[')
	for i, c := range b {
		p.separate(i)
		if plain {
			p.buf = strconv.AppendUint(p.buf, uint64(c), 10)
		} else {
			p.printDigits(uint64(c), false, 10, verb)
		}
	}
	p.buf = append(p.buf, ']')
}

// printPointer prints the address in v.
func (p *printer) printPointer(v reflect.Value, verb rune) {
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
	default:
		p.badVerb(verb)
		return
	}
	address := uint64(v.Pointer())
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.buf = append(p.buf, '(')
			p.buf = append(p.buf, v.Type().String()...)
			p.buf = append(p.buf, ")("...)
			if address == 0 {
				p.buf = append(p.buf, "nil"...)
			} else {
				p.printHex(address, true)
			}
			p.buf = append(p.buf, ')')
		case address == 0:
			p.padString("<nil>")
		default:
			p.printHex(address, !p.sharp)
		}
	case 'p':
		p.printHex(address, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.printUint(address, verb)
	default:
		p.badVerb(verb)
	}
}
