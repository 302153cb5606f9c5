package time

// Sleep pauses the current goroutine for at least the duration d. A negative or zero duration returns immediately.
func Sleep(d Duration)

// runtimeTimer has the layout of Timer in runtime/sched/Timer.h.
type runtimeTimer struct {
	when   int64 // by the monotonic clock; 0 when not active
	period int64
	fn     func()
	c      chan Time
	loc    *Location
	index  uint64
}

// reset (re)starts the timer and reports whether it was active. A value in its channel is taken out.
func (r *runtimeTimer) reset(when, period int64) bool

// stop stops the timer and reports whether it was active. A value in its channel is taken out.
func (r *runtimeTimer) stop() bool

// after returns the reading of the monotonic clock d from now.
func after(d Duration) int64 {
	_, monotonic := now()
	if d <= 0 {
		return monotonic
	}
	if when := monotonic + int64(d); when > 0 {
		return when
	}
	return 1<<63 - 1
}

// The Timer type represents a single event. When the Timer expires, the current time is sent on C, unless the Timer was
// created by AfterFunc.
type Timer struct {
	C <-chan Time
	r runtimeTimer
}

// NewTimer creates a new Timer that will send the current time on its channel after at least duration d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, r: runtimeTimer{c: c, loc: Local}}
	t.r.reset(after(d), 0)
	return t
}

// AfterFunc waits for the duration to elapse and then calls f in its own goroutine. Its Stop method cancels the call.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{r: runtimeTimer{fn: f}}
	t.r.reset(after(d), 0)
	return t
}

// After waits for the duration to elapse and then sends the current time on the returned channel.
func After(d Duration) <-chan Time { return NewTimer(d).C }

func (r *runtimeTimer) isMade() bool { return r.fn != nil || r.c != nil }

// Stop prevents the Timer from firing. It returns true if the call stops the timer, false if the timer has already expired
// or been stopped. No receive from t.C after Stop gives a value from before.
func (t *Timer) Stop() bool {
	if !t.r.isMade() {
		panic("time: Stop called on uninitialized Timer")
	}
	return t.r.stop()
}

// Reset changes the timer to expire after duration d. It returns true if the timer had been active.
func (t *Timer) Reset(d Duration) bool {
	if !t.r.isMade() {
		panic("time: Reset called on uninitialized Timer")
	}
	return t.r.reset(after(d), 0)
}

// A Ticker holds a channel that delivers "ticks" of a clock at intervals.
type Ticker struct {
	C <-chan Time
	r runtimeTimer
}

// NewTicker returns a new Ticker containing a channel that will send the current time on the channel after each tick. The
// duration d must be greater than zero.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, r: runtimeTimer{c: c, loc: Local}}
	t.r.reset(after(d), int64(d))
	return t
}

// Stop turns off a ticker. It does not close the channel.
func (t *Ticker) Stop() {
	if t.r.isMade() { // Go lets a zero Ticker be stopped
		t.r.stop()
	}
}

// Reset stops a ticker and resets its period to the specified duration, which must be greater than zero.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.r.isMade() {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.r.reset(after(d), int64(d))
}

// Tick is NewTicker for who never stops it; nil if d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
