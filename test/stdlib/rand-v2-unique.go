// math/rand/v2: the generators' sequences and what is derived from them; unique; runtime/cgo handles. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 7435e7b93eda49490a505443e8a655bb2fe96507a9ff86b66d9f2c969c5f10d9
package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime/cgo"
	"unique"
)

func attempt(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func show(r *rand.Rand) {
	for range 3 {
		fmt.Println(r.Int64(), r.Uint32(), r.Uint64(), r.Int32(), r.Int(), r.Uint(), r.Int64N(1e15), r.Uint64N(1<<63+5), r.Int32N(77), r.Uint32N(1<<31+9), r.IntN(64), r.UintN(3), r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
	}
	fmt.Println(r.Perm(9), r.Perm(0))
	z := rand.NewZipf(r, 1.3, 2, 1000)
	for range 8 {
		fmt.Print(z.Uint64(), " ")
	}
	sum := 0.0
	for range 20000 {
		sum += r.NormFloat64() + r.ExpFloat64()
	}
	fmt.Println(math.Float64bits(sum))
}

type celsius int16

type point struct {
	x any
	s string
}

func main() {
	pcg := rand.NewPCG(1, 2)
	show(rand.New(pcg))
	state, _ := pcg.MarshalBinary()
	fmt.Printf("%q\n", state)
	other := rand.NewPCG(0, 0)
	fmt.Println(other.UnmarshalBinary(state), other.Uint64() == pcg.Uint64(), other.UnmarshalBinary(state[1:]))
	pcg.Seed(5, 6)
	fmt.Println(pcg.Uint64())

	seed := [32]byte([]byte("a seed of thirty-two bytes, yes!"))
	c := rand.NewChaCha8(seed)
	show(rand.New(c))
	var h uint64
	for range 5000 {
		h = h*31 + c.Uint64()
	}
	buf := make([]byte, 24)
	for i := range 12 {
		n, err := c.Read(buf[:i*2])
		fmt.Println(n, err, buf[:i*2])
	}
	state, _ = c.MarshalBinary()
	fmt.Printf("%x %q\n", h, state)
	d := rand.NewChaCha8([32]byte{})
	fmt.Println(d.UnmarshalBinary(state))
	for range 40 {
		if d.Uint64() != c.Uint64() {
			fmt.Println("differ")
		}
	}
	c.Read(buf)
	d.Read(buf)
	fmt.Println(d.UnmarshalBinary(state[:20]), d.UnmarshalBinary([]byte("readbuf:\x09abc")), d.UnmarshalBinary(nil))
	c.Seed(seed)
	fmt.Println(c.Uint64())

	for _, f := range []func(){func() { rand.IntN(0) }, func() { rand.Int64N(-1) }, func() { rand.Uint64N(0) }, func() { rand.Int32N(0) }, func() { rand.Uint32N(0) }, func() { rand.UintN(0) }, func() { rand.N(celsius(0)) }, func() { rand.Shuffle(-1, nil) }} {
		attempt(f)
	}
	for range 100 {
		if n := rand.N[celsius](10); n < 0 || n > 9 {
			fmt.Println(n)
		}
		if f := rand.Float64() + float64(rand.Float32()); f < 0 || f >= 2 {
			fmt.Println(f)
		}
	}
	fmt.Println(rand.NewZipf(rand.New(pcg), 1, 1, 1) == nil)
	attempt(func() { (*rand.Zipf)(nil).Uint64() })

	a, b := unique.Make("hello"), unique.Make("hel"+string([]byte("lo")))
	fmt.Println(a == b, a.Value(), a == unique.Make("x"), unique.Make(point{1, "a"}) == unique.Make(point{1, "a"}), unique.Make(point{1, "a"}) == unique.Make(point{int8(1), "a"}))
	fmt.Println(unique.Make[any](1) == unique.Make[any](1), unique.Make(1).Value(), unique.Make(math.NaN()) == unique.Make(math.NaN()), unique.Make[any](nil).Value())
	attempt(func() { unique.Make(point{[]int{}, ""}) })
	e := cgo.NewHandle(point{s: "v"})
	fmt.Println(e.Value(), e)
	e.Delete()
	attempt(func() { e.Value() })
	attempt(e.Delete)
}
