// Who owns a channel makes it, writes to it and closes it; everybody else only reads.
package main

import "fmt"

func countdown(from int) <-chan int {
	numbers := make(chan int, from)
	go func() {
		defer close(numbers)
		for n := from; n > 0; n-- {
			numbers <- n
		}
	}()
	return numbers
}

func main() {
	for n := range countdown(3) {
		fmt.Println(n)
	}
	fmt.Println("liftoff")
}

// Output:
// 3
// 2
// 1
// liftoff
