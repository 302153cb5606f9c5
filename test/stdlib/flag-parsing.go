// flag: every kind of flag, help, errors. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 91563895e51ad4d07d56621922ea9ad0572e2de31c525c4f2c33e7e25e2670e0
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type bad struct{ p *int }

func (b bad) String() string   { return fmt.Sprint(*b.p) }
func (b bad) Set(string) error { return errors.New("never") }

func try(args ...string) {
	f := flag.NewFlagSet("tool", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	b := f.Bool("b", false, "a `switch` to see")
	c := f.Bool("colour", true, "two\nlines")
	i := f.Int("i", 3, "number")
	i64 := f.Int64("i64", -1<<63, "number of `things to do")
	u := f.Uint("u", 0, "")
	u64 := f.Uint64("u64", 7, "")
	s := f.String("s", "x", "text")
	fl := f.Float64("f", 1e21, "float")
	d := f.Duration("d", time.Minute, "how long")
	var l list
	f.Var(&l, "l", "`item` to add")
	n := 4
	f.Var(bad{&n}, "bad", "")
	t := time.Unix(0, 0).UTC()
	f.TextVar(&t, "t", t, "when")
	f.Func("fn", "call", func(s string) error {
		fmt.Println("fn", s)
		if s == "no" {
			return errors.New("refused")
		}
		return nil
	})
	f.BoolFunc("bf", "call", func(s string) error { fmt.Println("bf", s); return nil })
	err := f.Parse(args)
	fmt.Println(args, err, *b, *c, *i, *i64, *u, *u64, *s, *fl, *d, l, t, f.Args(), f.NArg(), f.NFlag(), f.Arg(0), f.Arg(9), f.Parsed())
	f.Visit(func(f *flag.Flag) {
		fmt.Print(f.Name, " ", f.DefValue, " ", f.Value, "; ")
		if g, ok := f.Value.(flag.Getter); ok {
			fmt.Printf("%v ", g.Get())
		}
	})
	fmt.Println()
}

func main() {
	try()
	try("-b", "-i", "0x10", "--s=a=b", "-l", "1", "-l=2", "rest", "-b")
	try("-b=false", "-colour=0", "-f", "2.5", "-d=1h3s", "-u", "9", "--", "-x")
	try("-t", "2020-01-02T03:04:05Z", "-fn", "yes", "-bf", "-bf=1", "-")
	for _, wrong := range []string{"-h", "-help", "-nope", "-b=maybe", "-i=a", "-i=99999999999999999999", "-u=-1", "-f=x", "-d=3", "-s", "-=3", "---b", "-fn=no", "-t=x", "-bad=1", "-u64=1e3"} {
		try(wrong)
	}
	f := flag.NewFlagSet("", flag.PanicOnError)
	f.SetOutput(os.Stdout)
	attempt := func(do func()) {
		defer func() { fmt.Println("recovered:", recover()) }()
		do()
	}
	f.Int("x", 1, "")
	attempt(func() { f.Int("x", 1, "") })
	attempt(func() { f.Int("-x", 1, "") })
	attempt(func() { f.Int("x=y", 1, "") })
	attempt(func() { f.Parse([]string{"-q"}) })
	fmt.Println(f.Set("x", "5"), f.Set("nix", "5"), f.Lookup("x").Value, f.Lookup("y") == nil, f.Name(), f.ErrorHandling())
	f.Usage = func() { fmt.Println("own usage") }
	attempt(func() { f.Parse([]string{"-h"}) })
	named := flag.NewFlagSet("n", flag.ContinueOnError)
	named.SetOutput(os.Stdout)
	attempt(func() { named.Int("x", 1, ""); named.Int("x", 1, "") })
	flag.CommandLine.SetOutput(os.Stdout)
	os.Args = []string{"prog", "-v", "a", "b"}
	v := flag.Bool("v", false, "verbose")
	flag.Parse()
	fmt.Println(*v, flag.Args(), flag.NFlag())
	os.Args[0] = "prog"
	flag.Usage()
	flag.CommandLine.Init("again", flag.ContinueOnError)
	fmt.Println(flag.CommandLine.Parse([]string{"-zz"}))
}
