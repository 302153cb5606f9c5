// Package sort: the very calls of Less and Swap that gc makes, on several shapes and an adversary. The check is a digest of what real Go prints.
// RUN: %gossamer run %s | sha256sum | FileCheck %s
// CHECK: 7757dde4006be12b45b886adccddb9d888fbd02fedbe2a15d9f870c52a86b74f
package main

import (
	"fmt"
	"math/rand"
	"sort"
)

type pair struct{ key, at int }

type log struct {
	pairs []pair
	hash  uint64
}

func (l *log) note(what uint64, i, j int) {
	l.hash = (l.hash^what^uint64(i)<<20^uint64(j))*1099511628211 ^ l.hash>>31
}
func (l *log) Len() int           { return len(l.pairs) }
func (l *log) Less(i, j int) bool { l.note(1, i, j); return l.pairs[i].key < l.pairs[j].key }
func (l *log) Swap(i, j int) {
	l.note(2, min(i, j), max(i, j))
	l.pairs[i], l.pairs[j] = l.pairs[j], l.pairs[i]
}

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

// An adversary answers so that quicksort chooses bad pivots (McIlroy).
type adversary struct {
	order, values    []int
	solid, candidate int
}

func (a *adversary) Len() int      { return len(a.order) }
func (a *adversary) Swap(i, j int) { a.order[i], a.order[j] = a.order[j], a.order[i] }
func (a *adversary) Less(i, j int) bool {
	x, y, gas := a.order[i], a.order[j], len(a.order)
	if a.values[x] == gas && a.values[y] == gas {
		if x == a.candidate {
			a.values[x] = a.solid
		} else {
			a.values[y] = a.solid
		}
		a.solid++
	}
	if a.values[x] == gas {
		a.candidate = x
	} else if a.values[y] == gas {
		a.candidate = y
	}
	return a.values[x] < a.values[y]
}

func main() {
	r := rand.New(rand.NewSource(1))
	for i := range 300 {
		n := r.Intn(300)
		if i%60 == 0 {
			n = 4000
		}
		l := &log{pairs: input(r, n, i%7)}
		s := input(r, n, i%7)
		sort.Sort(l)
		sort.Slice(s, func(i, j int) bool { return s[i].key < s[j].key })
		fmt.Println(n, l.pairs, l.hash, s, sort.IsSorted(l))
		sort.Sort(sort.Reverse(l))
		sort.SliceStable(s, func(i, j int) bool { return s[i].key > s[j].key })
		fmt.Println(l.hash, s)
	}
	a := &adversary{order: make([]int, 3000), values: make([]int, 3000)}
	for i := range a.order {
		a.order[i], a.values[i] = i, len(a.order)
	}
	sort.Sort(a)
	fmt.Println(a.order)
}
