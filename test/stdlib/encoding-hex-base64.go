// encoding/hex and encoding/base64: every length, text that is wrong, streams. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 054d1ccae54ab91dd74b468399582fe398529cb2dd7c143040d2921eedde4664
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand"
	"strings"
)

type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(3, len(p))]) }

func attempt(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	r := rand.New(rand.NewSource(6))
	encodings := []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict(), base64.StdEncoding.WithPadding('*')}
	for n := range 60 {
		data := make([]byte, n)
		r.Read(data)
		fmt.Println(hex.EncodeToString(data), string(hex.AppendEncode([]byte("x"), data)))
		for _, e := range encodings {
			text := e.EncodeToString(data)
			back, err := e.DecodeString(text)
			dst := make([]byte, e.EncodedLen(n))
			e.Encode(dst, data)
			fmt.Println(text, e.EncodedLen(n), e.DecodedLen(len(text)), bytes.Equal(back, data), err, string(dst) == text)
		}
		fmt.Print(hex.Dump(data))
	}
	pieces := []string{"A", "B", "+", "/", "=", "==", "\n", "-", "*", "QUJD", "QQ", "é"}
	for range 4000 {
		var b strings.Builder
		for range r.Intn(7) {
			b.WriteString(pieces[r.Intn(len(pieces))])
		}
		e := encodings[r.Intn(len(encodings))]
		got, err := e.DecodeString(b.String())
		fmt.Printf("%q %q %v\n", b.String(), got, err)
		got, err = io.ReadAll(base64.NewDecoder(e, slow{strings.NewReader(b.String())}))
		if err == nil {
			fmt.Printf("%q\n", got)
		}
	}
	var out bytes.Buffer
	w := base64.NewEncoder(base64.StdEncoding, &out)
	for i := range 10 {
		n, err := w.Write([]byte("hello, world"[:i]))
		fmt.Print(n, err, " ")
	}
	fmt.Println(w.Close(), out.String())
	for _, s := range []string{"", "0", "00", "0g", "g0", "0G1", "AbCd", "000", "00 0", "é"} {
		got, err := hex.DecodeString(s)
		dst := make([]byte, 10)
		n, err2 := hex.Decode(dst, []byte(s))
		app, err3 := hex.AppendDecode([]byte("a"), []byte(s))
		fmt.Println(got, err, n, err2, app, err3)
		got, err = io.ReadAll(hex.NewDecoder(slow{strings.NewReader(s)}))
		fmt.Println(got, err)
	}
	out.Reset()
	fmt.Fprint(hex.NewEncoder(&out), "some text")
	fmt.Println(out.String(), hex.DecodedLen(7), hex.EncodedLen(7))
	d := hex.Dumper(&out)
	for i := range 9 {
		d.Write([]byte("0123456789\x00\xff"[:i]))
	}
	_, err := d.Write(nil)
	fmt.Println(d.Close(), d.Close(), err)
	_, err = d.Write([]byte("x"))
	fmt.Println(err, out.String())
	for _, bad := range []string{"short", strings.Repeat("a", 64), strings.Repeat("\n", 64)} {
		attempt(func() { base64.NewEncoding(bad) })
	}
	attempt(func() { base64.StdEncoding.WithPadding('A') })
	attempt(func() { base64.StdEncoding.WithPadding('\n') })
	attempt(func() { base64.StdEncoding.WithPadding(-2) })
}
