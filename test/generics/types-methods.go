// RUN: %matrix %s | FileCheck %s
package main

import "fmt"

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }

func (s *Stack[E]) Pop() (E, bool) {
	var zero E
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

func (s *Stack[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i, x := range s.items {
			if !yield(i, x) {
				return
			}
		}
	}
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }

type named struct {
	Stack[string] // methods are promoted
	*Pair[int, bool]
}

type list[T any] struct {
	value T
	next  *list[T]
}

func (l *list[T]) len() int {
	if l == nil {
		return 0
	}
	return 1 + l.next.len()
}

func main() {
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	for i, x := range s.All() {
		fmt.Println(i, x)
	}
	// CHECK: 0 a
	// CHECK-NEXT: 1 b
	fmt.Println(s.Pop()) // CHECK-NEXT: b true
	fmt.Println(s.Pop()) // CHECK-NEXT: a true
	fmt.Println(s.Pop()) // CHECK-NEXT: false
	p := Pair[int, string]{1, "x"}
	fmt.Printf("%T %v %T %v\n", p, p, p.Swap(), p.Swap()) // CHECK-NEXT: main.Pair[int,string] {1 x} main.Pair[string,int] {x 1}
	n := named{Pair: &Pair[int, bool]{7, true}}
	n.Push("deep")
	fmt.Println(n.items, n.Swap(), n.First) // CHECK-NEXT: [deep] {true 7} 7
	push := n.Push
	push("value")
	(*Stack[string]).Push(&n.Stack, "expression")
	fmt.Println(n.items, len(n.items)) // CHECK-NEXT: [deep value expression] 3
	l := &list[Pair[int, int]]{next: &list[Pair[int, int]]{}}
	fmt.Println(l.len())  // CHECK-NEXT: 2
	fmt.Printf("%T\n", l) // CHECK-NEXT: *main.list[main.Pair[int,int]]
}
