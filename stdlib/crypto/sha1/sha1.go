// Package sha1 computes SHA-1 (RFC 3174), which is broken and for no secrets any more.
package sha1

import (
	"hash"
	"internal/blockhash"
)

// Size is the number of bytes of the hash, BlockSize that of a block.
const (
	Size      = 20
	BlockSize = blockhash.BlockSize
)

var algorithm = blockhash.Algorithm{
	Function: blockhash.SHA1,
	Package:  "crypto/sha1",
	Magic:    "sha\x01",
	Initial:  []uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0},
	Size:     Size,
}

// New returns a hash.Hash, which can also marshal its state.
func New() hash.Hash { return blockhash.New(&algorithm) }

// Sum returns the hash of data.
func Sum(data []byte) [Size]byte {
	d := blockhash.New(&algorithm)
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}
