// runoutput

// FAILS panicked

package main

func main() { print("package main\nfunc main() { panic(1) }\n") }
