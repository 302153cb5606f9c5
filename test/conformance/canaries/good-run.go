// run

// PASSES

package main

func main() { println("as written in the .out file") }
