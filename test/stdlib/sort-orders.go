// Package sort: orders of many lengths and patterns; the number of comparisons stays O(n log n).
// The check is a digest of what real Go prints; ./dev test --oracle shows the lines that differ.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: ee8e36247354eb4e45f849a1bafb0bb8b97e427410619a38de2f9e8f369921a2
package main

import (
	"fmt"
	"math"
	"sort"
	"strings"
)

var seed uint64 = 3

func pick(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int(seed>>33) % n
}

type pair struct{ key, order int }

type counted struct {
	sort.Interface
	less int
}

func (c *counted) Less(i, j int) bool {
	c.less++
	return c.Interface.Less(i, j)
}

func pattern(kind, n int) []int {
	x := make([]int, n)
	for i := range x {
		switch kind {
		case 0:
			x[i] = pick(n + 1)
		case 1:
			x[i] = i
		case 2:
			x[i] = n - i
		case 3:
			x[i] = 7
		case 4:
			x[i] = pick(3)
		case 5:
			x[i] = min(i, n-i) // up and down
		case 6:
			x[i] = i % 10
		case 7:
			x[i] = i
			if pick(20) == 0 {
				x[i] = pick(n)
			}
		}
	}
	return x
}

func main() {
	for kind := 0; kind < 8; kind++ {
		for _, n := range []int{0, 1, 2, 3, 11, 12, 13, 50, 257, 1000, 3001} {
			x := pattern(kind, n)
			sorted := append([]int(nil), x...)
			sort.Ints(sorted)
			a := append([]int(nil), x...)
			c := &counted{Interface: sort.IntSlice(a)}
			sort.Sort(c)
			log := math.Log2(float64(n + 2))
			fmt.Println(kind, n, fmt.Sprint(a) == fmt.Sprint(sorted), float64(c.less) < 3*float64(n)*log+20)

			p := make([]pair, n)
			for i := range p {
				p[i] = pair{x[i] / 4, i}
			}
			q := append([]pair(nil), p...)
			sort.SliceStable(p, func(i, j int) bool { return p[i].key < p[j].key })
			fmt.Println(sort.SliceIsSorted(p, func(i, j int) bool {
				return p[i].key < p[j].key || p[i].key == p[j].key && p[i].order < p[j].order
			}))
			sort.Slice(q, func(i, j int) bool { return q[i].key > q[j].key })
			fmt.Println(sort.SliceIsSorted(q, func(i, j int) bool { return q[i].key > q[j].key }))
			sort.Sort(sort.Reverse(sort.IntSlice(a)))
			fmt.Println(sort.IsSorted(sort.Reverse(sort.IntSlice(a))), sort.SearchInts(sorted, 7), sort.Search(n, func(i int) bool { return sorted[i] >= 3 }))
		}
	}
	f := []float64{2, math.NaN(), -1, math.Inf(1), 0, math.Inf(-1), math.NaN()}
	sort.Float64s(f)
	fmt.Println(f, sort.Float64sAreSorted(f), sort.SearchFloat64s([]float64{1, 2, 3}, 2.5))
	s := strings.Fields("the quick brown fox jumps over the lazy dog")
	sort.Strings(s)
	fmt.Println(s, sort.StringsAreSorted(s), sort.SearchStrings(s, "fox"))
	fmt.Println(sort.Find(len(s), func(i int) int { return strings.Compare("jumps", s[i]) }))
	people := []struct {
		Name string
		Age  int
	}{{"Gopher", 7}, {"Alice", 55}, {"Vera", 24}, {"Bob", 75}}
	sort.Slice(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people)
	sort.Sort(sort.StringSlice(s))
	sort.Stable(sort.Reverse(sort.StringSlice(s)))
	fmt.Println(s)
}
