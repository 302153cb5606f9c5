// RUN: %gossamer dump --bytecode %s | FileCheck %s
package main

type inner struct{ a, b int }
type outer struct {
	tag int
	in  inner
}

// A chain of fields behind a pointer is one load with an offset.
// CHECK-LABEL: func main.load
// CHECK: Load64 r{{[0-9]+}}, r1, #16
// CHECK-NEXT: ReturnWord
//
//go:noinline
func load(p *outer) int { return p.in.b }

// p.f += 1 computes the place once.
// CHECK-LABEL: func main.bump
// CHECK: SliceAddr r[[#P:]], r0, r3, #24
// CHECK: Load64 r[[#V:]], r[[#P]], #8
// CHECK: Add r[[#V]]
// CHECK: Store64 r[[#V]], r[[#P]], #8
//
//go:noinline
func bump(s []outer, i int) { s[i].in.a += i }

// Fields of a struct in the frame are slots.
// CHECK-LABEL: func main.local
// CHECK-NOT: Load64
// CHECK-NOT: Lea
// CHECK: ReturnWord
//
//go:noinline
func local(x int) int {
	v := inner{x, 2}
	v.a += v.b
	return v.a * v.b
}

// m[k] += n looks the key up once.
// CHECK-LABEL: func main.count
// CHECK: MapAddr
// CHECK-NOT: MapGet
// CHECK-NOT: MapSet
// CHECK: Return
//
//go:noinline
func count(m map[string]int, k string) { m[k]++ }

func main() {
	s := []outer{{1, inner{2, 3}}}
	bump(s, 0)
	m := map[string]int{}
	count(m, "a")
	println(load(&s[0]), local(4), m["a"])
}
