// run

// FAILS rejected

package main

func main() { undefined() }
