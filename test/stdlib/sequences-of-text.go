// Sequences of strings and bytes, atomic.Pointer, errors.AsType. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: ea8423cdbe6dac6e52757d282bdeecf4e7c9b72a311d497031e3e805e29f7021
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
)

func first[T any](s iter.Seq[T], n int) (list []T) {
	if n == 0 {
		return nil
	}
	for v := range s {
		if list = append(list, v); len(list) == n {
			break
		}
	}
	return list
}

func compare(what string, got, want []string) {
	if !slices.Equal(got, want) {
		fmt.Printf("%s: %q, not %q\n", what, got, want)
	}
}

type node struct{ value int }

type coded struct{ code int }

func (c *coded) Error() string { return fmt.Sprint("code ", c.code) }

type shape struct{}

func (shape) Error() string { return "shape" }
func (shape) As(target any) bool {
	if p, ok := target.(**coded); ok {
		*p = &coded{9}
		return true
	}
	return false
}

func main() {
	texts := []string{"", "a", "a\nb", "a\n\nb\n", "\n", "  x  yz ", "a,b,,c,", ",", "äöü, ñ\xff,", "日本\u3000語\n"}
	seps := []string{"", ",", "\n", " ", "a", "本", "xyz", ", "}
	comma := func(r rune) bool { return r == ',' || r == 'b' }
	for _, s := range texts {
		fmt.Printf("%q %q %q\n", slices.Collect(strings.Lines(s)), slices.Collect(strings.FieldsSeq(s)), slices.Collect(strings.FieldsFuncSeq(s, comma)))
		for _, sep := range seps {
			compare("split", slices.Collect(strings.SplitSeq(s, sep)), strings.Split(s, sep))
			compare("after", slices.Collect(strings.SplitAfterSeq(s, sep)), strings.SplitAfter(s, sep))
			fmt.Printf("%q ", first(strings.SplitSeq(s, sep), 2))
			for part := range bytes.SplitSeq([]byte(s), []byte(sep)) {
				fmt.Print(string(part), len(part), cap(part), ";")
			}
			for part := range bytes.SplitAfterSeq([]byte(s), []byte(sep)) {
				fmt.Print(string(part), len(part), cap(part), ";")
				break
			}
		}
		fmt.Printf("%q %q %q\n", slices.Collect(bytes.Lines([]byte(s))), slices.Collect(bytes.FieldsSeq([]byte(s))), slices.Collect(bytes.FieldsFuncSeq([]byte(s), comma)))
	}
	var p atomic.Pointer[node]
	a, b := &node{1}, &node{2}
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, a), p.Swap(b).value, p.Load().value, p.CompareAndSwap(a, nil), p.Load() == b)
	p.Store(nil)
	fmt.Println(p.Load())
	err := fmt.Errorf("outer: %w", errors.Join(errors.New("x"), &coded{4}, &fs.PathError{Op: "open", Path: "f", Err: fs.ErrNotExist}))
	c, ok := errors.AsType[*coded](err)
	fmt.Println(c, ok)
	path, ok := errors.AsType[*fs.PathError](err)
	fmt.Println(path.Path, ok)
	s, ok := errors.AsType[shape](err)
	fmt.Println(s, ok)
	c, ok = errors.AsType[*coded](fmt.Errorf("%w", shape{}))
	fmt.Println(c, ok)
	e, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](err)
	fmt.Println(e != nil, ok)
	c, ok = errors.AsType[*coded](nil)
	fmt.Println(c == nil, ok)
}
