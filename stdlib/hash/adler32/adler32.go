// Package adler32 computes the checksum of zlib: two sums modulo the largest prime below 65536, of the bytes and of the
// sums so far.
package adler32

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size is the number of bytes of a checksum.
const Size = 4

const (
	modulus = 65521
	stretch = 5552 // so many bytes cannot overflow 32 bits
	magic   = "adl\x01"
)

type digest uint32

// New returns a hash.Hash32. Sum gives the most significant byte first.
func New() hash.Hash32 {
	d := new(digest)
	d.Reset()
	return d
}

// Checksum returns the checksum of data.
func Checksum(data []byte) uint32 { return uint32(digest(1).with(data)) }

func (d digest) with(p []byte) digest {
	bytes, sums := uint32(d&0xffff), uint32(d>>16)
	for len(p) > 0 {
		part := p[:min(stretch, len(p))]
		p = p[len(part):]
		for _, c := range part {
			bytes += uint32(c)
			sums += bytes
		}
		bytes %= modulus
		sums %= modulus
	}
	return digest(sums<<16 | bytes)
}

func (d *digest) Reset()         { *d = 1 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (n int, err error) {
	*d = d.with(p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return binary.BigEndian.AppendUint32(in, uint32(*d)) }

func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return binary.BigEndian.AppendUint32(append(b, magic...), uint32(*d)), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return errors.New("hash/adler32: invalid hash state identifier")
	case len(b) != len(magic)+4:
		return errors.New("hash/adler32: invalid hash state size")
	}
	*d = digest(binary.BigEndian.Uint32(b[4:]))
	return nil
}
