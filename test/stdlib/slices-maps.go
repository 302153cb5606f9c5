// slices, maps and cmp: sorting in gc's order of equal elements, changes with their panics and capacities, sequences. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: bb3f285a5576475c30f30d37520963aca7ce6d0140eb5bce8dc9cc3fc8e69449
package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand"
	"slices"
	"strings"
)

type pair struct{ key, at int }

type names []string

// inputs returns slices of several shapes: random, few values, rising, falling, nearly sorted, sawtooth, organ pipe.
func input(r *rand.Rand, n, shape int) []pair {
	s := make([]pair, n)
	for i := range s {
		k := 0
		switch shape {
		case 0:
			k = r.Intn(n + 1)
		case 1:
			k = r.Intn(4)
		case 2:
			k = i / 3
		case 3:
			k = -i / 2
		case 4:
			if k = i; r.Intn(n/3+1) == 0 {
				k = r.Intn(n)
			}
		case 5:
			k = i % 7
		case 6:
			k = min(i, n-i)
		}
		s[i] = pair{k, i}
	}
	return s
}

// adversary makes a comparison that answers so that quicksort chooses bad pivots (McIlroy).
func adversary(n int) []int {
	values, order := make([]int, n), make([]int, n)
	for i := range order {
		order[i], values[i] = i, n
	}
	solid, candidate := 0, 0
	slices.SortFunc(order, func(x, y int) int {
		if values[x] == n && values[y] == n {
			if x == candidate {
				values[x] = solid
			} else {
				values[y] = solid
			}
			solid++
		}
		if values[x] == n {
			candidate = x
		} else if values[y] == n {
			candidate = y
		}
		return values[x] - values[y]
	})
	return order
}

func sorting() {
	r := rand.New(rand.NewSource(1))
	byKey := func(a, b pair) int { return cmp.Compare(a.key, b.key) }
	for i := range 200 {
		n := r.Intn(200)
		if i%40 == 0 {
			n = 3000
		}
		s := input(r, n, i%7)
		stable := slices.Clone(s)
		slices.SortFunc(s, byKey)
		slices.SortStableFunc(stable, byKey)
		fmt.Println(s, stable, slices.IsSortedFunc(s, byKey))
		fmt.Println(slices.BinarySearchFunc(s, 3, func(p pair, k int) int { return p.key - k }))
	}
	fmt.Println(adversary(2000))
	f := []float64{3, math.NaN(), -1, math.Inf(1), 0, math.NaN(), math.Inf(-1), 2.5}
	slices.Sort(f)
	fmt.Println(f, slices.IsSorted(f), slices.Min(f), slices.Max(f[2:]))
	fmt.Println(slices.BinarySearch(f, math.NaN()))
	fmt.Println(slices.BinarySearch(f, 2.5))
	i8 := []int8{5, -3, 127, -128, 0}
	slices.Sort(i8)
	u := []uint64{1 << 63, 5, 1<<64 - 1, 0}
	slices.Sort(u)
	n := names{"pear", "apple", "fig", "", "äpfel"}
	slices.Sort(n)
	f32 := []float32{2, -1, float32(math.NaN()), 0.5}
	slices.Sort(f32)
	fmt.Println(i8, u, n, f32)
	fmt.Println(slices.MinFunc(n, func(a, b string) int { return len(a) - len(b) }), slices.MaxFunc(n, func(a, b string) int { return len(a) - len(b) }))
	fmt.Println(cmp.Compare(math.NaN(), 1), cmp.Compare(1, math.NaN()), cmp.Compare(math.NaN(), math.NaN()), cmp.Less(math.NaN(), 0), cmp.Less("a", "b"), cmp.Or(0, 3, 2), cmp.Or("", ""))
}

func attempt(f func() []int) (out string) {
	defer func() {
		if e := recover(); e != nil {
			out = fmt.Sprint("panic: ", e)
		}
	}()
	s := f()
	return fmt.Sprint(s == nil, s, len(s), cap(s))
}

