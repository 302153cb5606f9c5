// Goroutines and their join point: a WaitGroup waits for all, and each writes only its own element.
package main

import (
	"fmt"
	"sync"
)

func main() {
	words := []string{"spin", "weave", "drift", "settle"}
	lengths := make([]int, len(words))

	var wg sync.WaitGroup
	for i, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			lengths[i] = len(word)
		}()
	}
	wg.Wait()

	for i, word := range words {
		fmt.Printf("%-6s %d\n", word, lengths[i])
	}
}

// Output:
// spin   4
// weave  5
// drift  5
// settle 6
