// Package context defines the Context type, which carries deadlines, cancellation signals, and other request-scoped values
// across API boundaries and between goroutines.
package context

import (
	"errors"
	"reflect"
	"time"
)

// A Context carries a deadline, a cancellation signal, and other values across API boundaries. Its methods may be called by
// multiple goroutines simultaneously.
type Context interface {
	// Deadline returns the time when work done on behalf of this context should be canceled.
	Deadline() (deadline time.Time, ok bool)

	// Done returns a channel that is closed when work done on behalf of this context should be canceled, or nil if it can never
	// be.
	Done() <-chan struct{}

	// Err returns nil until Done is closed, then why.
	Err() error

	// Value returns the value associated with this context for key, or nil.
	Value(key any) any
}

// Canceled is the error returned by Context.Err when the context is canceled for some reason other than its deadline
// passing.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error returned by Context.Err when the context is canceled due to its deadline passing.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// emptyCtx is never canceled and has neither values nor a deadline.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns a non-nil, empty Context: the top-level one of main, initialization and tests.
func Background() Context { return backgroundCtx{} }

// TODO returns a non-nil, empty Context for where it is not clear yet which one to use.
func TODO() Context { return todoCtx{} }

// A CancelFunc tells an operation to abandon its work. It does not wait for the work to stop. After the first call,
// subsequent calls do nothing.
type CancelFunc func()

// A CancelCauseFunc behaves like a CancelFunc but additionally sets the cancellation cause.
type CancelCauseFunc func(cause error)

func mustHaveParent(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

// WithCancel returns a derived context that points to the parent context but has a new Done channel, closed when cancel is
// called or when the parent's is.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	mustHaveParent(parent)
	c := &cancelCtx{}
	c.follow(parent, c)
	return c, func() { c.cancel(leaveParent, Canceled, nil) }
}

// WithCancelCause behaves like WithCancel but returns a CancelCauseFunc.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	mustHaveParent(parent)
	c := &cancelCtx{}
	c.follow(parent, c)
	return c, func(cause error) { c.cancel(leaveParent, Canceled, cause) }
}

// WithDeadline returns a derived context that is canceled no later than d.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause behaves like WithDeadline but also sets the cause of the context when the deadline is exceeded.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	mustHaveParent(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.cancelCtx.follow(parent, c)
	if left := time.Until(d); left <= 0 {
		c.cancel(leaveParent, DeadlineExceeded, cause)
	} else {
		c.mu.Lock()
		if c.err == nil {
			c.timer = time.AfterFunc(left, func() { c.cancel(leaveParent, DeadlineExceeded, cause) })
		}
		c.mu.Unlock()
	}
	return c, func() { c.cancel(leaveParent, Canceled, nil) }
}

// WithTimeout returns WithDeadline(parent, time.Now().Add(timeout)).
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause behaves like WithTimeout but also sets the cause of the context when the timeout expires.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// Cause returns a non-nil error explaining why c was canceled: what was given to a CancelCauseFunc, else c.Err().
func Cause(c Context) error {
	err := c.Err()
	if err == nil {
		return nil
	}
	if owner, ok := c.Value(&ownerKey).(*cancelCtx); ok {
		owner.mu.Lock()
		cause := owner.cause
		owner.mu.Unlock()
		if cause != nil {
			return cause
		}
		// The owner lives; c was canceled by a type of its own.
	}
	return err
}

// AfterFunc arranges to call f in its own goroutine after ctx is canceled. The returned stop function prevents that; it
// returns false if f has been started or stopped already.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.follow(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(leaveParent, Canceled, nil)
		}
		return stopped
	}
}

// WithoutCancel returns a derived context that has the parent's values but is not canceled when the parent is.
func WithoutCancel(parent Context) Context {
	mustHaveParent(parent)
	return withoutCancelCtx{parent}
}

type withoutCancelCtx struct{ c Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return lookUp(c, key) }
func (c withoutCancelCtx) String() string                        { return nameOf(c.c) + ".WithoutCancel" }

// WithValue returns a derived context in which the value associated with key is val. The key must be comparable and
// should be of a type of its own.
func WithValue(parent Context, key, val any) Context {
	mustHaveParent(parent)
	if key == nil {
		panic("nil key")
	}
	if !reflect.TypeOf(key).Comparable() {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type valueCtx struct {
	Context
	key, val any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return lookUp(c.Context, key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + describe(c.key) + ", " + describe(c.val) + ")"
}

// lookUp finds a value in a chain of contexts. A loop: chains grow long.
func lookUp(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if ctx.key == key {
				return ctx.val
			}
			c = ctx.Context
		case *cancelCtx:
			if key == &ownerKey {
				return ctx
			}
			c = ctx.Context
		case *timerCtx:
			if key == &ownerKey {
				return &ctx.cancelCtx
			}
			c = ctx.Context
		case withoutCancelCtx:
			if key == &ownerKey {
				return nil // cancellation ends here, values go on
			}
			c = ctx.c
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}

type stringer interface{ String() string }

func nameOf(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return reflect.TypeOf(c).String()
}

// describe shows a key or value of WithValue: without fmt, strings and Stringers as they are, others by their type.
func describe(v any) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return reflect.TypeOf(v).String()
}
