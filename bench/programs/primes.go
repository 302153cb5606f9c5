package main

import "fmt"

func generate(out chan<- int) {
	for n := 2; ; n++ {
		out <- n
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if n := <-in; n%prime != 0 {
			out <- n
		}
	}
}

func main() {
	stream := make(chan int)
	go generate(stream)
	prime := 0
	for range 1500 {
		prime = <-stream
		next := make(chan int)
		go filter(stream, next, prime)
		stream = next
	}
	fmt.Println(prime)
}
