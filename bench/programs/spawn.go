package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	done := make([]int, 1000)
	for round := 0; round < 1000; round++ {
		wg.Add(len(done))
		for i := range done {
			go func() {
				done[i]++
				wg.Done()
			}()
		}
		wg.Wait()
	}
	fmt.Println(done[0], done[len(done)-1])
}
