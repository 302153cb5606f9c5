package sync

import "sync/atomic"

// Once is an object that will perform exactly one action.
type Once struct {
	_    noCopy
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
	o := onceCall{call: f}
	return func() { o.wait() }
}

// OnceValue returns a function that invokes f only once and returns what f returned. If f panics, the returned function
// panics with the same value on every call.
func OnceValue[T any](f func() T) func() T {
	var result T
	o := onceCall{call: func() { result = f() }}
	return func() T {
		o.wait()
		return result
	}
}

// OnceValues is OnceValue for functions with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var result1 T1
	var result2 T2
	o := onceCall{call: func() { result1, result2 = f() }}
	return func() (T1, T2) {
		o.wait()
		return result1, result2
	}
}

// A onceCall is a call that happens once, with its outcome.
type onceCall struct {
	once     Once
	call     func()
	returned bool
	failure  any // what the call panicked with, if it did not return
}

// wait makes the call or waits for it, and panics as it did.
func (o *onceCall) wait() {
	o.once.Do(o.first)
	if !o.returned {
		panic(o.failure)
	}
}

func (o *onceCall) first() {
	defer func() {
		o.call = nil // what it captured may go
		if !o.returned {
			o.failure = recover()
			panic(o.failure) // the first caller's own panic
		}
	}()
	o.call()
	o.returned = true
}
