package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

var errBufferTooSmall = errors.New("buffer too small")

// Size returns how many bytes Write makes of v, a value of fixed size, a slice of such, or a pointer to either; -1 for
// anything else.
func Size(v any) int { return valueSize(reflect.Indirect(reflect.ValueOf(v))) }

// valueSize returns how many bytes a value takes; only at the top may it be a slice.
func valueSize(v reflect.Value) int {
	if !v.IsValid() {
		return -1
	}
	t := v.Type()
	if v.Kind() != reflect.Slice {
		return typeSize(t)
	}
	size := typeSize(t.Elem())
	if size < 0 {
		return -1
	}
	return size * v.Len()
}

// typeSize returns how many bytes values of a type take, without padding; -1 if that is not fixed.
func typeSize(t reflect.Type) int {
	switch kind := t.Kind(); kind {
	case reflect.Bool, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64,
		reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return int(t.Size())
	case reflect.Array:
		if size := typeSize(t.Elem()); size >= 0 {
			return size * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			size := typeSize(t.Field(i).Type)
			if size < 0 {
				return -1
			}
			sum += size
		}
		return sum
	}
	return -1
}

// Read reads what data points at, or the elements of the slice data is, from r. The error is io.EOF only if nothing
// could be read.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size := destination(data)
	if size < 0 {
		return errors.New("binary.Read: invalid type " + reflect.TypeOf(data).String())
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	(&coder{order, buf}).decode(v)
	return nil
}

// Decode is Read from a slice; it returns how many bytes it used.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := destination(data)
	if size < 0 {
		return 0, errors.New("binary.Decode: invalid type " + reflect.TypeOf(data).String())
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	(&coder{order, buf[:size]}).decode(v)
	return size, nil
}

// destination returns what is to be filled and its size, or a size of -1.
func destination(data any) (reflect.Value, int) {
	v := reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
	case reflect.Slice:
	default:
		return v, -1
	}
	return v, valueSize(v)
}

// Write writes data, as Size describes it, to w.
func Write(w io.Writer, order ByteOrder, data any) error {
	buf, err := appendValue(nil, order, data, "binary.Write")
	if err != nil {
		return err
	}
	_, err = w.Write(buf)
	return err
}

// Append appends data, as Size describes it, to buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	return appendValue(buf, order, data, "binary.Append")
}

// Encode puts data, as Size describes it, into buf and returns how many bytes it took.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := source(data)
	if size < 0 {
		return 0, notFixed("binary.Encode", data)
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	(&coder{order, buf[:size]}).encode(v)
	return size, nil
}

func appendValue(buf []byte, order ByteOrder, data any, function string) ([]byte, error) {
	v, size := source(data)
	if size < 0 {
		return nil, notFixed(function, data)
	}
	old := len(buf)
	buf = append(buf, make([]byte, size)...)
	(&coder{order, buf[old:]}).encode(v)
	return buf, nil
}

func source(data any) (reflect.Value, int) {
	v := reflect.Indirect(reflect.ValueOf(data))
	return v, valueSize(v)
}

func notFixed(function string, data any) error {
	return errors.New(function + ": some values are not fixed-sized in type " + reflect.TypeOf(data).String())
}

// A coder walks over a value and the bytes that stand for it, which have its size.
type coder struct {
	order ByteOrder
	rest  []byte
}

func (c *coder) take(n int) []byte {
	b := c.rest[:n:n]
	c.rest = c.rest[n:]
	return b
}

// uint reads an integer of so many bytes.
func (c *coder) uint(size int) uint64 {
	b := c.take(size)
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	}
	return c.order.Uint64(b)
}

func (c *coder) putUint(size int, u uint64) {
	b := c.take(size)
	switch size {
	case 1:
		b[0] = byte(u)
	case 2:
		c.order.PutUint16(b, uint16(u))
	case 4:
		c.order.PutUint32(b, uint32(u))
	default:
		c.order.PutUint64(b, u)
	}
}

func (c *coder) float(size int) float64 {
	u := c.uint(size)
	if size == 4 {
		return float64(math.Float32frombits(uint32(u)))
	}
	return math.Float64frombits(u)
}

func (c *coder) putFloat(size int, f float64) {
	if size == 4 {
		c.putUint(4, uint64(math.Float32bits(float32(f))))
	} else {
		c.putUint(8, math.Float64bits(f))
	}
}

func (c *coder) decode(v reflect.Value) {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			copy(v.Bytes(), c.take(v.Len()))
			return
		}
		for i := range v.Len() {
			c.decode(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if field := t.Field(i); field.Name == "_" {
				c.take(typeSize(field.Type))
			} else {
				c.decode(v.Field(i))
			}
		}
	case reflect.Bool:
		v.SetBool(c.uint(1) != 0)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		size := int(v.Type().Size())
		unused := 64 - 8*size
		v.SetInt(int64(c.uint(size)<<unused) >> unused)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(c.uint(int(v.Type().Size())))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(c.float(int(v.Type().Size())))
	case reflect.Complex64, reflect.Complex128:
		half := int(v.Type().Size() / 2)
		re := c.float(half)
		v.SetComplex(complex(re, c.float(half)))
	}
}

func (c *coder) encode(v reflect.Value) {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			copy(c.take(v.Len()), v.Bytes())
			return
		}
		for i := range v.Len() {
			c.encode(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if field := t.Field(i); field.Name == "_" {
				clear(c.take(typeSize(field.Type)))
			} else {
				c.encode(v.Field(i))
			}
		}
	case reflect.Bool:
		var u uint64
		if v.Bool() {
			u = 1
		}
		c.putUint(1, u)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.putUint(int(v.Type().Size()), uint64(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.putUint(int(v.Type().Size()), v.Uint())
	case reflect.Float32, reflect.Float64:
		c.putFloat(int(v.Type().Size()), v.Float())
	case reflect.Complex64, reflect.Complex128:
		half := int(v.Type().Size() / 2)
		c.putFloat(half, real(v.Complex()))
		c.putFloat(half, imag(v.Complex()))
	}
}
