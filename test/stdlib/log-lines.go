// Package log: headers by flags, prefixes, panics, and the standard logger.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %not 1 %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 6eb3cc71af695923f5e383f8ad318ac2d777dd7ca320f90737f25ccb5167e95d
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

// masked replaces digits, for times, and shows where a line names its file.
func masked(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '#'
		}
		return r
	}, s)
}

func helper(l *log.Logger) { l.Output(2, "from helper") }

func main() {
	var out bytes.Buffer
	for flag := 0; flag < 128; flag++ {
		if flag&log.Llongfile != 0 && flag&log.Lshortfile == 0 {
			continue // the folder differs from machine to machine
		}
		out.Reset()
		l := log.New(&out, "pre: ", flag)
		l.Println("hello", 'x', "a", "b")
		l.Printf("%05.1f|%v\n", 3.14159, []string{"q"})
		l.Print("a", 1, 2, "b")
		l.Print("")
		helper(l)
		fmt.Printf("%d %q\n", flag, masked(out.String()))
	}
	out.Reset()
	log.SetOutput(&out)
	log.SetFlags(log.Lshortfile | log.Lmsgprefix)
	log.SetPrefix("std ")
	log.Println("one")
	log.Printf("two %d", 2)
	log.Output(1, "three")
	fmt.Print(out.String(), log.Flags(), log.Prefix(), log.Writer() == &out, log.Default().Prefix(), "\n")
	func() {
		defer func() { fmt.Printf("%T %v\n", recover(), out.Len()) }()
		log.Panicf("bad %s", "thing")
	}()
	l := log.New(io.Discard, "", 0)
	l.Print("nothing")
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.Fatalln("the", "end")
}
