// Package blockhash has what MD5, SHA-1 and SHA-256 share: a state of 32-bit words that takes blocks of 64 bytes, the last
// one padded and with the length at its end.
package blockhash

import (
	"encoding/binary"
	"errors"
	"hash"
)

// BlockSize is the number of bytes of a block.
const BlockSize = 64

// Function says which function takes the blocks.
type Function int

const (
	MD5 Function = iota
	SHA1
	SHA256
)

// An Algorithm is one of the hash functions.
type Algorithm struct {
	Function Function
	Package  string // for errors
	Magic    string // begins a marshaled state
	Initial  []uint32
	Size     int // of the hash in bytes
}

// A Digest is a hash.Hash of an Algorithm.
type Digest struct {
	algorithm *Algorithm
	state     [8]uint32
	block     [BlockSize]byte // the last length%BlockSize bytes
	length    uint64
}

// New returns a Digest of nothing.
func New(a *Algorithm) *Digest {
	d := &Digest{algorithm: a}
	d.Reset()
	return d
}

// compress takes whole blocks.
func compress(f Function, state *[8]uint32, blocks []byte)

func (d *Digest) Size() int      { return d.algorithm.Size }
func (d *Digest) BlockSize() int { return BlockSize }

func (d *Digest) Reset() {
	*d = Digest{algorithm: d.algorithm}
	copy(d.state[:], d.algorithm.Initial)
}

func (d *Digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

func (d *Digest) Write(p []byte) (n int, err error) {
	n = len(p)
	held := int(d.length % BlockSize)
	d.length += uint64(n)
	if held > 0 {
		taken := copy(d.block[held:], p)
		p = p[taken:]
		if held+taken < BlockSize {
			return n, nil
		}
		compress(d.algorithm.Function, &d.state, d.block[:])
	}
	whole := len(p) / BlockSize * BlockSize
	compress(d.algorithm.Function, &d.state, p[:whole])
	copy(d.block[:], p[whole:])
	return n, nil
}

// order is that of the bytes of words.
func (d *Digest) order() binary.AppendByteOrder {
	if d.algorithm.Function == MD5 {
		return binary.LittleEndian
	}
	return binary.BigEndian
}

func (d *Digest) Sum(in []byte) []byte {
	last := *d
	padding := make([]byte, 1, BlockSize+9)
	padding[0] = 0x80
	for (last.length+uint64(len(padding)))%BlockSize != BlockSize-8 {
		padding = append(padding, 0)
	}
	last.Write(d.order().AppendUint64(padding, d.length*8))
	for _, word := range last.state[:d.algorithm.Size/4] {
		in = d.order().AppendUint32(in, word)
	}
	return in
}

// AppendBinary appends the state: the words, the block, the length.
func (d *Digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, d.algorithm.Magic...)
	for _, word := range d.state[:len(d.algorithm.Initial)] {
		b = binary.BigEndian.AppendUint32(b, word)
	}
	block := d.block
	clear(block[d.length%BlockSize:])
	return binary.BigEndian.AppendUint64(append(b, block[:]...), d.length), nil
}

func (d *Digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *Digest) UnmarshalBinary(b []byte) error {
	a := d.algorithm
	switch {
	case len(b) < len(a.Magic) || string(b[:len(a.Magic)]) != a.Magic:
		return errors.New(a.Package + ": invalid hash state identifier")
	case len(b) != len(a.Magic)+4*len(a.Initial)+BlockSize+8:
		return errors.New(a.Package + ": invalid hash state size")
	}
	b = b[len(a.Magic):]
	for i := range a.Initial {
		d.state[i] = binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	copy(d.block[:], b)
	d.length = binary.BigEndian.Uint64(b[BlockSize:])
	return nil
}
