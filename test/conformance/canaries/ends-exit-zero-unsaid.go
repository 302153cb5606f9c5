// run

// FAILS exited

package main

import "syscall"

// main never reaches its end, and nothing in the text says that it may not.
func main() {
	syscall.Exit(0)
	panic("not reached")
}
