package context

import (
	"sync"
	"time"
)

// Cancellation goes down a tree: every context that can be canceled (a canceler, which contains a cancelCtx) is entered in the
// nearest one above it. Where that is of a foreign type, a goroutine (or the type's own AfterFunc) stands in.

// ownerKey is a key for which a context returns the nearest cancelCtx at or above it.
var ownerKey int

// A canceler is a context that others cancel.
type canceler interface {
	cancel(how parting, err, cause error)
	Done() <-chan struct{}
}

// parting says whether a canceled context is to be taken out of its parent, or its parent forgets it by itself.
type parting bool

const (
	leaveParent parting = true
	keepParent  parting = false
)

// afterFuncer is a context with a way of its own to announce its end.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

type cancelCtx struct {
	Context // the parent

	mu       sync.Mutex
	done     chan struct{} // made on first use, closed by the first cancel
	children map[canceler]struct{}
	err      error
	cause    error
}

var closedChannel = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

func (c *cancelCtx) Value(key any) any {
	if key == &ownerKey {
		return c
	}
	return lookUp(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	err := c.err
	c.mu.Unlock()
	return err
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

// follow makes parent the parent of c and arranges that self, which contains c, is canceled when parent is.
func (c *cancelCtx) follow(parent Context, self canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return // never canceled
	}
	cancelNow := func() { self.cancel(keepParent, parent.Err(), Cause(parent)) }
	select {
	case <-done:
		cancelNow()
		return
	default:
	}
	if owner := ownerOf(parent); owner != nil {
		owner.mu.Lock()
		if owner.err != nil {
			owner.mu.Unlock()
			self.cancel(keepParent, owner.err, owner.cause)
			return
		}
		if owner.children == nil {
			owner.children = make(map[canceler]struct{})
		}
		owner.children[self] = struct{}{}
		owner.mu.Unlock()
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		c.mu.Lock()
		c.Context = stopCtx{parent, a.AfterFunc(cancelNow)}
		c.mu.Unlock()
		return
	}
	go func() {
		select {
		case <-done:
			cancelNow()
		case <-self.Done():
		}
	}()
}

// ownerOf returns the cancelCtx whose cancellation is that of c, or nil if c has a Done of its own.
func ownerOf(c Context) *cancelCtx {
	owner, ok := c.Value(&ownerKey).(*cancelCtx)
	if !ok || owner.Done() != c.Done() {
		return nil
	}
	return owner
}

// stopCtx is a foreign parent together with what takes us out of it.
type stopCtx struct {
	Context
	stop func() bool
}

func (c *cancelCtx) cancel(how parting, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return // the first call counts
	}
	c.err = err
	c.cause = cause
	if c.done == nil {
		c.done = closedChannel
	} else {
		close(c.done)
	}
	children := c.children
	c.children = nil
	// Children first, still under the lock: whoever sees this one canceled and takes the lock sees them canceled too.
	for child := range children {
		child.cancel(keepParent, err, cause)
	}
	c.mu.Unlock()
	if how == leaveParent {
		c.leave(c)
	}
}

// leave takes self, which contains c, out of its parent.
func (c *cancelCtx) leave(self canceler) {
	if s, ok := c.Context.(stopCtx); ok {
		s.stop()
		return
	}
	if c.Context == nil {
		return
	}
	if owner := ownerOf(c.Context); owner != nil {
		owner.mu.Lock()
		delete(owner.children, self)
		owner.mu.Unlock()
	}
}

type timerCtx struct {
	cancelCtx
	timer    *time.Timer // under mu
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(how parting, err, cause error) {
	c.cancelCtx.cancel(keepParent, err, cause)
	if how == leaveParent {
		c.leave(c)
	}
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

// afterFuncCtx runs f when it is canceled, unless it has been stopped before.
type afterFuncCtx struct {
	cancelCtx
	once sync.Once // starting f or stopping it, whichever is first
	f    func()
}

func (a *afterFuncCtx) cancel(how parting, err, cause error) {
	a.cancelCtx.cancel(keepParent, err, cause)
	if how == leaveParent {
		a.leave(a)
	}
	a.once.Do(func() { go a.f() })
}
