// Package sha256 computes SHA-224 and SHA-256 (FIPS 180-4).
package sha256

import (
	"hash"
	"internal/blockhash"
)

// Size and Size224 are the numbers of bytes of the hashes, BlockSize that of a block.
const (
	Size      = 32
	Size224   = 28
	BlockSize = blockhash.BlockSize
)

var algorithm = blockhash.Algorithm{
	Function: blockhash.SHA256,
	Package:  "crypto/sha256",
	Magic:    "sha\x03",
	Initial: []uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
	Size: Size,
}

var algorithm224 = blockhash.Algorithm{
	Function: blockhash.SHA256,
	Package:  "crypto/sha256",
	Magic:    "sha\x02",
	Initial: []uint32{0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
		0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4},
	Size: Size224,
}

// New returns a hash.Hash for SHA-256, which can also marshal its state.
func New() hash.Hash { return blockhash.New(&algorithm) }

// New224 returns a hash.Hash for SHA-224, which can also marshal its state.
func New224() hash.Hash { return blockhash.New(&algorithm224) }

// Sum256 returns the SHA-256 of data.
func Sum256(data []byte) [Size]byte {
	d := blockhash.New(&algorithm)
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}

// Sum224 returns the SHA-224 of data.
func Sum224(data []byte) [Size224]byte {
	d := blockhash.New(&algorithm224)
	d.Write(data)
	return [Size224]byte(d.Sum(nil))
}
