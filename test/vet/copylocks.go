// RUN: %vetcheck -copylocks %s
package main

import (
	"sync"
	"sync/atomic"
)

type guarded struct {
	mu    sync.Mutex
	count int
}

type nested struct {
	g [2]guarded
}

type embedded struct {
	sync.RWMutex
}

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

type pinned struct {
	_ noCopy
	n int
}

type byPointer struct {
	mu *sync.Mutex
}

type valueLocker struct{}

func (valueLocker) Lock()   {}
func (valueLocker) Unlock() {}

type onlyLock struct{}

func (*onlyLock) Lock() {}

func (g guarded) value() int    { return g.count } // WANT 9 "value passes lock by value: main.guarded contains sync.Mutex"
func (g *guarded) pointer() int { return g.count }
func (p pinned) number() int    { return p.n } // WANT 9 "number passes lock by value: main.pinned contains main.noCopy"

func takes(g guarded, n int)             {} // WANT 14 "takes passes lock by value: main.guarded contains sync.Mutex"
func takesPointer(g *guarded)            {}
func takesMany(gs ...guarded)            {}
func returnsLiteral() guarded            { return guarded{} }
func returnsVariable(g *guarded) guarded { return *g } // WANT 51 "return copies lock value: main.guarded contains sync.Mutex"
func returnsPair(a, b *sync.Mutex) (sync.Mutex, sync.Mutex) {
	return *a, *b // WANT 9 "return copies lock value: sync.Mutex" 13 "return copies lock value: sync.Mutex"
}

func assignments(g *guarded, list []guarded, byName map[string]guarded, ch chan guarded) {
	a := *g                         // WANT 7 "assignment copies lock value to a: main.guarded contains sync.Mutex"
	var b guarded = a               // WANT 18 "variable declaration copies lock value to b: main.guarded contains sync.Mutex"
	var c, d = list[0], byName["x"] // WANT 13 "variable declaration copies lock value to c: main.guarded contains sync.Mutex" 22 "variable declaration copies lock value to d: main.guarded contains sync.Mutex"
	b = a                           // WANT 6 "assignment copies lock value to b: main.guarded contains sync.Mutex"
	_ = a                           // WANT 6 "assignment copies lock value to _: main.guarded contains sync.Mutex"
	e := guarded{}
	f := returnsLiteral()
	e = guarded{count: 1}
	h := &e
	p := list[:1]
	i := (a)                                                 // WANT 7 "assignment copies lock value to i: main.guarded contains sync.Mutex"
	_, _, _, _, _, _, _, _, _ = b, c, d, e, f, h, p, i, <-ch // WANT 30 "assignment copies lock value to _: main.guarded contains sync.Mutex" 33 "assignment copies lock value to _: main.guarded contains sync.Mutex" 36 "assignment copies lock value to _: main.guarded contains sync.Mutex" 39 "assignment copies lock value to _: main.guarded contains sync.Mutex" 42 "assignment copies lock value to _: main.guarded contains sync.Mutex" 51 "assignment copies lock value to _: main.guarded contains sync.Mutex" 54 "assignment copies lock value to _: main.guarded contains sync.Mutex"
	var once sync.Once
	o2 := once // WANT 8 "assignment copies lock value to o2: sync.Once contains sync.noCopy"
	var wg sync.WaitGroup
	w2 := wg // WANT 8 "assignment copies lock value to w2: sync.WaitGroup contains sync.noCopy"
	var n atomic.Int64
	n2 := n // WANT 8 "assignment copies lock value to n2: sync/atomic.Int64 contains sync/atomic.noCopy"
	var v atomic.Value
	v2 := v
	var m sync.Map
	m2 := m // WANT 8 "assignment copies lock value to m2: sync.Map contains sync.noCopy"
	var cond sync.Cond
	c2 := cond // WANT 8 "assignment copies lock value to c2: sync.Cond contains sync.noCopy"
	var pool sync.Pool
	p2 := pool // WANT 8 "assignment copies lock value to p2: sync.Pool contains sync.noCopy"
	var ab atomic.Bool
	ab2 := ab // WANT 9 "assignment copies lock value to ab2: sync/atomic.Bool contains sync/atomic.noCopy"
	println(&o2, &w2, &n2, &v2, &m2, &c2, &p2, &ab2)
	var bp byPointer
	bp2 := bp
	var vl valueLocker
	vl2 := vl
	var ol onlyLock
	ol2 := ol
	_, _, _ = bp2, vl2, ol2
}

