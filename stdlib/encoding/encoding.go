// Package encoding defines what types implement that turn themselves into bytes or text and back.
package encoding

// BinaryMarshaler is what gives itself in binary form.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler is what takes its value from binary form. It copies what it wants to keep of data.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender is what appends its binary form to b.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler is what gives itself as UTF-8 text.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler is what takes its value from text. It copies what it wants to keep of text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender is what appends its text to b.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
