// Packages strings and bytes over many small texts, chosen by a generator of its own.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 4f5b1f94fff736c4d256ce7d0f91d7b676cf821068a23cac26018b36c79bc8b5
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

var seed uint64 = 5

func pick(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int(seed>>33) % n
}

var pieces = []string{"a", "b", "A", "B", "ab", "aba", " ", "\t", "\n", "\u00a0", "\u2003", "é", "É", "ß", "ſ", "K", "K", "世", "界", "\xff", "\xc3", "\ufffd",
	"\U0001F600", "\xed\xa0\x80", ",", ",,", "ǅ", "ǆ", "Σ", "ς", "σ", "İ", "ı", "1", "_", "-"}

func text(most int) string {
	s := ""
	for n := pick(most + 1); n > 0; n-- {
		s += pieces[pick(len(pieces))]
	}
	return s
}

func main() {
	cases := 1500
	if len(os.Args) > 1 {
		cases, _ = strconv.Atoi(os.Args[1])
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	isUpper := func(r rune) bool { return unicode.IsUpper(r) || r == 'a' }
	swap := func(r rune) rune {
		switch {
		case r == 'b':
			return -1
		case r == ',':
			return '世'
		case r == 'é':
			return 'e'
		}
		return r
	}
	for i := 0; i < cases; i++ {
		s, t, u := text(8), text(2), text(2)
		n := pick(5) - 1
		r := []rune(pieces[pick(len(pieces))])[0]
		c := byte("ab ,\xff"[pick(5)])
		fmt.Fprintf(out, "%q %q %q %d %q\n", s, t, u, n, r)
		before, after, found := strings.Cut(s, t)
		fmt.Fprintf(out, "%q %q %t", before, after, found)
		a, fa := strings.CutPrefix(s, t)
		b, fb := strings.CutSuffix(s, t)
		fmt.Fprintf(out, " %q %t %q %t\n", a, fa, b, fb)
		fmt.Fprintln(out, strings.Compare(s, t), strings.Contains(s, t), strings.ContainsAny(s, t), strings.ContainsRune(s, r), strings.Count(s, t),
			strings.EqualFold(s, t), strings.EqualFold(s, strings.ToUpper(s)), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.Index(s, t),
			strings.IndexAny(s, t), strings.IndexByte(s, c), strings.IndexRune(s, r), strings.IndexFunc(s, isUpper), strings.LastIndex(s, t),
			strings.LastIndexAny(s, t), strings.LastIndexByte(s, c), strings.LastIndexFunc(s, isUpper))
		fmt.Fprintf(out, "%q %q %q %q %q %q\n", strings.Fields(s), strings.FieldsFunc(s, isUpper), strings.Split(s, t), strings.SplitN(s, t, n),
			strings.SplitAfter(s, t), strings.SplitAfterN(s, t, n))
		fmt.Fprintf(out, "%q %q %q %q %q %q\n", strings.Map(swap, s), strings.Repeat(t, n+1), strings.Replace(s, t, u, n), strings.ReplaceAll(s, t, u),
			strings.Join(strings.Split(s, t), u), strings.ToValidUTF8(s, u))
		fmt.Fprintf(out, "%q %q %q %q %q\n", strings.ToLower(s), strings.ToUpper(s), strings.ToTitle(s), strings.Title(s), strings.ToUpperSpecial(unicode.TurkishCase, s))
		fmt.Fprintf(out, "%q %q %q %q %q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimSpace(s), strings.TrimPrefix(s, t),
			strings.TrimSuffix(s, t), strings.TrimFunc(s, isUpper), strings.TrimLeftFunc(s, isUpper), strings.TrimRightFunc(s, isUpper))
		pairs := []string{t, u, pieces[pick(len(pieces))], "X", pieces[pick(len(pieces))], ""}
		fmt.Fprintf(out, "%q %q\n", strings.NewReplacer(pairs...).Replace(s), strings.NewReplacer("a", "1", "b", "2", "a", "3").Replace(s))

		bs, bt, bu := []byte(s), []byte(t), []byte(u)
		bb, ba, bf := bytes.Cut(bs, bt)
		fmt.Fprintf(out, "%q %q %t %q\n", bb, ba, bf, bytes.Clone(bs))
		fmt.Fprintln(out, bytes.Compare(bs, bt), bytes.Equal(bs, bt), bytes.Contains(bs, bt), bytes.ContainsAny(bs, t), bytes.ContainsRune(bs, r), bytes.Count(bs, bt),
			bytes.EqualFold(bs, bt), bytes.HasPrefix(bs, bt), bytes.HasSuffix(bs, bt), bytes.Index(bs, bt), bytes.IndexAny(bs, t), bytes.IndexByte(bs, c),
			bytes.IndexRune(bs, r), bytes.IndexFunc(bs, isUpper), bytes.LastIndex(bs, bt), bytes.LastIndexAny(bs, t), bytes.LastIndexByte(bs, c),
			bytes.LastIndexFunc(bs, isUpper))
		fmt.Fprintf(out, "%q %q %q %q %q %q\n", bytes.Fields(bs), bytes.FieldsFunc(bs, isUpper), bytes.Split(bs, bt), bytes.SplitN(bs, bt, n),
			bytes.SplitAfter(bs, bt), bytes.SplitAfterN(bs, bt, n))
		fmt.Fprintf(out, "%#v %#v %#v\n", bytes.Fields(bs), bytes.Split(bs, bt), bytes.SplitN(bs, bt, n))
		fmt.Fprintf(out, "%#v %#v %#v %#v %#v %#v\n", bytes.Map(swap, bs), bytes.Repeat(bt, n+1), bytes.Replace(bs, bt, bu, n), bytes.ReplaceAll(bs, bt, bu),
			bytes.Join(bytes.Split(bs, bt), bu), bytes.ToValidUTF8(bs, bu))
		fmt.Fprintf(out, "%q %q %q %q\n", bytes.ToLower(bs), bytes.ToUpper(bs), bytes.ToTitle(bs), bytes.Title(bs))
		fmt.Fprintf(out, "%#v %#v %#v %#v %#v %#v %#v %#v %#v\n", bytes.Trim(bs, t), bytes.TrimLeft(bs, t), bytes.TrimRight(bs, t), bytes.TrimSpace(bs),
			bytes.TrimPrefix(bs, bt), bytes.TrimSuffix(bs, bt), bytes.TrimFunc(bs, isUpper), bytes.TrimLeftFunc(bs, isUpper), bytes.TrimRightFunc(bs, isUpper))
		for _, part := range bytes.Split(bs, bt) {
			fmt.Fprint(out, len(part), " ")
		}
		fmt.Fprintf(out, "%d %U\n", bytes.Runes(bs), bytes.Runes(bs))
	}
	for _, f := range []func(){func() { strings.Repeat("x", -1) }, func() { bytes.Repeat(nil, -1) }, func() { strings.NewReplacer("a") },
		func() { strings.Repeat("ab", 1<<62) }, func() { var b strings.Builder; b.Grow(-1) }, func() { var b bytes.Buffer; b.Truncate(1) },
		func() { var b strings.Builder; b.WriteByte('x'); c := b; c.WriteByte('y') }} {
		func() {
			defer func() { fmt.Fprintln(out, recover()) }()
			f()
		}()
	}
}
