// math/rand: the sequences of given seeds, of every derived kind.
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: e9a8936ab9ba4439d6a6366fdcf4db4e23f26088883ab9db61ddb457eb9c505a
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	for _, seed := range []int64{1, 0, -5, 42, 1 << 40, 2147483647, 1234567890123} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println("seed", seed)
		for i := 0; i < 700; i++ {
			if v := r.Uint64(); i < 5 || i > 690 {
				fmt.Println(v)
			}
		}
		fmt.Println(r.Int(), r.Int31(), r.Int63(), r.Uint32(), r.Uint64())
		fmt.Println(r.Intn(10), r.Intn(16), r.Int31n(7), r.Int31n(8), r.Int63n(1e15), r.Int63n(1<<40), r.Intn(1<<40+3))
		fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
		fmt.Println(r.Perm(12))
		letters := []byte("abcdefghijklmnop")
		r.Shuffle(len(letters), func(i, j int) { letters[i], letters[j] = letters[j], letters[i] })
		fmt.Println(string(letters))
		buf := make([]byte, 20)
		r.Read(buf[:3])
		r.Read(buf[3:])
		fmt.Printf("%x\n", buf)
		z := rand.NewZipf(r, 1.5, 2, 1000)
		for i := 0; i < 10; i++ {
			fmt.Print(z.Uint64(), " ")
		}
		fmt.Println()
		sum, tail := 0.0, 0
		for i := 0; i < 20000; i++ {
			n, e := r.NormFloat64(), r.ExpFloat64()
			sum += n + e
			if n > 3.4 || n < -3.4 || e > 7.6 {
				tail++
			}
		}
		fmt.Printf("%.9f %d\n", sum, tail)
	}
	for _, f := range []func(){func() { rand.Intn(0) }, func() { rand.Int31n(-1) }, func() { rand.Int63n(0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
