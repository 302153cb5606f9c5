// The tee: every value of one stream goes to two, whichever reader comes first.
package main

import "fmt"

func tee(in <-chan string) (<-chan string, <-chan string) {
	left, right := make(chan string), make(chan string)
	go func() {
		defer close(left)
		defer close(right)
		for value := range in {
			left, right := left, right
			for range 2 {
				select {
				case left <- value:
					left = nil
				case right <- value:
					right = nil
				}
			}
		}
	}()
	return left, right
}

func main() {
	source := make(chan string)
	go func() {
		defer close(source)
		for _, s := range []string{"dawn", "noon", "dusk"} {
			source <- s
		}
	}()
	left, right := tee(source)
	for l := range left {
		fmt.Println(l, "=", <-right)
	}
}

// Output:
// dawn = dawn
// noon = noon
// dusk = dusk
