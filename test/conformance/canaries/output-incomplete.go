// run

// FAILS output

package main

func main() { println("one") }
