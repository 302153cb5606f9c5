package sync

// A WaitGroup waits for a collection of goroutines to finish.
type WaitGroup struct {
	_       noCopy
	counter int64
	waiters uint64
}

// Add adds delta, which may be negative, to the counter. It panics if the counter becomes negative.
func (wg *WaitGroup) Add(delta int)

// Done decrements the counter by one.
func (wg *WaitGroup) Done()

// Wait blocks until the counter is zero.
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine and adds that task to the group.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
