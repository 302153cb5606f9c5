// Package errors makes and examines errors.
//
// An error may wrap others by having a method Unwrap() error or Unwrap() []error. Together with the
// errors it wraps it forms a tree, which Is and As walk in pre-order.
package errors

// errorString is what New returns: always used through a pointer, so that two errors of the same text differ.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Every call returns a distinct error.
func New(text string) error {
	return &errorString{text}
}

// ErrUnsupported says that an operation cannot be performed because it is not supported. Functions
// return errors that wrap it rather than the value itself.
var ErrUnsupported = New("unsupported operation")

// Unwrap returns what err's method Unwrap() error returns, or nil if err has no such method. It does not
// look into an Unwrap() []error.
func Unwrap(err error) error {
	w, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return w.Unwrap()
}

// joinError is the result of Join.
type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	if len(e.errs) == 1 {
		return e.errs[0].Error()
	}
	var text []byte
	for i, err := range e.errs {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, err.Error()...)
	}
	return string(text)
}

func (e *joinError) Unwrap() []error { return e.errs }

// Join returns an error that wraps the given errors, nil ones left out; nil if none is left. Its text is
// theirs, one a line.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return &joinError{kept}
}

// Is reports whether err or an error that it wraps matches target: is equal to it, or has a method
// Is(error) bool that says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return matches(err, target, isComparable(target))
}

func matches(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if m, ok := err.(interface{ Is(error) bool }); ok && m.Is(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range w.Unwrap() {
				if matches(inner, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// As finds the first error in err's tree that can be assigned to the variable target points at, stores it
// there and reports true. An error may also have a method As(any) bool that does the storing. As panics if
// target is not a non-nil pointer to an interface type or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	switch checkTarget(target) {
	case targetNotPointer:
		panic("errors: target must be a non-nil pointer")
	case targetNotError:
		panic("errors: *target must be interface or implement error")
	}
	return assignFirst(err, target)
}

// AsType finds the first error in err's tree that is of type E, or has a method As(any) bool that stores an E, and returns that
// E and true.
func AsType[E error](err error) (E, bool) {
	var found E
	ok := firstOf(err, &found)
	return found, ok
}

func firstOf[E error](err error, target *E) bool {
	for err != nil {
		if e, ok := err.(E); ok {
			*target = e
			return true
		}
		if m, ok := err.(interface{ As(any) bool }); ok && m.As(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range w.Unwrap() {
				if firstOf(inner, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

func assignFirst(err error, target any) bool {
	for err != nil {
		if storeIfAssignable(err, target) {
			return true
		}
		if m, ok := err.(interface{ As(any) bool }); ok && m.As(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range w.Unwrap() {
				if inner != nil && assignFirst(inner, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// What checkTarget finds.
const (
	targetGood = iota
	targetNotPointer
	targetNotError
)

// isComparable reports whether comparing v with == cannot panic because of v's dynamic type.
func isComparable(v any) bool

// checkTarget judges an argument of As.
func checkTarget(target any) int

// storeIfAssignable assigns err to *target if err's dynamic type is assignable to the type of *target.
func storeIfAssignable(err error, target any) bool
