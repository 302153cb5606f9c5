package runtime

// An Error is a panic of the runtime itself, such as an index out of range.
type Error interface {
	error
	RuntimeError()
}

// The interpreter makes values of the following types when an operation fails, and fills in the text, whole (its table is
// runtime/base/RuntimeErrors.def). Apart from PanicNilError they all consist of one string.

// An errorString is most failures' error; its text begins with "runtime error: ".
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return string(e) }

// A plainError is an error without that prefix.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A boundsError is an index or slice expression out of range.
type boundsError struct{ text string }

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return e.text }

// A TypeAssertionError is a failed type assertion.
type TypeAssertionError struct{ text string }

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct{ _ [0]func() }

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string { return "panic called with nil argument" }
