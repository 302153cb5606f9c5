// Fan-out and fan-in: several goroutines share one stage's work, and their results meet in one channel.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

func primes(candidates <-chan int) <-chan int {
	found := make(chan int)
	go func() {
		defer close(found)
		for n := range candidates {
			if isPrime(n) {
				found <- n
			}
		}
	}()
	return found
}

func merge(channels ...<-chan int) <-chan int {
	merged := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(channels))
	for _, c := range channels {
		go func() {
			defer wg.Done()
			for n := range c {
				merged <- n
			}
		}()
	}
	go func() {
		wg.Wait()
		close(merged)
	}()
	return merged
}

func main() {
	candidates := make(chan int)
	go func() {
		defer close(candidates)
		for n := 100000; n < 100100; n++ {
			candidates <- n
		}
	}()

	workers := make([]<-chan int, 4)
	for i := range workers {
		workers[i] = primes(candidates)
	}
	var found []int
	for p := range merge(workers...) {
		found = append(found, p)
	}
	sort.Ints(found)
	fmt.Println(found)
}

// Output:
// [100003 100019 100043 100049 100057 100069]
