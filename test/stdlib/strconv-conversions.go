// strconv over numbers and texts chosen by a generator of its own.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: fae411d868a02247ded9dc1875dfa7d7537c421c8fbd517bde819fcc0e567208
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
)

var seed uint64 = 11

func next() uint64 {
	seed = seed*6364136223846793005 + 1442695040888963407
	return seed>>33 ^ seed<<29
}

func pick(n int) int { return int(next()>>8) % n & (1<<62 - 1) }

func float() float64 {
	switch pick(6) {
	case 0:
		return math.Float64frombits(next())
	case 1:
		return float64(int64(next())>>40) / float64(int(1)<<pick(20))
	case 2:
		return float64(math.Float32frombits(uint32(next())))
	case 3:
		return math.Float64frombits(next() >> 12)
	case 4:
		return float64(pick(1000))/8 + 0.5
	}
	return float64(pick(100000)) / 1000
}

func text(alphabet string, most int) string {
	var b []byte
	for n := 1 + pick(most); n > 0; n-- {
		b = append(b, alphabet[pick(len(alphabet))])
	}
	return string(b)
}

func main() {
	cases := 3000
	if len(os.Args) > 1 {
		cases, _ = strconv.Atoi(os.Args[1])
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := 0; i < cases; i++ {
		f, format, prec, bits := float(), "eEfgGxXb"[pick(8)], pick(20)-1, 32+32*pick(2)
		s := strconv.FormatFloat(f, format, prec, bits)
		back, err := strconv.ParseFloat(s, bits)
		fmt.Fprintln(out, s, string(strconv.AppendFloat([]byte("<"), f, 'g', -1, bits)), back, err)

		s = text("0123456789.eE+-_xXpPabfinINFty", 10)
		a, err := strconv.ParseFloat(s, bits)
		c, errc := strconv.ParseComplex(s+text("+-i19()", 3), 64+bits/64*64)
		fmt.Fprintln(out, s, a, err, c, errc)

		s = text([]string{"0123456789", "01_b", "0x_123abf", "-+0123456789", "zZ09"}[pick(5)], 22)
		base, size := []int{0, 2, 8, 10, 16, 36, 37, 1}[pick(8)], []int{0, 8, 16, 32, 64, 65, -1, 5}[pick(8)]
		n, err := strconv.ParseInt(s, base, size)
		u, erru := strconv.ParseUint(s, base, size)
		k, errk := strconv.Atoi(s)
		fmt.Fprintln(out, s, base, size, n, err, u, erru, k, errk)

		n = int64(next()) >> pick(64)
		base = 2 + pick(35)
		fmt.Fprintln(out, strconv.FormatInt(n, base), strconv.FormatUint(uint64(n), base), strconv.Itoa(int(n)), string(strconv.AppendInt(nil, n, base)))

		var b []byte
		for n := pick(8); n > 0; n-- {
			switch pick(4) {
			case 0:
				b = append(b, byte(next()))
			case 1:
				b = append(b, string(rune(pick(0x3000)))...)
			case 2:
				b = append(b, string(rune(pick(0x110000)))...)
			case 3:
				b = append(b, "\"'`\\\n\ufeff"[pick(8)])
			}
		}
		s = string(b)
		r := rune(pick(0x120000)) - 5
		fmt.Fprintln(out, strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s),
			strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
		parts := []string{"\\", "\"", "'", "`", "n", "x41", "u00e9", "U0001F600", "ud800", "101", "777", "é", "a", "\n", "\r", "\xff", "\\n", "\\x41", "\\'", "\\\"", "\\u00e9", "\\377"}
		quote := []string{"\"", "'", "`", ""}[pick(4)]
		s = quote
		for n := pick(5); n > 0; n-- {
			s += parts[pick(len(parts))]
		}
		if pick(5) > 0 {
			s += quote
		}
		u1, e1 := strconv.Unquote(s)
		u2, e2 := strconv.QuotedPrefix(s)
		fmt.Fprintf(out, "%q %q %v %q %v\n", s, u1, e1, u2, e2)
		if len(s) > 0 {
			v, multi, tail, e3 := strconv.UnquoteChar(s, s[0])
			fmt.Fprintf(out, "%q %t %q %v\n", v, multi, tail, e3)
		}
		ok, e4 := strconv.ParseBool([]string{"true", "T", "0", "False", "no", ""}[pick(6)])
		fmt.Fprintln(out, ok, e4, strconv.FormatComplex(complex(f, -f), 'g', prec, 128))
	}
	for _, f := range []func(){func() { strconv.FormatInt(1, 1) }, func() { strconv.FormatFloat(1, 'g', 1, 16) }, func() { strconv.FormatComplex(1, 'g', 1, 32) }} {
		func() {
			defer func() { fmt.Fprintln(out, recover()) }()
			f()
		}()
	}
}
