// run

// FAILS panicked

package main

func main() {
	go panic("while main waits")
	select {}
}
