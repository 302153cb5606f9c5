// Package cgo lets Go values pass through C as numbers. There is no C here, but programs may use it all the same.
package cgo

import "sync"

// Handle is a number that stands for a Go value.
type Handle uintptr

var (
	mu     sync.Mutex
	values = make(map[Handle]any)
	last   Handle
)

// NewHandle returns a handle for v, valid until it is deleted.
func NewHandle(v any) Handle {
	mu.Lock()
	defer mu.Unlock()
	last++
	if last == 0 {
		panic("runtime/cgo: ran out of handle space")
	}
	values[last] = v
	return last
}

// Value returns the value of a handle; it panics if the handle is not valid.
func (h Handle) Value() any {
	mu.Lock()
	defer mu.Unlock()
	v, ok := values[h]
	if !ok {
		panic("runtime/cgo: misuse of an invalid Handle")
	}
	return v
}

// Delete invalidates a handle; it panics if the handle is not valid.
func (h Handle) Delete() {
	mu.Lock()
	defer mu.Unlock()
	if _, ok := values[h]; !ok {
		panic("runtime/cgo: misuse of an invalid Handle")
	}
	delete(values, h)
}

// Incomplete is the type of incomplete C types.
type Incomplete struct {
	_ notInHeap
}

type notInHeap struct{}
