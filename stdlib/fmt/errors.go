package fmt

import (
	"errors"
	"sort"
)

// Errorf returns an error with the text of Sprintf. Operands of %w, which must be errors, are wrapped: one
// is returned by a method Unwrap() error, several by Unwrap() []error.
func Errorf(format string, a ...any) (err error) {
	p := newPrinter()
	p.wrapping = true
	p.printf(format, a)
	text := p.text()
	switch len(p.wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		inner, _ := a[p.wrapped[0]].(error)
		return &wrapError{text, inner}
	}
	sort.Ints(p.wrapped) // indexes may be given out of order, and twice
	var inner []error
	for i, index := range p.wrapped {
		if i > 0 && p.wrapped[i-1] == index {
			continue
		}
		if e, ok := a[index].(error); ok {
			inner = append(inner, e)
		}
	}
	return &wrapErrors{text, inner}
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
