// runoutput

// FAILS panicked

package main

func main() {
	print("package main\nfunc main() {}\n")
	panic("after the program was written")
}
