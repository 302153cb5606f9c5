// encoding/binary: values of fixed size in either order, varints, what cannot be read. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 3ba38e348bc130f60120a815f9fe285543d25bd207313c4e6630b911af50d0a1
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

type inner struct {
	A int8
	B [3]uint16
	_ int32
	C complex64
}

type outer struct {
	X bool
	Y inner
	Z []byte
}

type fixed struct {
	F float32
	G float64
	H complex128
	I [2]inner
	J uint64
	K int64
	L bool
}

type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(1, len(p))]) }

func main() {
	v := fixed{1.5, -2.25, complex(math.Pi, math.Inf(-1)), [2]inner{{-1, [3]uint16{1, 2, 65535}, 7, 1 + 2i}}, 1 << 63, -5, true}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		fmt.Printf("%v %#v\n", order, order)
		var buf bytes.Buffer
		fmt.Println(binary.Write(&buf, order, v), binary.Write(&buf, order, &v), binary.Size(v))
		fmt.Printf("%x\n", buf.Bytes())
		var w fixed
		w.I[0].A = 9
		fmt.Println(binary.Read(slow{&buf}, order, &w), w)
		n, err := binary.Decode(buf.Bytes(), order, &w)
		fmt.Println(n, err, w == v)
		n, err = binary.Decode(buf.Bytes()[:20], order, &w)
		fmt.Println(n, err)
		b, err := binary.Append([]byte("ab"), order, []int32{-1, 2, 1 << 30})
		fmt.Println(b, err)
		n, err = binary.Encode(b, order, []int16{-2, 3})
		fmt.Println(n, err, b)
		n, err = binary.Encode(b[:3], order, []int16{-2, 3})
		fmt.Println(n, err)
		ints := make([]int16, 3)
		fmt.Println(binary.Read(bytes.NewReader(b), order, ints), ints)
		fmt.Println(binary.Read(bytes.NewReader(b[:3]), order, ints), errors.Is(binary.Read(bytes.NewReader(nil), order, ints), io.EOF))
		for _, bad := range []any{1, "s", outer{}, &outer{}, []string{}, map[int]int{}, uintptr(1), [2]int{}} {
			fmt.Println(binary.Size(bad), binary.Write(&buf, order, bad), binary.Read(&buf, order, bad))
		}
		fmt.Println(binary.Size(nil), binary.Size((*int32)(nil)), binary.Size([]inner{{}, {}}), binary.Size(&[]int64{1}))
	}
	for _, u := range []uint64{0, 1, 127, 128, 300, 1 << 14, 1<<32 - 1, 1 << 63, math.MaxUint64} {
		b := binary.AppendUvarint(nil, u)
		x, n := binary.Uvarint(b)
		c := make([]byte, binary.MaxVarintLen64)
		m := binary.PutVarint(c, int64(u))
		i, k := binary.Varint(c)
		fmt.Println(b, x, n, c[:m], i, k, binary.AppendVarint(nil, -int64(u)))
		s, z := binary.Uvarint(b[:len(b)-1])
		fmt.Println(s, z)
		r, err := binary.ReadUvarint(bytes.NewReader(b))
		q, err2 := binary.ReadVarint(bytes.NewReader(b[:len(b)-1]))
		fmt.Println(r, err, q, err2)
	}
	for _, long := range [][]byte{bytes.Repeat([]byte{0x80}, 12), append(bytes.Repeat([]byte{0xff}, 9), 2), append(bytes.Repeat([]byte{0xff}, 10), 2)} {
		fmt.Println(binary.Uvarint(long))
		fmt.Println(binary.ReadUvarint(bytes.NewReader(long)))
	}
	fmt.Println(binary.BigEndian.AppendUint64(binary.LittleEndian.AppendUint16(nil, 0x1234), 0x0102030405060708), binary.BigEndian.Uint32([]byte{1, 2, 3, 4}))
	defer func() { fmt.Println(recover()) }()
	binary.BigEndian.PutUint32(make([]byte, 3), 1)
}
