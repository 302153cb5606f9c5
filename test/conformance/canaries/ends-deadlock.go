// run

// FAILS fatal

package main

func main() { <-make(chan int) }
