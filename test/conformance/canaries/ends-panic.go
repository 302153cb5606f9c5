// run

// FAILS panicked

package main

func main() { panic("as a test does that finds something wrong") }
