// run

// FAILS output

package main

func main() { println("something else") }
