// RUN: %vetcheck -waitgroup %s
package main

import "sync"

type server struct {
	wg sync.WaitGroup
	p  *sync.WaitGroup
}

func work() {}

func main() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1) // WANT 9 "WaitGroup.Add called from inside new goroutine"
		defer wg.Done()
		work()
	}()
	wg.Add(1)
	go func() {
		defer wg.Done()
	}()
	go func() {
		defer wg.Done()
		wg.Add(1)
	}()
	var s server
	go func() {
		s.wg.Add(1) // WANT 11 "WaitGroup.Add called from inside new goroutine"
		work()
	}()
	go func() {
		s.p.Add(1) // WANT 10 "WaitGroup.Add called from inside new goroutine"
	}()
	go func() {
		if true {
			wg.Add(1)
		}
	}()
	defer func() {
		wg.Add(1)
	}()
	func() {
		wg.Add(1)
	}()
	go (func() {
		wg.Add(1)
	})()
	go func() {
		wg.Add(-1) // WANT 9 "WaitGroup.Add called from inside new goroutine"
	}()
	go func() {
		(wg.Add(1))
	}()
	go func() {
		defer wg.Add(1)
	}()
	f := wg.Add
	go func() {
		f(1)
	}()
	go func(n int) {
		wg.Add(n) // WANT 9 "WaitGroup.Add called from inside new goroutine"
	}(1)
	wg.Go(func() { wg.Add(1) })
	go func() {
	}()
	go func() {
		x := 1
		_ = x
		wg.Add(1)
	}()
	wg.Wait()
}
