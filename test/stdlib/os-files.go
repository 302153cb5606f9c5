// RUN: %matrix %s | FileCheck %s
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

func check(err error) {
	if err != nil {
		fmt.Println("unexpected:", err)
		os.Exit(1)
	}
}

func main() {
	dir, err := os.MkdirTemp("", "gossamer-os-*-test")
	check(err)
	defer os.RemoveAll(dir)
	base := filepath.Base(dir)
	fmt.Println(strings.HasPrefix(base, "gossamer-os-"), strings.HasSuffix(base, "-test"))
	check(os.Chdir(dir))

	check(os.WriteFile("a.txt", []byte("hello\nworld\n"), 0644))
	data, err := os.ReadFile("a.txt")
	fmt.Printf("%q %v\n", data, err)

	f, err := os.OpenFile("a.txt", os.O_RDWR|os.O_APPEND, 0)
	check(err)
	n, err := f.WriteString("more\n")
	fmt.Println(n, err, f.Name())
	at, err := f.Seek(6, io.SeekStart)
	fmt.Println(at, err)
	buf := make([]byte, 5)
	n, err = f.Read(buf)
	fmt.Println(n, err, string(buf))
	n, err = f.ReadAt(buf, 14)
	fmt.Println(n, err, string(buf[:n]))
	_, err = f.ReadAt(buf, -1)
	fmt.Println(err)
	_, err = f.WriteAt(buf, 0)
	fmt.Println(err)
	info, err := f.Stat()
	check(err)
	fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir(), info.ModTime().IsZero())
	fmt.Println(f.Close(), f.Close())
	_, err = f.Read(buf)
	fmt.Println(err, errors.Is(err, os.ErrClosed))

	f, err = os.Create("b")
	check(err)
	n, err = f.WriteAt([]byte("tail"), 4)
	fmt.Println(n, err)
	check(f.Truncate(6))
	all, err := io.ReadAll(f)
	fmt.Printf("%q %v\n", all, err)
	f.Close()

	_, err = os.Open("missing")
	fmt.Println(err, errors.Is(err, fs.ErrNotExist), os.IsNotExist(err), errors.Is(err, syscall.ENOENT))
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err == syscall.ENOENT)
	_, err = os.OpenFile("b", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0600)
	fmt.Println(err, os.IsExist(err))
	_, err = os.Open("nul\x00name")
	fmt.Printf("%q\n", err.Error())
	_, err = os.ReadFile(".")
	fmt.Println(err)

	check(os.MkdirAll("d/e/f", 0755))
	check(os.MkdirAll("d/e/f", 0755))
	fmt.Println(os.Mkdir("d", 0755))
	fmt.Println(os.MkdirAll("b/x", 0755))
	check(os.WriteFile("d/z", nil, 0600))
	check(os.Symlink("z", "d/link"))
	target, err := os.Readlink("d/link")
	fmt.Println(target, err)
	entries, err := os.ReadDir("d")
	for _, e := range entries {
		fmt.Println(e, e.Name(), e.IsDir(), e.Type())
	}
	fmt.Println(len(entries), err)
	check(filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		fmt.Print(path, " ")
		return err
	}))
	fmt.Println()
	names, err := fs.Glob(os.DirFS("."), "*/*")
	fmt.Println(names, err)
	text, err := fs.ReadFile(os.DirFS("."), "a.txt")
	fmt.Println(len(text), err)
	_, err = os.DirFS(".").Open("../x")
	fmt.Println(err)

	check(os.Rename("b", "c"))
	fmt.Println(os.Rename("b", "x"))
	fmt.Println(os.Remove("d"))
	fmt.Println(os.Remove("nothing"))
	check(os.Chmod("c", 0400))
	info, _ = os.Stat("c")
	fmt.Println(info.Mode())
	check(os.RemoveAll("d"))
	check(os.RemoveAll("d"))
	_, err = os.Stat("d")
	fmt.Println(err)
	wd, err := os.Getwd()
	fmt.Println(filepath.Base(wd) == base, err)
	t, err := os.CreateTemp(dir, "x*.y")
	check(err)
	fmt.Println(strings.HasSuffix(t.Name(), ".y"))
	_, err = os.CreateTemp(dir, "a/b")
	fmt.Println(err)
}

// Expected output.
// CHECK: true true
// CHECK-NEXT: "hello\nworld\n" <nil>
// CHECK-NEXT: 5 <nil> a.txt
// CHECK-NEXT: 6 <nil>
// CHECK-NEXT: 5 <nil> world
// CHECK-NEXT: 3 EOF re
// CHECK-EMPTY:
// CHECK-NEXT: readat a.txt: negative offset
// CHECK-NEXT: os: invalid use of WriteAt on file opened with O_APPEND
// CHECK-NEXT: a.txt 17 -rw-r--r-- false false
// CHECK-NEXT: <nil> close a.txt: file already closed
// CHECK-NEXT: read a.txt: file already closed true
// CHECK-NEXT: 4 <nil>
// CHECK-NEXT: "\x00\x00\x00\x00ta" <nil>
// CHECK-NEXT: open missing: no such file or directory true true true
// CHECK-NEXT: true open missing true
// CHECK-NEXT: open b: file exists true
// CHECK-NEXT: "open nul\x00name: invalid argument"
// CHECK-NEXT: read .: is a directory
// CHECK-NEXT: mkdir d: file exists
// CHECK-NEXT: mkdir b: not a directory
// CHECK-NEXT: z <nil>
// CHECK-NEXT: d e/ e true d---------
// CHECK-NEXT: L link link false L---------
// CHECK-NEXT: - z z false ----------
// CHECK-NEXT: 3 <nil>
// CHECK-NEXT: . a.txt b d d/e d/e/f d/link d/z
// CHECK-NEXT: [d/e d/link d/z] <nil>
// CHECK-NEXT: 17 <nil>
// CHECK-NEXT: open ../x: invalid argument
// CHECK-NEXT: rename b x: no such file or directory
// CHECK-NEXT: remove d: directory not empty
// CHECK-NEXT: remove nothing: no such file or directory
// CHECK-NEXT: -r--------
// CHECK-NEXT: stat d: no such file or directory
// CHECK-NEXT: true <nil>
// CHECK-NEXT: true
// CHECK-NEXT: createtemp a/b: pattern contains path separator
