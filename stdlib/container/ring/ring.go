// Package ring has circular lists.
package ring

// A Ring is an element of a circular list, which has neither beginning nor end: any element stands for the whole. A nil
// *Ring is an empty ring, the zero value a ring of one element.
type Ring struct {
	next, prev *Ring // nil in a zero Ring
	Value      any   // for use by the client
}

// alone makes a ring of one element of a zero Ring.
func (r *Ring) alone() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// New returns a ring of n elements, nil if n <= 0.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	first := new(Ring).alone()
	for range n - 1 {
		first.prev.Link(new(Ring))
	}
	return first
}

// Next returns the next element. The ring must not be empty.
func (r *Ring) Next() *Ring { return r.alone().next }

// Prev returns the previous element. The ring must not be empty.
func (r *Ring) Prev() *Ring { return r.alone().prev }

// Move returns the element n places forward, or backward if n is negative. The ring must not be empty.
func (r *Ring) Move(n int) *Ring {
	r.alone()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link connects r with s so that s comes behind r, and returns what was behind r. If both are in the same ring, the
// elements between them form a ring of their own, the one returned; otherwise one ring is made of two.
func (r *Ring) Link(s *Ring) *Ring {
	behind := r.Next()
	if s != nil {
		last := s.Prev()
		r.next, s.prev = s, r
		behind.prev, last.next = last, behind
	}
	return behind
}

// Unlink removes n%r.Len() elements, starting behind r, and returns their ring; nil if n <= 0.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len returns the number of elements, in time proportional to it.
func (r *Ring) Len() int {
	n := 0
	r.Do(func(any) { n++ })
	return n
}

// Do calls f on the value of each element, forward. What happens if f changes the ring is undefined.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
