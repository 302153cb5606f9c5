// text/tabwriter with every flag on random text. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 385b78364082317a14ef692f06313e75f8d526e051a97ea1a291454520b02764
package main

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"text/tabwriter"
)

type limited struct{ left int }

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		return 0, errors.New("full")
	}
	l.left -= len(p)
	return len(p), nil
}

func main() {
	r := rand.New(rand.NewSource(4))
	pieces := []string{"a", "bb", "日本", "\t", "\t", "\t", "\v", "\n", "\n", "\f", "\xff", "<b>", "&amp;", "long text", "", " ", "<", "&"}
	flagSets := []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.AlignRight | tabwriter.Debug, tabwriter.DiscardEmptyColumns | tabwriter.Debug, tabwriter.FilterHTML | tabwriter.Debug, tabwriter.StripEscape, tabwriter.TabIndent, tabwriter.TabIndent | tabwriter.DiscardEmptyColumns | tabwriter.FilterHTML | tabwriter.StripEscape}
	for i := range 1200 {
		var b strings.Builder
		w := tabwriter.NewWriter(&b, r.Intn(9), r.Intn(9), r.Intn(3), []byte{' ', '\t', '.'}[r.Intn(3)], flagSets[i%len(flagSets)])
		for range r.Intn(5) {
			var text strings.Builder
			for range r.Intn(12) {
				text.WriteString(pieces[r.Intn(len(pieces))])
			}
			n, err := w.Write([]byte(text.String()))
			if n != text.Len() || err != nil {
				fmt.Println(n, err)
			}
			if r.Intn(6) == 0 {
				fmt.Print(w.Flush())
			}
		}
		fmt.Printf("%v %q\n", w.Flush(), b.String())
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc")
	fmt.Fprintln(w, "aaa\tbbbb\tc")
	fmt.Fprintln(w, "")
	fmt.Fprintln(w, "aaaaaa\tb")
	w.Flush()
	w.Init(&limited{9}, 5, 0, 1, ' ', 0)
	_, err := fmt.Fprintln(w, "x\ty\tz")
	fmt.Println(err, w.Flush(), w.Flush())
	_, err = fmt.Fprint(w, "x\f")
	fmt.Println(err)
	defer func() { fmt.Println(recover()) }()
	w.Init(nil, -1, 0, 0, ' ', 0)
}
