// RUN: %vetcheck -stdmethods %s
package main

import (
	"errors"
	"io"
)

type t struct{}

func (t) ReadByte() byte          { return 0 } // WANT 10 "method ReadByte() byte should have signature ReadByte() (byte, error)"
func (t) WriteByte(c byte)        {}           // WANT 10 "method WriteByte(c byte) should have signature WriteByte(byte) error"
func (t) UnreadByte()             {}           // WANT 10 "method UnreadByte() should have signature UnreadByte() error"
func (t) ReadRune() rune          { return 0 } // WANT 10 "method ReadRune() rune should have signature ReadRune() (rune, int, error)"
func (t) Format(x int)            {}
func (t) GobEncode() []byte       { return nil } // WANT 10 "method GobEncode() []byte should have signature GobEncode() ([]byte, error)"
func (t) GobDecode([]byte)        {}             // WANT 10 "method GobDecode([]byte) should have signature GobDecode([]byte) error"
func (t) MarshalJSON() string     { return "" }  // WANT 10 "method MarshalJSON() string should have signature MarshalJSON() ([]byte, error)"
func (t) UnmarshalJSON(x string)  {}             // WANT 10 "method UnmarshalJSON(x string) should have signature UnmarshalJSON([]byte) error"
func (t) MarshalXML()             {}             // WANT 10 "method MarshalXML() should have signature MarshalXML(*xml.Encoder, xml.StartElement) error"
func (t) UnmarshalXML()           {}             // WANT 10 "method UnmarshalXML() should have signature UnmarshalXML(*xml.Decoder, xml.StartElement) error"
func (t) Peek(n int) byte         { return 0 }
func (t) Seek(off int) int        { return 0 }
func (t) Scan(x int)              {}
func (t) ReadFrom(x int)          {}
func (t) WriteTo(w io.Writer) int { return 0 } // WANT 10 "method WriteTo(w io.Writer) int should have signature WriteTo(io.Writer) (int64, error)"
func (t) UnreadRune() int         { return 0 } // WANT 10 "method UnreadRune() int should have signature UnreadRune() error"

type e struct{}

func (e) Error() string  { return "" }
func (e) Is(x int) bool  { return false } // WANT 10 "method Is(x int) bool should have signature Is(error) bool"
func (e) As(x int) bool  { return false } // WANT 10 "method As(x int) bool should have signature As(any) bool"
func (e) Unwrap() string { return "" }    // WANT 10 "method Unwrap() should have signature Unwrap() error or Unwrap() []error"

type e2 struct{}

func (e2) Error() string   { return "" }
func (e2) Is(x error) bool { return false }
func (e2) As(x any) bool   { return false }
func (e2) Unwrap() []error { return nil }

type notError struct{}

func (notError) Is(x int) bool  { return false }
func (notError) Unwrap() string { return "" }

type good struct{}

func (good) ReadByte() (byte, error)                   { return 0, nil }
func (good) WriteByte(c byte) error                    { return nil }
func (good) Seek(off int64, whence int) (int64, error) { return 0, nil }
func (good) WriteTo(w io.Writer) (int64, error)        { return 0, nil }
func (good) Peek(n int) ([]byte, error)                { return nil, nil }

type i interface {
	ReadByte() byte // WANT 2 "method ReadByte() byte should have signature ReadByte() (byte, error)"
	WriteByte(c byte) error
}

var _ = errors.New("")

func ReadByte() {}

func main() {}
