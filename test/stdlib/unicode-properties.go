// Packages unicode, utf8 and utf16: digests of the properties of every code point, and of coding.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 03fd58f53314dbcbb4f112b04578b2e3fe3f611ce95ca8548b07c30ef6f7bd50
package main

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

type digest uint64

func (d *digest) add(values ...int) {
	for _, v := range values {
		*d = (*d ^ digest(v)) * 1099511628211
	}
}

func bits(flags ...bool) int {
	n := 0
	for i, f := range flags {
		if f {
			n |= 1 << i
		}
	}
	return n
}

func main() {
	for block := rune(-0x100); block < 0x110000; block += 0x2000 {
		var d digest
		for r := block; r < block+0x2000; r += 1 + max(block>>16, 0)*3 {
			d.add(bits(unicode.IsControl(r), unicode.IsDigit(r), unicode.IsGraphic(r), unicode.IsLetter(r), unicode.IsLower(r), unicode.IsMark(r),
				unicode.IsNumber(r), unicode.IsPrint(r), unicode.IsPunct(r), unicode.IsSpace(r), unicode.IsSymbol(r), unicode.IsTitle(r), unicode.IsUpper(r)),
				int(unicode.ToUpper(r)), int(unicode.ToLower(r)), int(unicode.ToTitle(r)), int(unicode.SimpleFold(r)), utf8.RuneLen(r), utf16.RuneLen(r))
		}
		fmt.Println(block, uint64(d))
	}
	tables := map[string]*unicode.RangeTable{"Han": unicode.Han, "Latin": unicode.Latin, "Cyrillic": unicode.Cyrillic, "L": unicode.Letter, "Nd": unicode.Digit,
		"Hiragana": unicode.Hiragana, "White_Space": unicode.White_Space, "Cn": unicode.Cn, "LC": unicode.LC, "C": unicode.C, "Emoji": unicode.Other_Math}
	for _, r := range "aZ9 é世あжΩ\u00a0\u0378€\U0001F600\U00020000" {
		fmt.Print(string(r), ":")
		for _, name := range []string{"Han", "Latin", "Cyrillic", "L", "Nd", "Hiragana", "White_Space", "Cn", "LC", "C", "Emoji"} {
			fmt.Print(" ", unicode.Is(tables[name], r))
		}
		fmt.Println(unicode.In(r, unicode.Han, unicode.Hiragana), unicode.To(unicode.UpperCase, r), unicode.TurkishCase.ToUpper(r))
	}
	fmt.Println(len(unicode.Categories), len(unicode.Scripts), len(unicode.Properties), len(unicode.CaseRanges), unicode.Categories["Lu"] == unicode.Upper,
		unicode.CategoryAliases["Uppercase_Letter"], unicode.Version)
	for _, s := range []string{"", "a", "é", "世", "\U0001F600", "\xff", "\xc3", "\xe4\xb8", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "a\xe4b", "\xf0\x9f\x98"} {
		b := []byte(s)
		r1, n1 := utf8.DecodeRuneInString(s)
		r2, n2 := utf8.DecodeLastRune(b)
		fmt.Println(r1, n1, r2, n2, utf8.FullRune(b), utf8.RuneCountInString(s), utf8.ValidString(s), utf8.Valid(b), string(utf8.AppendRune(b, r1)))
	}
	runes := []rune("a世\U0001F600\ufffd")
	units := utf16.Encode(append(runes, 0xD800, -1, 0x110000))
	fmt.Printf("%x %x\n", units, utf16.Decode(append(units, 0xD800, 'x', 0xDC00, 0xD800)))
	fmt.Println(utf16.IsSurrogate(0xDFFF), utf16.DecodeRune(0xD83D, 0xDE00), utf16.AppendRune(nil, 0x1F600))
}
