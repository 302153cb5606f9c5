// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type Seq[T any] func(yield func(T) bool)

func Of[T any](xs ...T) Seq[T] {
	return func(yield func(T) bool) {
		defer fmt.Print("|")
		for _, x := range xs {
			if !yield(x) {
				return
			}
		}
	}
}

func Filter[T any](s Seq[T], keep func(T) bool) Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if keep(x) && !yield(x) {
				return
			}
		}
	}
}

func Zip[A, B any](a Seq[A], bs []B) func(func(A, B) bool) {
	return func(yield func(A, B) bool) {
		i := 0
		for x := range a {
			if i == len(bs) || !yield(x, bs[i]) {
				return
			}
			i++
		}
	}
}

// Deferred calls of the body belong to the function.
func defers() (n int) {
	defer func() { n *= 10; fmt.Print("first ") }()
	for x := range Of(1, 2, 3) {
		defer func() { n += x; fmt.Print("d", x, " ") }()
		for range Of("inner") {
			defer fmt.Print("i", x, " ")
		}
	}
	fmt.Print("body ")
	return 5
}

func named() (a, b int) {
	for x := range Of(1, 2) {
		a = x
		for y := range Of(10, 20) {
			b = y
			if x+y == 22 {
				return b, a
			}
		}
	}
	return
}

func labels() (out []int) {
outer:
	for x := range Of(1, 2, 3, 4, 5) {
	middle:
		for i := range 3 {
			for y := range Of(10, 20, 30) {
				switch {
				case x == 1:
					continue outer
				case x == 2 && i == 0:
					continue middle
				case x == 3:
					break middle
				case x == 5:
					break outer
				case y == 20:
					break
				default:
					out = append(out, x*y+i)
				}
			}
		}
		out = append(out, -x)
	}
	return
}

func jumps() string {
	n := 0
again:
	for x := range Of(1, 2, 3) {
		n++
		for y := range Of(1) {
			if n < 3 {
				goto again
			}
			if x+y == 3 {
				goto done
			}
		}
	}
	return "not here"
done:
	return fmt.Sprint("n=", n)
}

func recovers() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("got %v", p)
		}
	}()
	for x := range Of(1, 2) {
		defer fmt.Print("late", x, " ")
		if x == 2 {
			panic("two")
		}
	}
	return nil
}

func captured() (fs []func() int) {
	for x := range Of(1, 2, 3) {
		y := x * x
		fs = append(fs, func() int { y++; return x + y })
	}
	return
}

// The body returns through a closure, a select and a type switch.
func mixed[T any](xs ...T) string {
	c := make(chan any, 1)
	for x := range Filter(Of(xs...), func(x T) bool { return any(x) != nil }) {
		c <- x
		select {
		case v := <-c:
			switch v := v.(type) {
			case string:
				return func() string {
					for s := range Of(v, "never") {
						return s + "!"
					}
					return ""
				}()
			case int:
				if v > 1 {
					break
				}
				continue
			}
		}
		fmt.Print("after", x, " ")
	}
	return "none"
}

func assigned() (k int, v string) {
	for k, v = range Zip(Of(1, 2, 3), []string{"a", "b"}) {
	}
	return
}

func main() {
	fmt.Println(defers())   // CHECK: ||||body i3 d3 i2 d2 i1 d1 first 110
	fmt.Println(named())    // CHECK-NEXT: |||20 2
	fmt.Println(labels())   // CHECK-NEXT: ||||||||||[21 61 22 62 -2 -3 40 120 41 121 42 122 -4]
	fmt.Println(jumps())    // CHECK-NEXT: |||||||n=4
	fmt.Println(recovers()) // CHECK-NEXT: |late2 late1 got two
	for _, f := range captured() {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()                           // CHECK-NEXT: |3 4 7 8 13 14
	fmt.Println(mixed[any](nil, 1, 2, "x")) // CHECK-NEXT: after2 ||x!
	fmt.Println(mixed(1, 3))                // CHECK-NEXT: after3 |none
	fmt.Println(assigned())                 // CHECK-NEXT: |2 b
}
