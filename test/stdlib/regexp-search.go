// regexp: random expressions on random text, every kind of search, replacement and error. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 7063e854c84631d052a8f8c82180a21d2dcc2d6c4f8fb8100c94c7168be80849
package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"regexp"
	"strings"
)

func attempt(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

// Random expressions on random text: everything that is found, and every error.
func random() {
	r := rand.New(rand.NewSource(7))
	pieces := []string{"a", "b", "c", "ab", ".", "*", "+", "?", "*?", "+?", "??", "|", "(", ")", ")", "[ab]", "[^b]", "[a-c]", "^", "$", "{2}", "{2,}", "{1,3}", "{0,1}?", `\d`, `\W`, `\s`, `\pL`, "(?:", "(?i)", "(?P<n>", "(?s:", `\b`, `\B`, `\A`, `\z`, "é", "(?U)", "(?m)", "(a|b)*", "(?:|a)+", "()"}
	letters := []string{"a", "b", "c", "A", "B", " ", "\n", "1", "é", "É", "\xff", "aab", "abc", "日"}
	for range 6000 {
		var expr, text strings.Builder
		for range 1 + r.Intn(7) {
			expr.WriteString(pieces[r.Intn(len(pieces))])
		}
		for range r.Intn(10) {
			text.WriteString(letters[r.Intn(len(letters))])
		}
		compile := regexp.Compile
		if r.Intn(5) == 0 {
			compile = regexp.CompilePOSIX
		}
		re, err := compile(expr.String())
		if err != nil {
			fmt.Printf("%q %v\n", expr.String(), err)
			continue
		}
		if r.Intn(4) == 0 {
			re.Longest()
		}
		s := text.String()
		prefix, _ := re.LiteralPrefix()
		fmt.Printf("%q %q %v %q %v %q %q %q %d %q\n", expr.String(), s, re.FindAllStringSubmatchIndex(s, -1), re.ReplaceAllString(s, "<$0$1>"),
			re.MatchString(s), re.Split(s, 3), re.FindAllString(s, 2), re.FindStringSubmatch(s), re.NumSubexp(), re.SubexpNames())
		if !strings.HasPrefix(re.FindString(s), prefix) && re.MatchString(s) {
			fmt.Println("prefix", prefix)
		}
		if !bytes.Equal(re.ReplaceAll([]byte(s), []byte("${n}x")), []byte(re.ReplaceAllString(s, "${n}x"))) {
			fmt.Println("bytes differ")
		}
		fmt.Println(re.FindReaderSubmatchIndex(strings.NewReader(s)))
	}
}

func main() {
	random()
	re := regexp.MustCompile(`(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?`)
	text := "from 2024-05-06 to 2025-11, not 20-1"
	fmt.Println(re, re.NumSubexp(), re.SubexpNames(), re.SubexpIndex("month"), re.SubexpIndex("x"), re.SubexpIndex(""))
	fmt.Printf("%q\n%q\n%q\n", re.FindAllStringSubmatch(text, -1), re.FindSubmatch([]byte(text)), re.FindAll([]byte(text), 1))
	fmt.Println(re.FindStringIndex(text), re.FindAllIndex([]byte(text), -1), re.FindAllSubmatchIndex([]byte(text), -1), re.FindStringIndex("x") == nil)
	fmt.Println(re.ReplaceAllString(text, "$month/$year"), re.ReplaceAllString(text, "${month}th$$ $4x ${4}x $9 ${bad"), re.ReplaceAllLiteralString(text, "$1"))
	fmt.Println(re.ReplaceAllStringFunc(text, strings.ToUpper), string(re.ReplaceAllFunc([]byte(text), func(b []byte) []byte { return b[:4] })), string(re.ReplaceAllLiteral([]byte(text), []byte("$"))))
	fmt.Println(string(re.ExpandString(nil, "$year.$1.$2x", text, re.FindStringSubmatchIndex(text))), string(re.Expand([]byte("> "), []byte("${month}"), []byte(text), re.FindSubmatchIndex([]byte(text)))))
	for _, e := range []string{"a(b", "*", "a**", "[z-a]", `\`, `\8`, "(?z)", "x{1001}", "(?P<a", ")", "[a", `\p{Nope}`, "\xff", "((a{100}){100}){100}"} {
		_, err := regexp.Compile(e)
		fmt.Println(err)
	}
	attempt(func() { regexp.MustCompile("a`(") })
	attempt(func() { regexp.MustCompilePOSIX(`\d(`) })
	fmt.Println(regexp.QuoteMeta("a.b*[c]\\$"), regexp.MustCompile(regexp.QuoteMeta("1+1=2")).MatchString("1+1=2"))
	fmt.Println(regexp.MatchString("^a+$", "aaa"))
	fmt.Println(regexp.Match("(", nil))
	for _, s := range []string{"", "a", "a,b,,c", ",a,"} {
		for n := -1; n < 4; n++ {
			fmt.Printf("%q ", regexp.MustCompile(",").Split(s, n))
		}
		fmt.Printf("%q %q\n", regexp.MustCompile("").Split(s, -1), regexp.MustCompile("a*").Split(s, -1))
	}
	long := strings.Repeat("a", 3000) + "b"
	fmt.Println(regexp.MustCompile("(a*)*b").FindStringIndex(long), regexp.MustCompile("(a?){30}a{30}c").MatchString(long), len(regexp.MustCompile(`\w`).FindAllString(long, -1)))
	fmt.Println(regexp.MustCompile(`(?i)straße|ſ`).FindAllString("STRAßE Strasse S ſ", -1), regexp.MustCompile(`(?i)k`).FindAllString("kKK", -1))
	var u regexp.Regexp
	fmt.Println(u.UnmarshalText([]byte("b+")), u.FindString("abbb"), u.UnmarshalText([]byte("(")), u.String())
	m, _ := re.MarshalText()
	fmt.Println(string(m), re.Copy().MatchString("2020-10"))
	for _, e := range []string{"abc", "abc+", "(abc)", "a|b", "(?i)abc", "a.c", ""} {
		fmt.Println(regexp.MustCompile(e).LiteralPrefix())
	}
	done := make(chan int)
	for range 8 {
		go func() { done <- len(re.FindAllString(strings.Repeat(text, 50), -1)) }()
	}
	for range 8 {
		fmt.Print(<-done, " ")
	}
	fmt.Println()
}
