// RUN: %vetcheck -loopclosure -lang=go1.21 %s
//go:build go1.21

package main

import (
	"sync"
	"testing"
)

func use(...any) {}

func main() {
	list := []int{1, 2, 3}
	for i, v := range list {
		go func() {
			use(i, v) // WANT 8 "loop variable i captured by func literal" 11 "loop variable v captured by func literal"
		}()
	}
	for i := 0; i < 3; i++ {
		defer func() { use(i) }() // WANT 22 "loop variable i captured by func literal"
	}
	for _, v := range list {
		go func() { use(v) }()
		use(v)
	}
	for _, v := range list {
		go use(v)
	}
	for _, v := range list {
		go func(v int) { use(v) }(v)
	}
	for _, v := range list {
		v := v
		go func() { use(v) }()
	}
	for i := range list {
		if i == 1 {
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		}
	}
	for i := range list {
		switch i {
		case 1:
			defer func() { use(i) }() // WANT 23 "loop variable i captured by func literal"
		case 2:
			go func() { use(i) }()
			use(1)
		}
	}
	ch := make(chan int)
	for i := range list {
		select {
		case <-ch:
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		default:
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		}
	}
	for i := range list {
		for j := range list {
			go func() { use(i, j) }() // WANT 20 "loop variable i captured by func literal" 23 "loop variable j captured by func literal"
		}
	}
	for i := range list {
		for j := range list {
			go func() { use(i, j) }() // WANT 23 "loop variable j captured by func literal"
		}
		use(i)
	}
	for i := range list {
		func() { use(i) }()
	}
	for i := range list {
		f := func() { use(i) }
		f()
	}
	for i := range list {
		{
			go func() { use(i) }()
		}
	}
	for i := range list {
		if i == 0 {
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		} else if i == 1 {
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		} else {
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		}
	}
	for i, j := 0, 1; i < 3; i, j = i+1, j+1 {
		go func() {
			func() { use(i) }() // WANT 17 "loop variable i captured by func literal"
			use(j)              // WANT 8 "loop variable j captured by func literal"
			i = 3               // WANT 4 "loop variable i captured by func literal"
		}()
	}
	var k int
	for k = range list {
		go func() { use(k) }() // WANT 19 "loop variable k captured by func literal"
	}
	for k = 0; k < 3; k++ {
		defer func() { use(k) }() // WANT 22 "loop variable k captured by func literal"
	}
	for i := range list {
		go func(n int) { use(n) }(func() int { return i }())
	}
	for i := range list {
	label:
		for {
			go func() { use(i) }()
			break label
		}
	}
	for i := range list {
		go func() { use(1) }()
		defer func() { use(i) }() // WANT 22 "loop variable i captured by func literal"
	}
	for i := range list {
		switch any(i).(type) {
		case int:
			go func() { use(i) }() // WANT 20 "loop variable i captured by func literal"
		}
	}
	var wg sync.WaitGroup
	for i := range list {
		wg.Go(func() { use(i) })
	}
	for i := range list {
		(func() { go func() { use(i) }() })()
	}
}

func TestParallel(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			use(name) // WANT 8 "loop variable name captured by func literal"
		})
	}
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			use(name)
			t.Parallel()
			go func() { use(name) }() // WANT 20 "loop variable name captured by func literal"
		})
		use(1)
	}
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			use(name)
		})
	}
	for _, name := range []string{"a", "b"} {
		name := name
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			use(name)
		})
	}
}
