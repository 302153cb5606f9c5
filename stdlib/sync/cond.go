package sync

import "unsafe"

// Cond implements a condition variable: a place where goroutines wait for or announce an event.
type Cond struct {
	_ noCopy
	// L is held while observing or changing the condition.
	L Locker

	list    notifyList
	address uintptr // of the Cond when it was first used
}

// notifyList has the layout of NotifyList in runtime/sync/WaitGroup.h.
type notifyList struct {
	nextTicket uint32
	notified   uint32
}

func (l *notifyList) take() uint32
func (l *notifyList) wait(ticket uint32)
func (l *notifyList) notifyOne()
func (l *notifyList) notifyAll()

// NewCond returns a new Cond with Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) checkNotCopied() {
	self := uintptr(unsafe.Pointer(c))
	if c.address == 0 {
		c.address = self
	}
	if c.address != self {
		panic("sync.Cond is copied")
	}
}

// Wait atomically unlocks c.L and suspends the calling goroutine. It locks c.L before it returns.
func (c *Cond) Wait() {
	c.checkNotCopied()
	ticket := c.list.take()
	c.L.Unlock()
	c.list.wait(ticket)
	c.L.Lock()
}

// Signal wakes one goroutine waiting on c, if there is any.
func (c *Cond) Signal() {
	c.checkNotCopied()
	c.list.notifyOne()
}

// Broadcast wakes all goroutines waiting on c.
func (c *Cond) Broadcast() {
	c.checkNotCopied()
	c.list.notifyAll()
}
