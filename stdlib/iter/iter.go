// Package iter defines what a range clause can walk over, and turns such sequences into pairs of functions that are
// asked for one value after the other.
//
// A sequence hands its values to yield one by one and stops early when yield returns false.
package iter

import "runtime"

// Seq is a sequence of values.
type Seq[V any] func(yield func(V) bool)

// Seq2 is a sequence of pairs, such as keys and values.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull runs seq step by step: next returns the next value and true, or zero and false when the sequence has ended; stop
// ends it early and must be called unless next has returned false. Neither may be called from two goroutines at a
// time. A panic in seq, or its end by runtime.Goexit, comes out of the call of next or stop that made it go on.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var v V
	var ok bool
	s := stepper{name: "iter.Pull"}
	run := func() {
		seq(func(value V) bool {
			s.mayYield()
			v, ok = value, true
			return s.pause()
		})
	}
	next = func() (V, bool) {
		var zero V
		v, ok = zero, false
		s.step(run)
		result, more := v, ok
		v = zero // it is the caller's now
		return result, more
	}
	return next, s.stop
}

// Pull2 is Pull for sequences of pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		k K
		v V
	}
	var p pair
	var ok bool
	s := stepper{name: "iter.Pull2"}
	run := func() {
		seq(func(k K, v V) bool {
			s.mayYield()
			p, ok = pair{k, v}, true
			return s.pause()
		})
	}
	next = func() (K, V, bool) {
		p, ok = pair{}, false
		s.step(run)
		result, more := p, ok
		p = pair{}
		return result.k, result.v, more
	}
	return next, s.stop
}

// A stepper runs a sequence in a goroutine of its own, but only while a caller waits in step or stop for it: the two
// hand control to each other.
type stepper struct {
	name    string // of the function, for panics
	turn    handoff
	phase   phase
	wanted  bool // a caller waits for a value
	ended   bool // stopped, or the sequence has returned: it is not to go on
	failure failure
	reason  any // of a panic
}

type phase uint8

const (
	unborn phase = iota
	alive
	gone
)

// failure says how the sequence ended, if not by returning.
type failure uint8

const (
	returned failure = iota
	panicked
	goexited
)

// step lets the sequence go on until its next value or its end.
func (s *stepper) step(run func()) {
	if s.ended {
		return
	}
	if s.wanted {
		panic(s.name + ": next called again before yield")
	}
	s.wanted = true
	if s.phase == unborn {
		s.phase = alive
		go s.walk(run)
	}
	s.resume()
}

// stop lets a sequence that waits in yield return.
func (s *stepper) stop() {
	if s.ended {
		return
	}
	s.ended = true
	if s.phase == alive {
		s.resume()
	}
}

// resume hands control to the sequence, waits for it, and passes on how it failed.
func (s *stepper) resume() {
	s.turn.exchange()
	how := s.failure
	s.failure = returned // it is told once
	switch how {
	case panicked:
		panic(s.reason)
	case goexited:
		runtime.Goexit()
	}
}

// walk is the goroutine of the sequence.
func (s *stepper) walk(run func()) {
	s.turn.enter()
	returnedNormally := false
	defer func() {
		if !returnedNormally {
			if s.reason = recover(); s.reason != nil {
				s.failure = panicked
			} else {
				s.failure = goexited
			}
		}
		s.ended = true
		s.phase = gone
		s.turn.release()
	}()
	run()
	returnedNormally = true
}

// mayYield panics if the sequence yields though nobody asked: it kept yield and called it elsewhere.
func (s *stepper) mayYield() {
	if !s.ended && !s.wanted {
		panic(s.name + ": yield called again before next")
	}
}

// pause hands control to the caller that waits and reports whether the sequence is to go on.
func (s *stepper) pause() bool {
	if s.ended {
		return false
	}
	s.wanted = false
	s.turn.exchange()
	return !s.ended
}

// A handoff is where one of two goroutines waits while the other runs.
type handoff struct {
	waiting uintptr
}

// enter is the start of the second of the two: it waits until the first has exchanged.
func (h *handoff) enter()

// exchange blocks this goroutine and lets the one that waits, if any, go on.
func (h *handoff) exchange()

// release lets the one that waits go on.
func (h *handoff) release()
