// Printf of many values under many directives, chosen by a generator of its own: compared with real Go.
// An argument raises the number of cases.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: c8adc75622c55695c407b23f64a514ec4a2405e94d03e6629d7d46cce789d492
package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"strconv"
)

type (
	myInt     int
	myUint8   uint8
	myString  string
	myBytes   []byte
	myBool    bool
	myFloat   float64
	myComplex complex64
	myMap     map[string]int
	myFunc    func()
)

type stringer struct{ n int }

func (s stringer) String() string { return "S" + strconv.Itoa(s.n) }

type pointerStringer struct{ n int }

func (s *pointerStringer) String() string { return "P" + strconv.Itoa(s.n) }

type stringerString string

func (s stringerString) String() string { return "<" + string(s) + ">" }

type goStringer struct{ n int }

func (goStringer) GoString() string { return "go!" }

type formatter struct{}

func (formatter) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "F(%c %d %t %d %t", verb, w, wok, p, pok)
	for _, c := range "+-# 0" {
		if f.Flag(int(c)) {
			fmt.Fprintf(f, " %q", c)
		}
	}
	fmt.Fprint(f, ") ", fmt.FormatString(f, verb))
}

type failing struct{ why any }

func (f failing) Error() string { panic(f.why) }

// textError is an error without an address in it.
type textError string

func (e textError) Error() string { return string(e) }

type nested struct {
	A    int
	b    string
	C    any
	d    any
	E    *int
	F    []byte
	g    stringer
	H    stringer
	I    error
	j    error
	K    map[string]int
	l    [2]bool
	M, n float32
}

type embedded struct {
	stringer
	X int
}

type node struct {
	Value int
	Next  *node
}

type key struct {
	a int
	b string
}

var values = []any{
	nil, true, false, 0, 1, -1, 42, -12345, math.MaxInt64, math.MinInt64,
	int8(-128), int16(300), int32(65), rune('世'), int64(1 << 40), uint(7), uint8(200), uint16(65535),
	uint32(0x10FFFF), uint64(math.MaxUint64), uintptr(0xdeadbeef), uintptr(0),
	0.0, math.Copysign(0, -1), 1.0, -1.5, 3.14159265358979, 1e6, 1e20, 1e21, 1e-5, 123456789.0, 1e100, 5e-324,
	math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), float32(0.1), float32(16777216), float32(1e-40),
	complex(1, -2), complex64(complex(0.5, 1e10)), complex(math.NaN(), math.Inf(-1)),
	"", "hello", "héllo, 世界", "a\x00b\xffc\n\"`", "back`quote", "tab\tand\\", "\u00a0\u2028\U0001f600",
	[]byte(nil), []byte{}, []byte("abc"), []byte{0, 255, 16}, [3]byte{1, 2, 3}, [0]byte{},
	myInt(5), myUint8(9), myString("my"), myBytes("mb"), myBool(true), myFloat(2.5), myComplex(1i), myFunc(nil),
	myMap{"b": 2, "a": 1}, []myUint8{1, 2}, [2]myUint8{3, 4}, []myString{"x", "y"},
	[]int(nil), []int{}, []int{1, -2, 3}, [2]int{7, 8}, []string{"a", "b c"}, []any{1, "a", nil, 2.5, []int{1}},
	[]float64{1, 2.5}, [][]int{{1}, {}, nil}, []bool{true, false}, []error{textError("e1"), nil}, []rune("hé"),
	map[string]int(nil), map[string]int{}, map[string]int{"z": 26, "a": 1, "m": 13}, map[int]string{3: "c", -1: "a"},
	map[any]int{1: 1, nil: 2}, map[float64]int{math.NaN(): 0, 1: 1, math.Inf(-1): 2}, map[bool]int{true: 1, false: 0},
	map[key]int{{2, "a"}: 1, {1, "z"}: 2, {1, "b"}: 3}, map[[2]int]string{{2, 1}: "x", {1, 9}: "y"},
	map[complex128]int{1i: 1, 1: 2, 0: 3}, map[string][]int{"k": {1, 2}}, map[stringer]int{{2}: 1, {1}: 2},
	struct{}{}, struct{ a, b int }{1, 2}, struct{ S string }{"s"}, &struct{ P *int }{}, key{1, "k"}, &key{2, "p"},
	nested{}, nested{A: 1, b: "b", C: stringer{3}, d: stringer{4}, F: []byte("f"), g: stringer{5}, H: stringer{6},
		I: textError("i"), j: textError("j"), K: map[string]int{"k": 1}, M: 1.5, n: 2.5},
	&nested{A: 2, C: []byte("x"), d: []byte("y")}, embedded{stringer{1}, 2}, &embedded{stringer{3}, 4},
	node{1, nil}, &node{2, nil}, (*node)(nil), (*int)(nil), []*int{nil}, (*stringer)(nil), (*pointerStringer)(nil),
	stringer{1}, &stringer{2}, pointerStringer{3}, &pointerStringer{4}, stringerString("ss"), goStringer{1},
	formatter{}, &formatter{}, []any{formatter{}, stringer{8}}, struct{ F formatter }{}, struct{ f formatter }{},
	textError("an error"), fmt.Errorf("wrap: %w", textError("inner")), errors.Join(textError("x"), textError("y")),
	failing{"str"}, failing{42}, failing{textError("err")}, failing{failing{"twice"}}, (*failing)(nil), []any{failing{1}},
	(chan int)(nil), (func())(nil), (func(int) string)(nil), (<-chan bool)(nil), []func(){nil},
	reflect.ValueOf(42), reflect.ValueOf("rv"), reflect.ValueOf(stringer{9}), reflect.Value{}, reflect.ValueOf([]int{1}),
	reflect.ValueOf(nested{b: "q"}).Field(1),
	&[]int{1, 2}, &map[string]int{"a": 1}, &[2]string{"p", "q"}, &[]byte{1}, [1]any{nil}, [2]*int{},
	struct{ v any }{stringer{1}}, struct{ V any }{stringer{1}}, struct{ e error }{}, struct{ E error }{textError("E")},
	[]stringer{{1}, {2}}, map[string]any{"n": nil, "s": stringer{1}, "e": textError("E")}, [][]byte{[]byte("ab"), nil},
	[][2]byte{{1, 2}}, struct{ B []byte }{[]byte("B")}, struct{ b [2]byte }{[2]byte{1, 2}}, []myBytes{[]byte("z")},
}

