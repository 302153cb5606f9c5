package rand

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// A PCG is the generator PCG-DXSM: a linear congruential one of 128 bits whose state is scrambled by a multiplication.
type PCG struct {
	high, low uint64
}

// NewPCG returns a PCG with the given seeds.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed starts the generator again, as NewPCG(seed1, seed2) would.
func (p *PCG) Seed(seed1, seed2 uint64) { p.high, p.low = seed1, seed2 }

// Uint64 returns any 64 bits.
func (p *PCG) Uint64() uint64 {
	const (
		factorHigh, factorLow       = 2549297995355413924, 4865540595714422341
		incrementHigh, incrementLow = 6364136223846793005, 1442695040888963407
		scrambler                   = 0xda942042e4dd58b5
	)
	high, low := bits.Mul64(p.low, factorLow)
	high += p.high*factorLow + p.low*factorHigh
	low, carry := bits.Add64(low, incrementLow, 0)
	high += incrementHigh + carry
	p.high, p.low = high, low

	high ^= high >> 32
	high *= scrambler
	high ^= high >> 48
	return high * (low | 1)
}

const pcgPrefix = "pcg:"

// AppendBinary appends the state.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	b = binary.BigEndian.AppendUint64(append(b, pcgPrefix...), p.high)
	return binary.BigEndian.AppendUint64(b, p.low), nil
}

// MarshalBinary returns the state.
func (p *PCG) MarshalBinary() ([]byte, error) {
	return p.AppendBinary(make([]byte, 0, len(pcgPrefix)+16))
}

// UnmarshalBinary sets the state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	const n = len(pcgPrefix)
	if len(data) != n+16 || string(data[:n]) != pcgPrefix {
		return errors.New("invalid PCG encoding")
	}
	p.high = binary.BigEndian.Uint64(data[n:])
	p.low = binary.BigEndian.Uint64(data[n+8:])
	return nil
}

// A ChaCha8 is a cryptographically strong generator: the stream of the cipher ChaCha with 8 rounds. The last 32 bytes of
// every 16 blocks are not given out but become the next key.
type ChaCha8 struct {
	key   [4]uint64
	words [wordsAtOnce]uint64 // 4 blocks, interleaved
	block uint32              // number of the first of them
	used  uint32              // words given out

	left    [8]byte // bytes of the last word of Read, the unread ones at the end
	leftLen int
}

const (
	wordsAtOnce   = 32
	blocksAtOnce  = 4
	blocksPerKey  = 16
	wordsOfKey    = 4
	chachaPrefix  = "chacha8:"
	readPrefix    = "readbuf:"
	encodedLength = len(chachaPrefix) + 8 + 8*wordsOfKey
)

// NewChaCha8 returns a ChaCha8 with the given seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts the generator again, as NewChaCha8(seed) would.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.key {
		c.key[i] = binary.LittleEndian.Uint64(seed[8*i:])
	}
	chachaBlocks(&c.key, &c.words, 0)
}

// chachaBlocks computes 4 blocks.
func chachaBlocks(key *[4]uint64, words *[wordsAtOnce]uint64, block uint32)

// available returns how many words of the present blocks may be given out.
func (c *ChaCha8) available() uint32 {
	if c.block == blocksPerKey-blocksAtOnce {
		return wordsAtOnce - wordsOfKey
	}
	return wordsAtOnce
}

// Uint64 returns any 64 bits.
func (c *ChaCha8) Uint64() uint64 {
	if c.used == c.available() {
		c.block += blocksAtOnce
		if c.block == blocksPerKey {
			copy(c.key[:], c.words[wordsAtOnce-wordsOfKey:])
			c.block = 0
		}
		chachaBlocks(&c.key, &c.words, c.block)
		c.used = 0
	}
	c.used++
	return c.words[c.used-1]
}

// Read fills p; it always succeeds. If calls of Read and Uint64 alternate, the bytes of a word begun by Read stay for the next
// Read.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	n = len(p)
	taken := copy(p, c.left[len(c.left)-c.leftLen:])
	c.leftLen -= taken
	p = p[taken:]
	for ; len(p) >= 8; p = p[8:] {
		binary.LittleEndian.PutUint64(p, c.Uint64())
	}
	if len(p) > 0 {
		binary.LittleEndian.PutUint64(c.left[:], c.Uint64())
		c.leftLen = len(c.left) - copy(p, c.left[:])
	}
	return n, nil
}

// AppendBinary appends the state.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.leftLen > 0 {
		b = append(append(b, readPrefix...), byte(c.leftLen))
		b = append(b, c.left[len(c.left)-c.leftLen:]...)
	}
	b = append(b, chachaPrefix...)
	b = binary.BigEndian.AppendUint64(b, uint64(c.block/blocksAtOnce*wordsAtOnce+c.used))
	for _, word := range c.key {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	return b, nil
}

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(make([]byte, 0, 64)) }

// UnmarshalBinary sets the state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	if len(data) >= len(readPrefix) && string(data[:len(readPrefix)]) == readPrefix {
		data = data[len(readPrefix):]
		if len(data) == 0 || len(data) < 1+int(data[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		unread := data[1 : 1+data[0]]
		data = data[1+data[0]:]
		c.leftLen = copy(c.left[max(0, len(c.left)-len(unread)):], unread)
	}
	if len(data) != encodedLength || string(data[:len(chachaPrefix)]) != chachaPrefix {
		return errors.New("invalid ChaCha8 encoding")
	}
	data = data[len(chachaPrefix):]
	used := binary.BigEndian.Uint64(data)
	if used > blocksPerKey/blocksAtOnce*wordsAtOnce-wordsOfKey {
		return errors.New("invalid ChaCha8 encoding")
	}
	for i := range c.key {
		c.key[i] = binary.LittleEndian.Uint64(data[8+8*i:])
	}
	c.block = uint32(used/wordsAtOnce) * blocksAtOnce
	c.used = uint32(used % wordsAtOnce)
	chachaBlocks(&c.key, &c.words, c.block)
	return nil
}
