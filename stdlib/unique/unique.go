// Package unique makes one of equal values, so that they can be compared by identity.
package unique

import "sync"

// Handle stands for a value: two handles are equal if and only if the values were.
type Handle[T comparable] struct {
	value *T
}

// Value returns the value.
func (h Handle[T]) Value() T { return *h.value }

// handles has the handle of every value asked for. A key is wrapped in a type of its own: an interface alone would not tell the
// values of an interface type T from those of the types in it.
var (
	mu      sync.Mutex
	handles = make(map[any]any)
)

type key[T comparable] struct{ value T }

// Make returns the handle of a value.
func Make[T comparable](value T) Handle[T] {
	mu.Lock()
	defer mu.Unlock() // value may hold what cannot be compared: then this panics
	if h, ok := handles[key[T]{value}]; ok {
		return h.(Handle[T])
	}
	h := Handle[T]{&value}
	handles[key[T]{value}] = h
	return h
}