var seed uint64 = 1

func pick(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int(seed>>33) % n
}

// hasAddress reports whether %p of v would print an address, which differs from run to run.
func hasAddress(v any) bool {
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Chan, reflect.Func:
		return !r.IsNil()
	}
	return false
}

func attempt(format string, args ...any) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text += fmt.Sprintf(" panic: %v", r)
		}
	}()
	return fmt.Sprintf(format, args...)
}

func directive() string {
	d := "%"
	for pick(3) == 0 {
		d += string("+-# 0"[pick(5)])
	}
	if pick(3) == 0 {
		d += strconv.Itoa(pick(25))
	}
	if pick(4) == 0 {
		d += "."
		if pick(4) > 0 {
			d += strconv.Itoa(pick(10))
		}
	}
	return d + string("vvvvvTtbcdoOqxXUeEfFgGspw"[pick(25)])
}

// odd makes formats with indexes, stars and mistakes.
func odd() string {
	parts := []string{"%", "[", "]", "1", "2", "3", "9", "*", ".", "d", "s", "v", "%d", "%[2]d", "%[1]*d", "%.*f", "%-*d",
		" ", "x", "!", "%z", "é", "%[3]*.[2]*[1]f", "[2]", "%%", "0", "-", "%w", "%[5]v", "%!", "%1000000000d", "[x]", "%5[1]d"}
	s := ""
	for n := 1 + pick(6); n > 0; n-- {
		s += parts[pick(len(parts))]
	}
	return s
}

func main() {
	cases := 3000
	if len(os.Args) > 1 {
		cases, _ = strconv.Atoi(os.Args[1])
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i, v := range values {
		for _, verb := range "vTtbcdoOqxXUeEfFgGspwz" {
			if verb == 'p' && hasAddress(v) {
				continue
			}
			fmt.Fprintf(out, "%d %c: %s|%s|%s\n", i, verb, attempt("%"+string(verb), v), attempt("%#"+string(verb), v), attempt("%+"+string(verb), v))
		}
		out.WriteString(attempt("%v", v) + "," + attempt("%6.2v", v) + "\n")
		if _, ok := v.(failing); !ok {
			out.WriteString(fmt.Sprint(v, 1, v, "s", v, v) + fmt.Sprintln(v, v) + string(fmt.Append([]byte("<"), v, v)) + "\n")
		}
	}
	for i := 0; i < cases; i++ {
		d := directive()
		v := pick(len(values))
		if d[len(d)-1] == 'p' && hasAddress(values[v]) {
			continue
		}
		fmt.Fprintf(out, "%q %d: %s\n", d, v, attempt("<"+d+">", values[v]))
	}
	small := []any{1, -7, 3, "str", 2.5, nil, stringer{1}, errors.New("e"), int8(4), uint(5), uint64(1 << 63)}
	for i := 0; i < cases; i++ {
		f := odd()
		var args []any
		for n := pick(5); n > 0; n-- {
			args = append(args, small[pick(len(small))])
		}
		fmt.Fprintf(out, "%q: %s\n", f, attempt(f, args...))
		if i%4 == 0 {
			err := fmt.Errorf(f, args...)
			fmt.Fprintf(out, "  %T %q", err, err.Error())
			if u, ok := err.(interface{ Unwrap() []error }); ok {
				fmt.Fprint(out, " ", len(u.Unwrap()), u.Unwrap())
			}
			fmt.Fprintln(out, errors.Unwrap(err))
		}
	}
}
