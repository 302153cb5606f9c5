// Package errors: wrapping, Is and As over trees of errors.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 7423cf27526cc8879d6e2c7b0789feeb6f27ac6add582aa96f819b28a6966054
package main

import (
	"errors"
	"fmt"
	"io"
)

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }

type detail struct {
	text  string
	cause error
}

func (d *detail) Error() string { return d.text }
func (d *detail) Unwrap() error { return d.cause }

type big struct{ a, b, c int }

func (b big) Error() string { return fmt.Sprint("big ", b.a) }

type list []error

func (l list) Error() string   { return "list" }
func (l list) Unwrap() []error { return l }

type like struct{ what string }

func (l like) Error() string        { return l.what }
func (l like) Is(target error) bool { return target.Error() == l.what }
func (l like) As(target any) bool {
	if p, ok := target.(*code); ok {
		*p = 99
		return true
	}
	return false
}

type uncomparable struct{ s []int }

func (uncomparable) Error() string { return "uncomparable" }

func main() {
	base := errors.New("base")
	wrapped := fmt.Errorf("outer: %w", &detail{"middle", base})
	tree := fmt.Errorf("%w and %w", wrapped, errors.Join(code(3), io.EOF, nil, list{big{1, 2, 3}}))
	fmt.Println(tree)
	for _, target := range []error{base, io.EOF, code(3), code(4), big{1, 2, 3}, big{}, nil, errors.New("base")} {
		fmt.Println(errors.Is(tree, target), errors.Is(wrapped, target))
	}
	var c code
	var d *detail
	var b big
	var u interface{ Unwrap() []error }
	fmt.Println(errors.As(tree, &c), c, errors.As(tree, &d), d.text, errors.As(tree, &b), b, errors.As(tree, &u), errors.As(base, &u))
	fmt.Println(errors.As(like{"x"}, &c), c, errors.Is(like{"EOF"}, io.EOF), errors.As(like{"x"}, &d))
	fmt.Println(errors.Is(uncomparable{nil}, uncomparable{nil}), errors.Is(errors.Join(uncomparable{}), base))
	fmt.Println(errors.Unwrap(wrapped) == errors.Unwrap(wrapped), errors.Unwrap(tree), errors.Unwrap(base))
	fmt.Printf("%v %q %T %T\n", errors.Join(nil, nil), errors.Join(base, code(1)).Error(), errors.Join(base), fmt.Errorf("x"))
	fmt.Printf("%T %T %T %v\n", wrapped, tree, fmt.Errorf("%w", nil), errors.ErrUnsupported)
	fmt.Println(errors.New("a") == errors.New("a"), errors.Is(nil, base), errors.Is(base, nil), errors.Is(nil, nil))
	for _, target := range []any{nil, 3, (*code)(nil), new(int), new(error), new(fmt.Stringer)} {
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(errors.As(base, target))
		}()
	}
}
