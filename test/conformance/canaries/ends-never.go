// run -t 1

// FAILS hang

package main

func main() {
	for {
	}
}
