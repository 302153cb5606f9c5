// Package slices on slices long enough for native leaves, of every kind of element. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: d4caa0fc817490820976aa2d7e61191116e16d718aa338a3bc6e19cf97ff96da
package main

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
)

type celsius int16

type point struct{ x, y int }

type odd [3]byte

// check compares with loops what works on long slices of a type.
func check[E comparable](name string, make func(int) E) {
	r := rand.New(rand.NewSource(8))
	for _, n := range []int{0, 1, 15, 16, 17, 40, 300} {
		s := []E{}
		for range n {
			s = append(s, make(r.Intn(n+1)))
		}
		for k := range n + 2 {
			v, want := make(k), -1
			for i, e := range s {
				if e == v {
					want = i
					break
				}
			}
			if got := slices.Index(s, v); got != want || slices.Contains(s, v) != (want >= 0) {
				fmt.Println(name, n, "Index", v, got, want)
			}
		}
		back := slices.Clone(s)
		slices.Reverse(back)
		for i := range s {
			if s[i] != back[n-1-i] {
				fmt.Println(name, n, "Reverse", i)
			}
		}
	}
}

func order[E int8 | uint8 | int16 | uint16 | int32 | uint32 | int | uint | uint64 | float32 | float64 | string | celsius](name string, make func(int) E) {
	check(name, make)
	r := rand.New(rand.NewSource(9))
	for _, n := range []int{1, 15, 16, 17, 300} {
		s := []E{}
		for range n {
			s = append(s, make(r.Intn(1000)-500))
		}
		least, greatest := s[0], s[0]
		for _, e := range s {
			least, greatest = min(least, e), max(greatest, e)
		}
		fmt.Println(name, n, slices.Min(s) == least, slices.Max(s) == greatest, least, greatest)
		slices.Sort(s)
		fmt.Println(slices.IsSorted(s), s[0] == least, s[n-1] == greatest)
	}
}

func main() {
	order("int8", func(i int) int8 { return int8(i) })
	order("uint8", func(i int) uint8 { return uint8(i) })
	order("int16", func(i int) int16 { return int16(i) })
	order("uint16", func(i int) uint16 { return uint16(i) })
	order("int32", func(i int) int32 { return int32(i) })
	order("uint32", func(i int) uint32 { return uint32(i) })
	order("int", func(i int) int { return i })
	order("uint", func(i int) uint { return uint(i) })
	order("uint64", func(i int) uint64 { return uint64(i) << 40 })
	order("float32", func(i int) float32 { return float32(i) / 4 })
	order("float64", func(i int) float64 { return float64(i) / 3 })
	order("celsius", func(i int) celsius { return celsius(i) })
	order("string", func(i int) string { return fmt.Sprint("s", i) })
	check("bool", func(i int) bool { return i%2 == 0 })
	check("point", func(i int) point { return point{i, -i} })
	check("odd", func(i int) odd { return odd{byte(i), 1, byte(i >> 8)} })
	check("empty", func(i int) struct{} { return struct{}{} })
	check("any", func(i int) any {
		if i%2 == 0 {
			return i
		}
		return fmt.Sprint(i)
	})
	pointers := make([]*point, 400)
	for i := range pointers {
		pointers[i] = new(point)
	}
	check("pointer", func(i int) *point { return pointers[i] })
	check("complex", func(i int) complex64 { return complex(float32(i), 1) })
	floats := make([]float64, 20)
	floats[7] = math.NaN()
	fmt.Println(slices.Min(floats), slices.Max(floats), slices.Index(floats, math.NaN()), slices.Index([]any{1, "a", nil}, any(nil)))
}
