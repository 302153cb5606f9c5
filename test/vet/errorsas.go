// RUN: %vetcheck -errorsas %s
package main

import "errors"

type myError struct{}

func (myError) Error() string { return "" }

type ptrError struct{}

func (*ptrError) Error() string { return "" }

type iface interface{ m() }

func main() {
	var err error
	var me myError
	var pe *ptrError
	var pv ptrError
	var i iface
	var x any
	var n int
	_ = errors.As(err, &me)
	_ = errors.As(err, &pe)
	_ = errors.As(err, me)  // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, pe)  // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, &pv) // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, &i)
	_ = errors.As(err, &err) // WANT 6 "second argument to errors.As should not be *error"
	_ = errors.As(err, err)  // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, x)
	_ = errors.As(err, &x)
	_ = errors.As(err, n)   // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, &n)  // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, nil) // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, "x") // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	_ = errors.As(err, new(*ptrError))
	_ = errors.As(err, i) // WANT 6 "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type"
	as := errors.As
	_ = as(err, n)
	_ = errors.As(two())

}

func two() (error, any) { return nil, nil }
