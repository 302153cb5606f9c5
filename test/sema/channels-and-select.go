// RUN: %errorcheck %s
package main

func main() {
	var r <-chan int
	var s chan<- int
	var c chan int
	r <- 1 // ERROR "invalid operation: cannot send to receive-only channel <-chan int r \\(variable of type <-chan int\\)"
	<-s // ERROR "invalid operation: cannot receive from send-only channel chan<- int s \\(variable of type chan<- int\\)"
	close(r) // ERROR "invalid operation: cannot close receive-only channel r \\(variable of type <-chan int\\)"
	c <- "x" // ERROR "cannot use \"x\" \\(untyped string constant\\) as int value in send"
	select {
	case c: // ERROR "select case must be send or receive \\(possibly with assignment\\)"
	case x := c: // ERROR "select case must be send or receive \\(possibly with assignment\\)"
		_ = x
	case v, ok := <-c:
		_, _ = v, ok
	case c <- 1:
	default:
	default: // ERROR "multiple defaults \\(first at .*:19:2\\)"
	}
	r = c
	c = r // ERROR "cannot use r \\(variable of type <-chan int\\) as chan int value in assignment"
	close(1) // ERROR "invalid operation: cannot close non-channel 1 \\(untyped int constant\\)"
	_ = cap(map[int]int{}) // ERROR "invalid argument: map\\[int\\]int\\{\\} \\(value of type map\\[int\\]int\\) for built-in cap"
	go func() {} // ERROR "expression in go must be function call"
	defer c // ERROR "expression in defer must be function call"
}
