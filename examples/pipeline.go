// A pipeline: stages joined by channels, each a goroutine, all ended by closing done.
package main

import "fmt"

func generate(done <-chan struct{}, numbers ...int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, n := range numbers {
			select {
			case out <- n:
			case <-done:
				return
			}
		}
	}()
	return out
}

func apply(done <-chan struct{}, in <-chan int, f func(int) int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range in {
			select {
			case out <- f(n):
			case <-done:
				return
			}
		}
	}()
	return out
}

func main() {
	done := make(chan struct{})
	defer close(done)

	double := func(n int) int { return 2 * n }
	increment := func(n int) int { return n + 1 }

	numbers := generate(done, 1, 2, 3, 4)
	for n := range apply(done, apply(done, apply(done, numbers, double), increment), double) {
		fmt.Println(n)
	}
}

// Output:
// 6
// 10
// 14
// 18