func calls(g *guarded, list []guarded, n nested, e embedded) { // WANT 42 "calls passes lock by value: main.nested contains main.guarded contains sync.Mutex" 52 "calls passes lock by value: main.embedded"
	takes(*g, 1) // WANT 8 "call of takes copies lock value: main.guarded contains sync.Mutex"
	takes(guarded{}, list[0].count)
	takesPointer(g)
	takesMany(list...)
	takesMany(list[0], *g) // WANT 12 "call of takesMany copies lock value: main.guarded contains sync.Mutex" 21 "call of takesMany copies lock value: main.guarded contains sync.Mutex"
	println(len(list), cap(list))
	_ = append(list, *g) // WANT 19 "call of append copies lock value: main.guarded contains sync.Mutex"
	_ = new(guarded)
	_ = any(*g)            // WANT 10 "call of any copies lock value: main.guarded contains sync.Mutex"
	_ = guarded(*g)        // WANT 14 "call of guarded copies lock value: main.guarded contains sync.Mutex"
	func(g guarded) {}(*g) // WANT 9 "func passes lock by value: main.guarded contains sync.Mutex" 21 "call of func(g guarded) {} copies lock value: main.guarded contains sync.Mutex"
	defer takes(*g, 2)     // WANT 14 "call of takes copies lock value: main.guarded contains sync.Mutex"
	go takes(*g, 3)        // WANT 11 "call of takes copies lock value: main.guarded contains sync.Mutex"
}

func ranges(list []guarded, array [2]guarded, byName map[string]guarded, locks map[sync.Mutex]int, ch chan guarded) { // WANT 35 "ranges passes lock by value: main.guarded contains sync.Mutex"
	for _, g := range list { // WANT 9 "range var g copies lock: main.guarded contains sync.Mutex"
		_ = g.count
	}
	for i, g := range array { // WANT 9 "range var g copies lock: main.guarded contains sync.Mutex"
		_, _ = i, g.count
	}
	for name, g := range byName { // WANT 12 "range var g copies lock: main.guarded contains sync.Mutex"
		_, _ = name, g.count
	}
	for k := range locks { // WANT 6 "range var k copies lock: sync.Mutex"
		_ = &k
	}
	for g := range ch { // WANT 6 "range var g copies lock: main.guarded contains sync.Mutex"
		_ = g.count
	}
	for i := range list {
		_ = i
	}
	var g guarded
	for _, g = range list { // WANT 9 "range var g copies lock: main.guarded contains sync.Mutex"
	}
	_ = g.count
}

func composites(g *guarded, m sync.Mutex) { // WANT 31 "composites passes lock by value: sync.Mutex"
	_ = guarded{mu: m}              // WANT 18 "literal copies lock value from m: sync.Mutex"
	_ = guarded{m, 1}               // WANT 14 "literal copies lock value from m: sync.Mutex"
	_ = nested{[2]guarded{*g, {}}}  // WANT 24 "literal copies lock value from *g: main.guarded contains sync.Mutex"
	_ = []guarded{*g}               // WANT 16 "literal copies lock value from *g: main.guarded contains sync.Mutex"
	_ = map[string]guarded{"x": *g} // WANT 30 "literal copies lock value from *g: main.guarded contains sync.Mutex"
	_ = &guarded{mu: g.mu}          // WANT 19 "literal copies lock value from g.mu: sync.Mutex"
	_ = struct{ g guarded }{*g}     // WANT 26 "literal copies lock value from *g: main.guarded contains sync.Mutex"
}

func literals() {
	_ = func(m sync.Mutex) {}                        // WANT 13 "func passes lock by value: sync.Mutex"
	_ = func() (m sync.Mutex) { return m }           // WANT 37 "return copies lock value: sync.Mutex"
	_ = func(m *sync.Mutex) sync.Mutex { return *m } // WANT 46 "return copies lock value: sync.Mutex"
}

func sends(ch chan guarded, g *guarded) {
	ch <- *g
	var x any = *g // WANT 14 "variable declaration copies lock value to x: main.guarded contains sync.Mutex"
	switch y := x.(type) {
	case guarded:
		_ = y.count
	}
	if z, ok := x.(guarded); ok { // WANT 14 "assignment copies lock value to z: (main.guarded, bool) contains main.guarded contains sync.Mutex"
		_ = z.count
	}
	for i, m := 0, g.mu; i < 2; i++ { // WANT 17 "assignment copies lock value to m: sync.Mutex"
		_ = &m
	}
}

type generic[T any] struct {
	mu sync.Mutex
	v  T
}

func (g generic[T]) get() T { return g.v } // WANT 9 "get passes lock by value: main.generic[T] contains sync.Mutex"

func lockOf[T any](g generic[T]) generic[int] { // WANT 22 "lockOf passes lock by value: main.generic[T] contains sync.Mutex"
	var x generic[int]
	y := x // WANT 7 "assignment copies lock value to y: main.generic[int] contains sync.Mutex"
	z := g // WANT 7 "assignment copies lock value to z: main.generic[T] contains sync.Mutex"
	_ = &z
	return y // WANT 9 "return copies lock value: main.generic[int] contains sync.Mutex"
}

func identity[T any](x T) T {
	y := x
	return y
}

type alias = guarded

func takesAlias(a alias) {} // WANT 19 "takesAlias passes lock by value: main.alias contains sync.Mutex"

func main() {
	identity(guarded{})
	var m sync.Mutex
	identity(m) // WANT 11 "call of identity copies lock value: sync.Mutex"
}
