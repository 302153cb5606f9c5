// The or-done channel: ranging over a channel that somebody else may never close.
package main

import "fmt"

func orDone(done <-chan struct{}, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case v, ok := <-in:
				if !ok {
					return
				}
				select {
				case out <- v:
				case <-done:
					return
				}
			}
		}
	}()
	return out
}

func main() {
	endless := make(chan int)
	go func() {
		for n := 1; ; n++ {
			endless <- n * n
		}
	}()

	done := make(chan struct{})
	seen := 0
	for square := range orDone(done, endless) {
		if seen < 5 {
			fmt.Println(square)
		}
		if seen++; seen == 5 {
			close(done)
		}
	}
	fmt.Println("left the endless stream")
}

// Output:
// 1
// 4
// 9
// 16
// 25
// left the endless stream
