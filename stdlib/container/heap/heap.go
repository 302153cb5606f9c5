// Package heap keeps the least element of a collection at hand: it makes a binary heap of anything that can be sorted.
//
// Element 0 is the least; the children of element i are 2i+1 and 2i+2.
package heap

import "sort"

// Interface is a sortable collection that can also grow and shrink at its end.
type Interface interface {
	sort.Interface
	Push(x any) // adds x as element Len()
	Pop() any   // removes and returns element Len()-1
}

// Init makes a heap of h in O(n).
func Init(h Interface) {
	n := h.Len()
	for root := n/2 - 1; root >= 0; root-- {
		down(h, root, n)
	}
}

// Push adds x in O(log n).
func Push(h Interface, x any) {
	h.Push(x)
	up(h, h.Len()-1)
}

// Pop removes and returns the least element in O(log n).
func Pop(h Interface) any {
	last := h.Len() - 1
	h.Swap(0, last)
	down(h, 0, last)
	return h.Pop()
}

// Remove removes and returns element i in O(log n).
func Remove(h Interface, i int) any {
	last := h.Len() - 1
	if i != last {
		h.Swap(i, last)
		settle(h, i, last)
	}
	return h.Pop()
}

// Fix puts element i, whose value has changed, into its place in O(log n).
func Fix(h Interface, i int) { settle(h, i, h.Len()) }

// settle moves element i of a heap of n down or up.
func settle(h Interface, i, n int) {
	if !down(h, i, n) {
		up(h, i)
	}
}

// up moves an element up until its parent is not greater.
func up(h Interface, i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.Less(i, parent) {
			return
		}
		h.Swap(parent, i)
		i = parent
	}
}

// down moves an element down until no child is less, and reports whether it moved.
func down(h Interface, start, n int) bool {
	i := start
	for {
		child := 2*i + 1
		if child >= n || child < 0 { // negative: overflow
			break
		}
		if right := child + 1; right < n && h.Less(right, child) {
			child = right
		}
		if !h.Less(child, i) {
			break
		}
		h.Swap(i, child)
		i = child
	}
	return i > start
}
