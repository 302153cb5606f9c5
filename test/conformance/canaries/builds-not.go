// build

// FAILS rejected

package main

func main() { var unused int }
