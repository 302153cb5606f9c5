// Package io: copying, limiting, joining and pipes.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 08b509ade3d97925ef7418b11adba138be4cb769faa79b88e20f06932cde6584
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

type plain struct{ r io.Reader }

func (p plain) Read(b []byte) (int, error) { return p.r.Read(b[:min(len(b), 3)]) }

type at string

func (a at) ReadAt(p []byte, off int64) (int, error) {
	return strings.NewReader(string(a)).ReadAt(p, off)
}

type memory [16]byte

func (m *memory) WriteAt(p []byte, off int64) (int, error) { return copy(m[off:], p), nil }

type broken struct{ n int }

func (b *broken) Write(p []byte) (int, error) { return min(len(p), b.n), nil }

func main() {
	text := "the quick brown fox"
	var b bytes.Buffer
	fmt.Println(io.Copy(&b, plain{strings.NewReader(text)}))
	fmt.Println(io.CopyN(&b, plain{strings.NewReader(text)}, 5))
	fmt.Println(io.CopyN(&b, strings.NewReader("ab"), 5))
	fmt.Println(io.CopyBuffer(struct{ io.Writer }{&b}, plain{strings.NewReader(text)}, make([]byte, 2)))
	fmt.Println(io.Copy(&broken{2}, plain{strings.NewReader(text)}))
	fmt.Println(b.String())
	all, err := io.ReadAll(io.MultiReader(strings.NewReader("a"), strings.NewReader(""), plain{strings.NewReader("bcdef")}))
	fmt.Println(string(all), err)
	buf := make([]byte, 8)
	for _, in := range []string{"", "abc", "abcdefgh", "abcdefghij"} {
		n, err := io.ReadFull(plain{strings.NewReader(in)}, buf)
		m, err2 := io.ReadAtLeast(plain{strings.NewReader(in)}, buf, 4)
		fmt.Println(n, err, m, err2)
	}
	fmt.Println(io.ReadAtLeast(strings.NewReader("x"), buf[:1], 2))
	var tee bytes.Buffer
	io.Copy(io.Discard, io.TeeReader(strings.NewReader(text), &tee))
	fmt.Println(tee.String())
	var w1, w2 strings.Builder
	fmt.Println(io.WriteString(io.MultiWriter(&w1, io.MultiWriter(&w2)), "both"))
	fmt.Println(io.WriteString(io.MultiWriter(&broken{1}, &w1), "both"))
	fmt.Println(w1.String(), w2.String())

	s := io.NewSectionReader(at(text), 4, 11)
	part, _ := io.ReadAll(s)
	fmt.Println(string(part), s.Size())
	for _, seek := range [][2]int64{{2, 0}, {-3, 2}, {-1, 1}, {-20, 1}, {0, 7}} {
		pos, err := s.Seek(seek[0], int(seek[1]))
		n, rerr := s.Read(buf[:3])
		fmt.Println(pos, err, n, rerr, string(buf[:n]))
	}
	n, err := s.ReadAt(buf, 6)
	fmt.Println(n, err, string(buf[:n]))
	l := io.LimitReader(strings.NewReader(text), 7).(*io.LimitedReader)
	part, _ = io.ReadAll(l)
	fmt.Println(string(part), l.N)
	var m memory
	o := io.NewOffsetWriter(&m, 4)
	fmt.Fprint(o, "abc")
	o.Seek(1, io.SeekCurrent)
	fmt.Fprint(o, "de")
	fmt.Printf("%q\n", m[:12])
	c := io.NopCloser(strings.NewReader("x"))
	_, isTo := c.(io.WriterTo)
	_, plainTo := io.NopCloser(plain{}).(io.WriterTo)
	fmt.Println(c.Close(), isTo, plainTo)

	r, w := io.Pipe()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for _, word := range strings.Fields(text) {
			n, err := fmt.Fprintln(w, word)
			if err != nil || n != len(word)+1 {
				fmt.Println("write", n, err)
			}
		}
		w.CloseWithError(errors.New("done writing"))
	}()
	data, err := io.ReadAll(plain{r})
	fmt.Printf("%q %v\n", data, err)
	wg.Wait()
	_, err = w.Write([]byte("late"))
	fmt.Println(err)

	r, w = io.Pipe()
	wg.Add(1)
	go func() {
		defer wg.Done()
		n, err := w.Write([]byte("abcdef"))
		fmt.Println("wrote", n, err)
	}()
	r.Read(buf[:2])
	r.CloseWithError(errors.New("enough"))
	wg.Wait()
	_, err = r.Read(buf)
	fmt.Println(err, r.Close(), w.Close())
}
