// iter.Pull: order, panics, Goexit, misuse; sync.OnceFunc and its kin. The check is a digest of what real Go prints.
// RUN: %matrix %s | sha256sum | FileCheck %s
// CHECK: 6a0dc45e85f55c20d455b8a475b105ac035a5ee6f7ab3ff9ad2df76b45520b59
package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"time"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("counted")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func attempt(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, "panics:", e)
		}
	}()
	f()
	fmt.Println(what, "returns")
}

func main() {
	next, stop := iter.Pull(count(3))
	for range 5 {
		fmt.Println(next())
	}
	stop()
	next, stop = iter.Pull(count(3))
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(count(3))
	stop()
	fmt.Println(next())

	next2, stop2 := iter.Pull2(slices.All([]string{"a", "b"}))
	for range 3 {
		fmt.Println(next2())
	}
	stop2()

	// Panics and Goexit come out where the sequence was asked to go on.
	boom := errors.New("boom")
	next, stop = iter.Pull(func(yield func(int) bool) {
		yield(1)
		panic(boom)
	})
	fmt.Println(next())
	attempt("next", func() { next() })
	attempt("next again", func() { fmt.Println(next()) })
	attempt("stop", stop)

	next, stop = iter.Pull(func(yield func(int) bool) {
		defer func() { panic("late") }()
		yield(1)
	})
	next()
	attempt("stop", stop)

	var wg sync.WaitGroup
	wg.Go(func() {
		defer fmt.Println("goroutine ends")
		next, _ := iter.Pull(func(yield func(int) bool) {
			defer fmt.Println("sequence ends")
			yield(1)
			runtime.Goexit()
		})
		fmt.Println(next())
		next()
		fmt.Println("not reached")
	})
	wg.Wait()

	// Misuse.
	var saved func(int) bool
	next, stop = iter.Pull(func(yield func(int) bool) {
		saved = yield
		yield(1)
		attempt("inner next", func() { next() })
	})
	next()
	attempt("yield from outside", func() { saved(7) })
	fmt.Println(next())
	attempt("late yield", func() { fmt.Println(saved(8)) })
	stop()

	// Sequences that block, nest and merge.
	ticks := func(yield func(int) bool) {
		for i := range 3 {
			time.Sleep(time.Millisecond)
			if !yield(i) {
				return
			}
		}
	}
	merged := func(yield func(string) bool) {
		a, stopA := iter.Pull(ticks)
		defer stopA()
		b, stopB := iter.Pull(count(10))
		defer stopB()
		for {
			x, ok := a()
			y, _ := b()
			if !ok || !yield(fmt.Sprint(x, y)) {
				return
			}
		}
	}
	for s := range merged {
		fmt.Println(s)
	}
	sum := 0
	next, stop = iter.Pull(func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	})
	for range 100000 {
		v, _ := next()
		sum += v
	}
	stop()
	fmt.Println(sum)

	once := sync.OnceValue(func() int { fmt.Println("computing"); return 7 })
	fmt.Println(once(), once())
	pair := sync.OnceValues(func() (string, error) { return "x", boom })
	fmt.Println(pair())
	bad := sync.OnceFunc(func() { panic("once") })
	attempt("first", bad)
	attempt("second", bad)
}
