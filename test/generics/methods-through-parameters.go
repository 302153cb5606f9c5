// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type name string

func (n name) String() string { return "name " + string(n) }

type counter struct{ n int }

func (c *counter) Set(n int)     { c.n = n }
func (c counter) String() string { return fmt.Sprint("counter ", c.n) }

func text[T fmt.Stringer](x T) string { return x.String() }

func value[T fmt.Stringer](x T) func() string { return x.String }

func expression[T fmt.Stringer]() func(T) string { return T.String }

// The usual way to say that *T has a method.
func build[T any, P interface {
	*T
	Set(int)
}](n int) T {
	var x T
	P(&x).Set(n)
	defer P(&x).Set(0)
	set := P(&x).Set
	set(n + 1)
	return x
}

type embeds struct{ *counter }

func main() {
	fmt.Println(text(name("a")), text(counter{1}), text(&counter{2}))         // CHECK: name a counter 1 counter 2
	fmt.Println(text[fmt.Stringer](name("i")), text(embeds{&counter{3}}))     // CHECK-NEXT: name i counter 3
	fmt.Println(value(name("b"))(), value[fmt.Stringer](counter{4})())        // CHECK-NEXT: name b counter 4
	fmt.Println(expression[name]()("c"), expression[*counter]()(&counter{5})) // CHECK-NEXT: name c counter 5
	fmt.Println(build[counter](7))                                            // CHECK-NEXT: counter 8
	defer func() {
		fmt.Println(recover()) // CHECK-NEXT: invalid memory address or nil pointer dereference
	}()
	value[fmt.Stringer](nil)
}
