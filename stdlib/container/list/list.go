// Package list has a doubly linked list.
//
//	for e := l.Front(); e != nil; e = e.Next() {
//		use(e.Value)
//	}
package list

// An Element is an element of a list.
type Element struct {
	next, prev *Element // in a ring that goes through the list's root
	list       *List    // nil once removed

	Value any
}

// Next returns the element behind e, or nil.
func (e *Element) Next() *Element { return e.neighbor(e.next) }

// Prev returns the element before e, or nil.
func (e *Element) Prev() *Element { return e.neighbor(e.prev) }

func (e *Element) neighbor(other *Element) *Element {
	if e.list == nil || other == &e.list.root {
		return nil
	}
	return other
}

// A List is a doubly linked list. The zero value is an empty list.
type List struct {
	root Element // root.next is the first, root.prev the last; a zero root is an empty list too
	len  int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init empties l.
func (l *List) Init() *List {
	l.root.next, l.root.prev = &l.root, &l.root
	l.len = 0
	return l
}

func (l *List) ready() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len returns the number of elements.
func (l *List) Len() int { return l.len }

// Front returns the first element, or nil.
func (l *List) Front() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.next
}

// Back returns the last element, or nil.
func (l *List) Back() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.prev
}

// link puts e behind at.
func (l *List) link(e, at *Element) *Element {
	e.list = l
	e.prev, e.next = at, at.next
	e.prev.next, e.next.prev = e, e
	l.len++
	return e
}

func (l *List) unlink(e *Element) {
	e.prev.next, e.next.prev = e.next, e.prev
	e.next, e.prev, e.list = nil, nil, nil
	l.len--
}

// relink moves e behind at.
func (l *List) relink(e, at *Element) {
	if e == at || e.prev == at {
		return
	}
	l.unlink(e)
	l.link(e, at)
}

// Remove takes e out if it is an element of l, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		l.unlink(e)
	}
	return e.Value
}

// PushFront puts a new element with value v first.
func (l *List) PushFront(v any) *Element {
	l.ready()
	return l.link(&Element{Value: v}, &l.root)
}

// PushBack puts a new element with value v last.
func (l *List) PushBack(v any) *Element {
	l.ready()
	return l.link(&Element{Value: v}, l.root.prev)
}

// InsertBefore puts a new element with value v before mark; nil if mark is no element of l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.link(&Element{Value: v}, mark.prev)
}

// InsertAfter puts a new element with value v behind mark; nil if mark is no element of l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.link(&Element{Value: v}, mark)
}

// MoveToFront makes e, an element of l, the first.
func (l *List) MoveToFront(e *Element) {
	if e.list == l {
		l.relink(e, &l.root)
	}
}

// MoveToBack makes e, an element of l, the last.
func (l *List) MoveToBack(e *Element) {
	if e.list == l {
		l.relink(e, l.root.prev)
	}
}

// MoveBefore puts e before mark if both are elements of l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		l.relink(e, mark.prev)
	}
}

// MoveAfter puts e behind mark if both are elements of l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && mark.list == l {
		l.relink(e, mark)
	}
}

// PushBackList appends copies of the elements of other, which may be l.
func (l *List) PushBackList(other *List) {
	e := other.Front()
	for range other.Len() {
		l.PushBack(e.Value)
		e = e.Next()
	}
}

// PushFrontList puts copies of the elements of other, which may be l, first.
func (l *List) PushFrontList(other *List) {
	e := other.Back()
	for range other.Len() {
		l.PushFront(e.Value)
		e = e.Prev()
	}
}
