// Package hash defines what hash functions have in common.
package hash

import "io"

// Hash is a hash function that takes data piece by piece. Write never fails.
type Hash interface {
	io.Writer

	// Sum appends the hash of what has been written to b. More may be written afterwards.
	Sum(b []byte) []byte

	// Reset forgets what has been written.
	Reset()

	// Size is the number of bytes Sum appends.
	Size() int

	// BlockSize is a length whose multiples are the best to write.
	BlockSize() int
}

// Hash32 is a Hash of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a Hash of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// A Cloner is a Hash whose state can be copied.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function with output of any length. Nothing may be written once something has been read.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
