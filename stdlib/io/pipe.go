package io

import "errors"

// ErrClosedPipe is the error of reading or writing a pipe whose own end is closed, and of writing one whose
// other end is.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// pipe is shared by the two ends. A writer holds the turn and offers the rest of its data until readers
// have taken all of it; each reader answers with how much it took.
type pipe struct {
	turn    chan struct{} // holds a token while a Write is under way
	offer   chan []byte
	taken   chan int
	closing chan struct{} // holds a token while the fields below are looked at
	done    chan struct{} // closed when either end is

	readEnd, writeEnd error // what the end was closed with, nil while it is open
}

func (p *pipe) closeEnd(end *error, err error) error {
	p.closing <- struct{}{}
	if *end == nil {
		*end = err
	}
	select {
	case <-p.done:
	default:
		close(p.done)
	}
	<-p.closing
	return nil
}

// verdict is the error for using an end of a closed pipe: what the other end was closed with, unless the own
// end is closed.
func (p *pipe) verdict(own, other *error) error {
	p.closing <- struct{}{}
	err := *other
	if *own != nil {
		err = ErrClosedPipe
	}
	<-p.closing
	return err
}

func (p *pipe) closed() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// PipeReader is the reading end of a pipe.
type PipeReader struct{ shared *pipe }

// PipeWriter is the writing end of a pipe.
type PipeWriter struct{ shared *pipe }

// Pipe makes a pipe without a buffer: every Write waits until Reads have taken all of its data. Both ends may
// be used from several goroutines.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{
		turn:    make(chan struct{}, 1),
		offer:   make(chan []byte),
		taken:   make(chan int),
		closing: make(chan struct{}, 1),
		done:    make(chan struct{}),
	}
	return &PipeReader{p}, &PipeWriter{p}
}

// Read waits for a writer or for the writing end to be closed, and then returns the error it was closed with.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.shared
	if !p.closed() {
		select {
		case offered := <-p.offer:
			n = copy(data, offered)
			p.taken <- n
			return n, nil
		case <-p.done:
		}
	}
	return 0, p.verdict(&p.readEnd, &p.writeEnd)
}

// Close makes writers fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writers fail with err. The first error given stays; the result is always nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	return r.shared.closeEnd(&r.shared.readEnd, err)
}

// Write returns when readers have taken all of data, or the pipe is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.shared
	if p.closed() {
		return 0, p.verdict(&p.writeEnd, &p.readEnd)
	}
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	for first := true; first || len(data) > 0; first = false {
		select {
		case p.offer <- data:
			took := <-p.taken
			data = data[took:]
			n += took
		case <-p.done:
			return n, p.verdict(&p.writeEnd, &p.readEnd)
		}
	}
	return n, nil
}

// Close makes readers see EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes readers see err, EOF if it is nil. The first error given stays; the result is always
// nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	return w.shared.closeEnd(&w.shared.writeEnd, err)
}
