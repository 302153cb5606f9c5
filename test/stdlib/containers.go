// container/heap, container/list and container/ring under random operations. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 0d113591743708950178a95e0637ee5a2fbc75c95df9261665c170c028f1fd1b
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"math/rand"
)

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Print("| ")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	r := rand.New(rand.NewSource(3))
	h := &ints{}
	for i := range 40 {
		*h = append(*h, r.Intn(50))
		_ = i
	}
	heap.Init(h)
	fmt.Println(*h)
	for range 300 {
		switch r.Intn(4) {
		case 0, 1:
			heap.Push(h, r.Intn(50))
		case 2:
			fmt.Print(heap.Pop(h), " ")
		case 3:
			i := r.Intn(h.Len())
			fmt.Print(heap.Remove(h, i), "/")
			j := r.Intn(h.Len())
			(*h)[j] = r.Intn(50)
			heap.Fix(h, j)
		}
	}
	fmt.Println(*h)

	var l list.List
	other := list.New()
	foreign := other.PushBack("foreign")
	var all []*list.Element
	for i := range 5 {
		all = append(all, l.PushBack(i), l.PushFront(-i))
	}
	for k := range 400 {
		e := all[r.Intn(len(all))]
		m := all[r.Intn(len(all))]
		if r.Intn(30) == 0 {
			m = foreign
		}
		switch r.Intn(8) {
		case 0:
			l.MoveToFront(e)
		case 1:
			l.MoveToBack(e)
		case 2:
			l.MoveBefore(e, m)
		case 3:
			l.MoveAfter(e, m)
		case 4:
			if n := l.InsertBefore(100+k, m); n != nil {
				all = append(all, n)
			}
		case 5:
			if n := l.InsertAfter(100+k, m); n != nil {
				all = append(all, n)
			}
		case 6:
			fmt.Print(l.Remove(e), " ")
		case 7:
			if l.Len() < 10 {
				l.PushBackList(&l)
				l.PushFrontList(other)
			}
		}
		if k%40 == 0 {
			show(&l)
		}
	}
	fmt.Println(foreign.Next() == nil, foreign.Prev() == nil, new(list.List).Front() == nil)
	show(l.Init())

	a, b := ring.New(5), ring.New(3)
	n := 0
	for p := range 8 {
		_ = p
		if n < 5 {
			a.Value = n
			a = a.Next()
		} else {
			b.Value = n
			b = b.Prev()
		}
		n++
	}
	print := func(r *ring.Ring) {
		r.Do(func(v any) { fmt.Print(v, " ") })
		fmt.Println(r.Len())
	}
	print(a.Move(-7))
	print(b.Move(2))
	print(a.Link(b))
	print(a)
	print(a.Unlink(9))
	print(a)
	print(a.Link(a.Move(3)))
	print(a.Unlink(0))
	print(new(ring.Ring))
	fmt.Println(ring.New(0) == nil)
}
