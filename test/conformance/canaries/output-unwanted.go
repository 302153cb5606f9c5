// run

// FAILS output

package main

func main() { println("nothing was to be printed") }
