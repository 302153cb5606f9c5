// hash/*, crypto/md5, sha1, sha256, subtle: sums of every length, marshaled states. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: e09c67e0d017e7969e2a8cf360c449a7a4c6abd3d647505c0a51df301a5a4b57
package main

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/subtle"
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"math/rand"
)

func attempt(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	r := rand.New(rand.NewSource(5))
	data := make([]byte, 20000)
	r.Read(data)
	makers := []func() hash.Hash{md5.New, sha1.New, sha256.New, sha256.New224,
		func() hash.Hash { return crc32.NewIEEE() }, func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) },
		func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }, func() hash.Hash { return crc32.New(crc32.MakeTable(0xD5828281)) },
		func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }, func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) }, func() hash.Hash { return crc64.New(crc64.MakeTable(99)) },
		func() hash.Hash { return adler32.New() }, func() hash.Hash { return fnv.New32() }, func() hash.Hash { return fnv.New32a() },
		func() hash.Hash { return fnv.New64() }, func() hash.Hash { return fnv.New64a() }, fnv.New128, fnv.New128a}
	for _, make := range makers {
		h := make()
		fmt.Println(h.Size(), h.BlockSize())
		for n := 0; n < 300; n++ {
			h.Reset()
			h.Write(data[:n])
			fmt.Printf("%x ", h.Sum(nil))
		}
		h.Reset()
		for rest := data; len(rest) > 0; {
			n := min(len(rest), r.Intn(300))
			k, err := h.Write(rest[:n])
			if k != n || err != nil {
				fmt.Println(k, err)
			}
			rest = rest[n:]
		}
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		fmt.Printf("\n%x %v %x\n", state, err, h.Sum([]byte("> ")))
		other := make()
		fmt.Println(other.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
		clone, err := h.(hash.Cloner).Clone()
		h.Write([]byte("more"))
		other.Write([]byte("more"))
		clone.Write([]byte("more"))
		fmt.Println(bytes.Equal(h.Sum(nil), other.Sum(nil)), bytes.Equal(h.Sum(nil), clone.Sum(nil)), err)
		fmt.Println(other.(encoding.BinaryUnmarshaler).UnmarshalBinary(state[1:]), other.(encoding.BinaryUnmarshaler).UnmarshalBinary(state[:len(state)-1]), other.(encoding.BinaryUnmarshaler).UnmarshalBinary(nil))
	}
	fmt.Println(crc32.New(crc32.MakeTable(7)).(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("crc\x0100000000")))
	fmt.Printf("%x %x %x %x %x %x\n", md5.Sum(data), sha1.Sum(data), sha256.Sum256(data), sha256.Sum224(data), crc32.ChecksumIEEE(data), adler32.Checksum(data))
	fmt.Println(crc32.Update(5, crc32.IEEETable, data), crc32.Checksum(data, crc32.MakeTable(1)), crc32.NewIEEE().Sum32(), fnv.New64a().Sum64())
	fmt.Println(subtle.ConstantTimeCompare([]byte("a"), []byte("a")), subtle.ConstantTimeCompare([]byte("a"), []byte("b")), subtle.ConstantTimeCompare(nil, []byte("b")), subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6))
	for x := -2; x < 3; x++ {
		for y := -2; y < 3; y++ {
			fmt.Print(subtle.ConstantTimeEq(int32(x), int32(y)), subtle.ConstantTimeByteEq(uint8(x), uint8(y)), subtle.ConstantTimeLessOrEq(x+2, y+2), " ")
		}
	}
	x := []byte("12345")
	subtle.ConstantTimeCopy(0, x, []byte("abcde"))
	fmt.Println(string(x))
	subtle.ConstantTimeCopy(1, x, []byte("abcde"))
	fmt.Println(string(x), subtle.XORBytes(x, x, []byte("   ")), string(x))
	attempt(func() { subtle.ConstantTimeCopy(1, x, nil) })
	attempt(func() { subtle.XORBytes(x[:1], x, x) })
	attempt(func() { subtle.XORBytes(x[1:], x, x[:4]) })
	subtle.WithDataIndependentTiming(func() { fmt.Println("called") })
}
