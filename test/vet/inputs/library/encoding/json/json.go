// Package json: what a program must see of it to type-check.
package json

import "io"

type Decoder struct{ r io.Reader }

func NewDecoder(r io.Reader) *Decoder    { return &Decoder{r} }
func (d *Decoder) Decode(v any) error    { return nil }
func Unmarshal(data []byte, v any) error { return nil }
