package sync

import "sync/atomic"

// Once is an object that will perform exactly one action.
type Once struct {
	done uint32
	m    Mutex
}

// Do calls the function f if and only if Do is being called for the first time for this instance of Once. No call
// returns before the one call of f has; a call of f that panics counts as done.
func (o *Once) Do(f func()) {
	if atomic.LoadUint32(&o.done) != 0 {
		return
	}
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}

// OnceFunc returns a function that invokes f only once. If f panics, the returned function panics with the same value on
// every call.
func OnceFunc(f func()) func() {
	var once Once
	returned := false
	var failure any
	first := func() {
		defer func() {
			f = nil // what it captured may go
			if returned {
				return
			}
			failure = recover()
			panic(failure) // the first caller's own panic
		}()
		f()
		returned = true
	}
	return func() {
		once.Do(first)
		if !returned {
			panic(failure)
		}
	}
}
