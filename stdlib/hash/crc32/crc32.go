// Package crc32 computes cyclic redundancy checks of 32 bits.
//
// Polynomials have their bits reversed, as is usual: the highest power in bit 0.
package crc32

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size is the number of bytes of a checksum.
const Size = 4

const (
	IEEE       = 0xedb88320 // of Ethernet, gzip, zip, png, …
	Castagnoli = 0x82f63b78 // of iSCSI
	Koopman    = 0xeb31d82e
)

// Table has the remainders of the 256 bytes.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = newTable(IEEE)

var castagnoli, koopman *Table // made when first asked for; two makers come to the same

func newTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
		for range 8 {
			bit := crc & 1
			crc = crc>>1 ^ poly*bit
		}
		t[i] = crc
	}
	return t
}

// MakeTable returns the table of a polynomial, which must not be changed.
func MakeTable(poly uint32) *Table {
	known := &koopman
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		known = &castagnoli
	case Koopman:
	default:
		return newTable(poly)
	}
	if *known == nil {
		*known = newTable(poly)
	}
	return *known
}

// Update adds data to a checksum.
func Update(crc uint32, tab *Table, p []byte) uint32 { return update(crc, tab, p) }

func update(crc uint32, tab *Table, p []byte) uint32

// Checksum returns the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return update(0, tab, data) }

// ChecksumIEEE returns the checksum of data by IEEE.
func ChecksumIEEE(data []byte) uint32 { return update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New returns a hash.Hash32 for a table's polynomial. Sum gives the most significant byte first.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE is New(IEEETable).
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return binary.BigEndian.AppendUint32(in, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

const magic = "crc\x01"

// AppendBinary appends the state, which holds a checksum of the table too.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = binary.BigEndian.AppendUint32(append(b, magic...), tableSum(d.tab))
	return binary.BigEndian.AppendUint32(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return errors.New("hash/crc32: invalid hash state identifier")
	case len(b) != len(magic)+8:
		return errors.New("hash/crc32: invalid hash state size")
	case binary.BigEndian.Uint32(b[4:]) != tableSum(d.tab):
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = binary.BigEndian.Uint32(b[8:])
	return nil
}

func tableSum(t *Table) uint32 {
	var b []byte
	if t != nil {
		for _, x := range t {
			b = binary.BigEndian.AppendUint32(b, x)
		}
	}
	return ChecksumIEEE(b)
}