func changing() {
	r := rand.New(rand.NewSource(2))
	for range 3000 {
		n := r.Intn(8)
		c := n + r.Intn(10)
		base := make([]int, c)
		for i := range base {
			base[i] = r.Intn(5)
		}
		s := base[:n]
		i, j := r.Intn(n+2), r.Intn(n+3)
		k := r.Intn(c + 1)
		v := base[k : k+r.Intn(c-k+1)]
		if r.Intn(2) == 0 {
			v = slices.Clone(v)
		}
		var out string
		switch r.Intn(11) {
		case 0:
			out = attempt(func() []int { return slices.Insert(s, i, v...) })
		case 1:
			out = attempt(func() []int { return slices.Delete(s, i, j) })
		case 2:
			out = attempt(func() []int { return slices.Replace(s, i, j, v...) })
		case 3:
			out = attempt(func() []int { return slices.Compact(s) })
		case 4:
			out = attempt(func() []int { return slices.CompactFunc(s, func(a, b int) bool { return a <= b }) })
		case 5:
			out = attempt(func() []int { return slices.DeleteFunc(s, func(a int) bool { return a%2 == 1 }) })
		case 6:
			out = attempt(func() []int { return slices.Grow(s, i-1) })
		case 7:
			out = attempt(func() []int { return slices.Concat(s, v, s) })
		case 8:
			out = attempt(func() []int { return slices.Repeat(s, i-1) })
		case 9:
			out = attempt(func() []int { return slices.Clip(slices.Clone(s)) })
		case 10:
			out = attempt(func() []int { slices.Reverse(s); return s })
		}
		fmt.Println(out, base, slices.Index(s, 3), slices.Contains(s, 4), slices.Compare(s, v), slices.Equal(s, v))
	}
	fmt.Println(attempt(func() []int { return slices.Repeat(make([]int, 1<<20), 1<<50) }))
	fmt.Println(attempt(func() []int { slices.Chunk([]int{1}, 0); return nil }))
	fmt.Println(attempt(func() []int { slices.Min([]int{}); return nil }), attempt(func() []int { slices.MaxFunc([]int{}, cmp.Compare[int]); return nil }))
	fmt.Println(slices.CompareFunc([]int{1, 2}, []string{"1", "3"}, func(a int, b string) int { return strings.Compare(fmt.Sprint(a), b) }),
		slices.EqualFunc([]int{1, 2}, []string{"1", "2"}, func(a int, b string) bool { return fmt.Sprint(a) == b }))
}

func sequences() {
	s := []string{"a", "b", "c", "d", "e"}
	for i, v := range slices.All(s) {
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.Backward(s) {
		if i == 1 {
			break
		}
		fmt.Print(i, v, " ")
	}
	for v := range slices.Values(s) {
		if v == "c" {
			continue
		}
		fmt.Print(v, " ")
	}
	for part := range slices.Chunk(s, 2) {
		fmt.Print(part, len(part), cap(part), " ")
	}
	fmt.Println(slices.Collect(slices.Values(s)), slices.AppendSeq(s[:1], slices.Values(s[3:])), slices.Collect(slices.Values(s[:0])) == nil)
	m := map[string]int{"x": 1, "y": 2, "z": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	fmt.Println(slices.SortedFunc(maps.Keys(m), func(a, b string) int { return strings.Compare(b, a) }), slices.SortedStableFunc(maps.Values(m), func(a, b int) int { return a%2 - b%2 })[0])
	c := maps.Clone(m)
	maps.DeleteFunc(c, func(k string, v int) bool { return v > 1 })
	fmt.Println(c, maps.Equal(m, c), maps.Equal(m, maps.Clone(m)), maps.Clone(map[int]int(nil)) == nil, maps.EqualFunc(m, m, func(a, b int) bool { return a == b+1 }))
	maps.Copy(c, map[string]int{"w": 9})
	maps.Insert(c, maps.All(m))
	fmt.Println(c, maps.Collect(slices.All(s)))
}

func main() {
	sorting()
	changing()
	sequences()
}
