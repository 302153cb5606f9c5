// RUN: %vetcheck -atomic %s
package main

import "sync/atomic"

type counter struct{ n uint64 }

var global int32

func main() {
	var x uint64
	x = atomic.AddUint64(&x, 1) // WANT 2 "direct assignment to atomic value"
	x = (atomic.AddUint64(&x, 1))
	_ = atomic.AddUint64(&x, 1)
	y := atomic.AddUint64(&x, 1)
	y, z := atomic.AddUint64(&x, 1), 2
	x, y = 1, atomic.AddUint64(&y, 1)                       // WANT 5 "direct assignment to atomic value"
	x, y = atomic.AddUint64(&x, 1), atomic.AddUint64(&x, 1) // WANT 2 "direct assignment to atomic value"
	p := &x
	*p = atomic.AddUint64(p, 1) // WANT 2 "direct assignment to atomic value"
	c := counter{}
	c.n = atomic.AddUint64(&c.n, 1) // WANT 2 "direct assignment to atomic value"
	cp := &c
	cp.n = atomic.AddUint64(&cp.n, 1) // WANT 2 "direct assignment to atomic value"
	list := []uint64{0}
	list[0] = atomic.AddUint64(&list[0], 1) // WANT 2 "direct assignment to atomic value"
	global = atomic.AddInt32(&global, 1)    // WANT 2 "direct assignment to atomic value"
	var a int64
	a = atomic.AddInt64(&a, 1) // WANT 2 "direct assignment to atomic value"
	var u uint32
	u = atomic.AddUint32(&u, 1) // WANT 2 "direct assignment to atomic value"
	var v uintptr
	v = atomic.AddUintptr(&v, 1) // WANT 2 "direct assignment to atomic value"
	x = atomic.SwapUint64(&x, 2)
	x = atomic.LoadUint64(&x)
	a = atomic.AndInt64(&a, 1)
	x += atomic.AddUint64(&x, 1) // WANT 2 "direct assignment to atomic value"
	var t atomic.Int64
	a = t.Add(1)
	{
		x := atomic.AddUint64(&x, 1)
		_ = x
	}
	add := atomic.AddUint64
	x = add(&x, 1)
	var w = atomic.AddUint64(&x, 1)
	_, _, _, _, _ = y, z, u, v, w
	(x) = atomic.AddUint64(&x, 1)
	x = atomic.AddUint64((&x), 1)
	x = atomic.AddUint64(&(x), 1)
}
