// Package fnv computes the hashes FNV-1 and FNV-1a of Fowler, Noll and Vo: not for secrets.
//
// FNV-1 multiplies by a prime and then adds (exclusively) each byte, FNV-1a the other way round.
package fnv

import (
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

const (
	offset32     = 2166136261
	prime32      = 16777619
	offset64     = 14695981039346656037
	prime64      = 1099511628211
	offset128Hi  = 0x6c62272e07bb0142
	offset128Lo  = 0x62b821756295c58d
	prime128Low  = 0x13b
	prime128Move = 24 // the prime is 2^(64+24) + prime128Low
)

// A sum is the state of any of the hashes.
type sum struct {
	hi, lo uint64 // up to 64 bits are in lo
	bytes  int
	magic  string
	xorer  bool // FNV-1a
}

type sum32 struct{ sum }
type sum64 struct{ sum }

func (s *sum32) Sum32() uint32 { return uint32(s.lo) }
func (s *sum64) Sum64() uint64 { return s.lo }

func (s *sum32) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

func (s *sum64) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

func (s *sum) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

func newSum(bytes int, magic string, xorer bool) sum {
	s := sum{bytes: bytes, magic: magic, xorer: xorer}
	s.Reset()
	return s
}

// New32 returns FNV-1 of 32 bits; Sum gives the most significant byte first, as with all of them.
func New32() hash.Hash32 { return &sum32{newSum(4, "fnv\x01", false)} }

// New32a returns FNV-1a of 32 bits.
func New32a() hash.Hash32 { return &sum32{newSum(4, "fnv\x02", true)} }

// New64 returns FNV-1 of 64 bits.
func New64() hash.Hash64 { return &sum64{newSum(8, "fnv\x03", false)} }

// New64a returns FNV-1a of 64 bits.
func New64a() hash.Hash64 { return &sum64{newSum(8, "fnv\x04", true)} }

// New128 returns FNV-1 of 128 bits.
func New128() hash.Hash {
	s := newSum(16, "fnv\x05", false)
	return &s
}

// New128a returns FNV-1a of 128 bits.
func New128a() hash.Hash {
	s := newSum(16, "fnv\x06", true)
	return &s
}

func (s *sum) Reset() {
	switch s.bytes {
	case 4:
		s.lo = offset32
	case 8:
		s.lo = offset64
	default:
		s.hi, s.lo = offset128Hi, offset128Lo
	}
}

func (s *sum) Size() int      { return s.bytes }
func (s *sum) BlockSize() int { return 1 }

func (s *sum) multiply() {
	switch s.bytes {
	case 4:
		s.lo = uint64(uint32(s.lo) * prime32)
	case 8:
		s.lo *= prime64
	default:
		hi, lo := bits.Mul64(prime128Low, s.lo)
		s.hi, s.lo = hi+s.lo<<prime128Move+prime128Low*s.hi, lo
	}
}

func (s *sum) Write(data []byte) (int, error) {
	for _, c := range data {
		if s.xorer {
			s.lo ^= uint64(c)
			s.multiply()
		} else {
			s.multiply()
			s.lo ^= uint64(c)
		}
	}
	return len(data), nil
}

func (s *sum) Sum(in []byte) []byte {
	switch s.bytes {
	case 4:
		return binary.BigEndian.AppendUint32(in, uint32(s.lo))
	case 16:
		in = binary.BigEndian.AppendUint64(in, s.hi)
	}
	return binary.BigEndian.AppendUint64(in, s.lo)
}

// The state is the hash itself.
func (s *sum) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, s.magic...)), nil }

func (s *sum) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(s.magic) || string(b[:len(s.magic)]) != s.magic:
		return errors.New("hash/fnv: invalid hash state identifier")
	case len(b) != len(s.magic)+s.bytes:
		return errors.New("hash/fnv: invalid hash state size")
	}
	b = b[len(s.magic):]
	if s.bytes == 4 {
		s.lo = uint64(binary.BigEndian.Uint32(b))
		return nil
	}
	if s.bytes == 16 {
		s.hi = binary.BigEndian.Uint64(b)
		b = b[8:]
	}
	s.lo = binary.BigEndian.Uint64(b)
	return nil
}
